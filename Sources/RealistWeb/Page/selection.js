// What is selected in the transcript, by mouse, touch or keyboard: an anchor and a focus, in scalars of the text.

import { isTyping } from "./dom.js";
import { paint } from "./highlight.js";
import * as motions from "./motions.js";

/** A finger that rests this long has finished selecting. */
const touchPause = 400;

export class SelectionModel {
  /**
   * `inView()` is what of the screen the text has: {top, bottom}. `onChange()` whenever the span changes; `onFinished(pointerType)` when a
   * pointer has selected something; `onPoint(event)` for a plain click; `onRelease()` when a pointer is up again.
   */
  constructor({ transcript, blocks, caret, place, inView, onChange, onFinished, onPoint, onRelease }) {
    Object.assign(this, { transcript, blocks, caret, place, inView, onChange, onFinished, onPoint, onRelease });
    this.anchor = this.focus = motions.lineStart(transcript.lines[0]);
    this.column = null;
    this.pointer = null;
    this.whenUp = null;
    this.stops = [];
    this.#listen(place, "pointerdown", (event) => { this.pointer = event.pointerType; this.isDown = event.button === 0; });
    this.#listen(document, "pointerup", (event) => this.#pointerUp(event));
    // A button that was let go where nobody told the page: outside the window, or while a dialog of the browser was open.
    this.#listen(document, "pointermove", (event) => { if (this.isDown && event.pointerType === "mouse" && !(event.buttons & 1)) this.#pointerUp(event); });
    this.#listen(document, "pointercancel", () => { this.isDown = false; this.onRelease(); });
    this.#listen(document, "selectionchange", () => this.follow());
    this.#listen(place, "focus", () => this.draw());
    this.#listen(place, "blur", () => this.draw());
  }

  get start() { return Math.min(this.anchor, this.focus); }
  get end() { return Math.max(this.anchor, this.focus); }

  /** The span to tag: without white space at its ends, cutting no character; null when it is empty. */
  get span() {
    if (this.start === this.end) return null;
    const pulled = this.#withoutNextLabel();
    const span = motions.trimmed(pulled, this.transcript.words(pulled.start, pulled.end));
    return span.end > span.start ? motions.widened(this.transcript, span) : null;
  }

  /** Selects from one position to another and shows it. */
  set(anchor, focus = anchor, { scroll = true } = {}) {
    this.anchor = anchor;
    this.focus = focus;
    this.#toBrowser();
    this.draw();
    if (scroll) this.reveal(focus);
    this.onChange();
  }

  /** Moves the focus (and with it the anchor, unless it extends the selection). */
  move(position, isExtending) {
    this.set(isExtending ? this.anchor : position, position);
  }

  moveRow(direction, isExtending) {
    const rect = this.caret.rect(this.focus);
    const column = this.column ?? rect?.left ?? 0;
    this.reveal(this.focus);
    this.move(this.caret.onRow(this.focus, direction, column), isExtending);
    this.column = column;
  }

  /** Most of a screen on or back; the caret keeps its place on the screen. */
  movePage(direction, isExtending) {
    const { top, bottom } = this.inView();
    this.reveal(this.focus);
    const rect = this.caret.rect(this.focus);
    scrollBy({ top: direction * (bottom - top) * 0.85, behavior: "instant" });
    const found = this.caret.fromPoint(rect.left, Math.min(Math.max(rect.top + rect.height / 2, top), bottom));
    const ends = { "-1": motions.lineStart(this.transcript.lines[0]), 1: this.transcript.lines.at(-1).end };
    this.move(found === null || (found - this.focus) * direction <= 0 ? ends[direction] : found, isExtending);
  }

  /** Selects the word, sentence or turn here; pressed again it takes in the next one. `unit`: "word", "sentence", "turn". */
  take(unit) {
    const unitAt = { word: motions.wordAt, sentence: motions.sentenceAt, turn: motions.turnAt }[unit];
    const further = { word: motions.byWord, sentence: motions.bySentence, turn: motions.byTurn }[unit];
    if (this.start !== this.end) return this.set(this.start, further(this.transcript, this.end, 1));
    const found = unitAt(this.transcript, this.focus);
    return this.set(found.start, found.end);
  }

  collapse() {
    this.set(this.end, this.end, { scroll: false });
  }

  /** Draws the caret, and the span while the focus is elsewhere: the browser shows it only while the transcript has the focus. */
  draw() {
    const hasFocus = document.activeElement === this.place;
    const isEmpty = this.start === this.end;
    if (hasFocus) this.caret.show(this.focus);
    else this.caret.hide();
    paint("selected", !hasFocus && !isEmpty ? [this.blocks.range(this.start, this.end)] : []);
  }

  /** Gives the browser its selection again after lines were drawn anew: it has lost its place in them. */
  restore() {
    if (document.activeElement !== this.place) return this.draw();
    return this.set(this.anchor, this.focus, { scroll: false });
  }

  /** Scrolls so that a position is well inside the view. */
  reveal(position) {
    this.blocks.line(this.transcript.lineIndex(position)).scrollIntoView({ block: "nearest" });
    const rect = this.caret.rect(position);
    if (!rect) return;
    const { top, bottom } = this.inView();
    if (rect.top < top) scrollBy(0, rect.top - top);
    else if (rect.top + rect.height > bottom) scrollBy(0, rect.top + rect.height - bottom);
  }

  dispose() {
    clearTimeout(this.upTimer);
    for (const stop of this.stops) stop();
    paint("selected", []);
  }

  #listen(target, event, listener) {
    target.addEventListener(event, listener);
    this.stops.push(() => target.removeEventListener(event, listener));
  }

  /** A triple click ends behind the label of the next turn: nobody means that. */
  #withoutNextLabel() {
    const line = this.transcript.lineAt(this.end);
    if (this.end === motions.lineStart(line) && this.start < line.start) return { start: this.start, end: line.start };
    return { start: this.start, end: this.end };
  }

  #toBrowser() {
    if (document.activeElement !== this.place && isTyping()) return;
    const from = this.blocks.placeOf(this.anchor, this.anchor <= this.focus);
    const to = this.blocks.placeOf(this.focus, this.focus < this.anchor);
    document.getSelection().setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  /** Takes what the browser has selected; before lines are drawn anew also what it has not told of yet. */
  follow() {
    const selection = document.getSelection();
    if (!selection.anchorNode || !this.place.contains(selection.anchorNode) || !this.place.contains(selection.focusNode)) return;
    const anchor = this.blocks.position(selection.anchorNode, selection.anchorOffset);
    const focus = this.blocks.position(selection.focusNode, selection.focusOffset);
    if (anchor === null || focus === null || (anchor === this.anchor && focus === this.focus)) return;
    [this.anchor, this.focus, this.column] = [anchor, focus, null];
    this.draw();
    this.onChange();
    if (this.pointer === "touch") this.#afterTouch();
  }

  #afterTouch() {
    clearTimeout(this.touchTimer);
    this.touchTimer = setTimeout(() => { if (this.span) this.onFinished("touch"); }, touchPause);
  }

  #pointerUp(event) {
    if (!this.isDown) return;
    this.isDown = false;
    // The browser settles the selection after this event; of a double click only the end counts.
    clearTimeout(this.upTimer);
    this.whenUp = () => {
      this.follow();
      this.onRelease();
      if (this.span && !document.getSelection().isCollapsed) this.onFinished(event.pointerType);
      else if (this.place.contains(event.target)) this.onPoint(event);
    };
    this.upTimer = setTimeout(() => this.settle());
  }

  /** Ends what a pointer has begun, before a key does anything: else what the key selects would be taken for the pointer's. */
  settle() {
    clearTimeout(this.upTimer);
    const act = this.whenUp;
    this.whenUp = null;
    act?.();
  }
}
