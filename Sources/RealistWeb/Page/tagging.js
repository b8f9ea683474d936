// What a reader does to the study: tagging, opening passages, taking codes off, changing spans, adding evidence.

import { announce } from "./announce.js";
import { CodeKeys } from "./code-keys.js";
import { configure } from "./configure.js";
import { remember } from "./recent.js";
import { SpanDraft } from "./span-draft.js";
import { spoken } from "./spoken.js";

/** Keys that are held down are not read out one by one. */
const sayPause = 150;

/** The button on a note of something that one key did. */
const undoing = { label: "Undo", run: () => import("./undo.js").then(({ undo }) => undo()) };

export class Tagging {
  constructor(reader) {
    this.reader = reader;
    this.openID = null;
    this.codeKeys = new CodeKeys(this);
    this.draft = new SpanDraft(this);
    /** The passage that the palette adds a code to; null: the selection. */
    this.target = null;
    /** The span that a link led to: whoever comes wants to read first, without the palette. */
    this.arrived = null;
  }

  get readOnly() { return this.reader.context.study.readOnly; }
  /** The open passage. */
  get passage() { return this.openID ? this.reader.passages.find(this.openID) : undefined; }

  // Selection and palette

  /** Opens the palette at the selection; `takesFocus`: a mouse made it, and what is typed now is for the palette; `isAsked`: by Enter, to type. */
  offer(takesFocus, { isAsked = false } = {}) {
    const { selection, passages, palette } = this.reader;
    const { span } = selection;
    if (!span || this.readOnly) return;
    this.target = null;
    const same = passages.list.find((each) => each.start === span.start && each.end === span.end);
    palette.open(this.#ends(span), { applied: this.#mine(same), takesFocus, codeKeysWork: takesFocus ? !isAsked : undefined });
  }

  /** A keyboard selection shows the palette without taking the keys away. */
  selectionChanged() {
    const { selection, palette, place } = this.reader;
    if (this.arrived === `${selection.start}-${selection.end}`) return;
    this.arrived = null;
    if (selection.span && !selection.isDown) {
      if (document.activeElement === place || palette.isOpen) this.offer(false);
    } else if (!selection.span && palette.isOpen && !this.target) {
      palette.close();
    }
  }

  /** Applies a code to the selection, or to the passage the palette was opened for. */
  async choose(code, stays, { isLoud = false } = {}) {
    const { passages, selection, palette, codebook } = this.reader;
    const { span } = selection;
    const id = this.target;
    if (!id && !span) return;
    if (code.id) remember(code.id);
    if (!stays) this.#finish(palette, selection);
    const answer = id ? passages.tagPassage(id, code) : passages.tag(span, code);
    const given = await answer;
    // What the server refused is selected again, so that it can be tried once more.
    if (!given && !id && !selection.span) selection.set(span.start, span.end);
    this.#confirm(given, code.id ? codebook.path(code.id) : code.path, isLoud);
  }

  #finish(palette, selection) {
    palette.close();
    if (this.target) {
      this.target = null;
      this.reader.panel.focus();
      return;
    }
    this.reader.place.focus({ preventScroll: true });
    selection.collapse();
  }

  #confirm(answer, path, isLoud) {
    if (!answer) return;
    if (answer.made?.length) {
      const mine = answer.segment.codings.at(-1);
      if (mine) remember(mine.code);
      announce(`Made the code ${path} and tagged with it`);
    } else {
      const isNew = answer.entry !== null;
      announce(`${isNew ? "Tagged" : "Was already tagged"} with ${path}`, { quiet: isNew && !isLoud, action: isNew ? undoing : null });
    }
    if (this.openID?.startsWith("waiting-") && answer.segment && this.reader.passages.find(this.openID)) this.openID = answer.segment.id;
  }

  /** Tells a screen reader where the keys have led. */
  say() {
    clearTimeout(this.sayTimer);
    this.sayTimer = setTimeout(() => announce(spoken(this.reader), { quiet: true }), sayPause);
  }

  // Passages

  /** A click in the text: opens the passage under it, or closes the open one. */
  point(event) {
    this.reader.palette.close();
    this.reader.place.focus({ preventScroll: true });
    const mark = event.target.closest("mark");
    const found = mark ? this.reader.passages.at(this.reader.selection.focus) : [];
    const ids = mark ? mark.dataset.segments.split(" ") : [];
    if (!mark) return this.close();
    const next = found.length && this.openID === found[0].id && found[1] ? found[1].id : found[0]?.id ?? ids[0];
    return this.open(next);
  }

  open(id, { takesFocus = false } = {}) {
    this.draft.save();
    const passage = this.reader.passages.find(id);
    if (!passage) return;
    this.openID = passage.id;
    this.refresh();
    this.reader.selection.reveal(passage.start);
    announce(`Passage: ${passage.codings.map((coding) => this.reader.codebook.pathOf(coding)).join(", ") || "no codes"}`, { quiet: true });
    if (takesFocus) this.reader.panel.focus();
  }

  close() {
    this.draft.save();
    if (!this.openID) return;
    this.reader.panel.finish();
    this.openID = null;
    this.refresh();
  }

  /** Shows the open passage as it is now. */
  refresh() {
    const { panel, aside, handles, passages, codebook, root } = this.reader;
    const passage = this.passage;
    aside.hidden = !passage;
    root.dataset.passage = passage ? passage.id : "";
    if (!passage) {
      if (this.openID && aside.contains(document.activeElement)) this.reader.focusText();
      this.openID = null;
      panel.vanish();
      this.reader.showOpen(null);
      return handles.show(null);
    }
    const span = this.draft.span ?? passage;
    const others = passages.list.filter((each) => each.id !== passage.id && each.start < passage.end && each.end > passage.start);
    panel.show(passage, others.slice(0, 6), codebook);
    this.reader.showOpen(span);
    return handles.isDragging ? undefined : handles.show(this.readOnly ? null : span);
  }

  nextPassage(direction) {
    const { shown, selection } = this.reader;
    const from = this.passage ?? { start: selection.focus, id: "" };
    const place = shown.findIndex((each) => each.id === from.id);
    const next = place >= 0 ? shown[place + direction]
      : direction > 0 ? shown.find((each) => each.start >= from.start) : shown.findLast((each) => each.start < from.start);
    if (!next) return announce(direction > 0 ? "No passage below" : "No passage above", { quiet: true });
    selection.set(next.start);
    return this.open(next.id);
  }

  /** Opens the next passage with a code, below the caret, or the first one again. */
  nextOf(code) {
    const { shown, selection } = this.reader;
    const all = shown.filter((each) => each.codings.some((coding) => coding.code === code));
    const next = all.find((each) => each.start > selection.focus) ?? all[0];
    if (!next) return;
    selection.set(next.start);
    this.reader.place.focus({ preventScroll: true });
    this.open(next.id);
  }

  // Keys that act on the selection or the passage

  enter() {
    const { selection, palette, passages } = this.reader;
    if (selection.span) {
      this.offer(true, { isAsked: true });
      return true;
    }
    if (palette.isOpen) palette.close();
    const here = this.passage ?? passages.at(selection.focus)[0];
    if (here) this.open(here.id, { takesFocus: true });
    return Boolean(here);
  }

  escape() {
    const { selection, palette } = this.reader;
    if (palette.isOpen || selection.span) {
      palette.close();
      selection.collapse();
    } else {
      this.close();
    }
    return true;
  }

  respan(end, direction, unit) {
    if (!this.passage || this.readOnly) return false;
    this.draft.move(end, direction, unit);
    return true;
  }

  find() {
    this.reader.find.open();
    return true;
  }

  untag() {
    const passage = this.passage;
    if (!passage || this.readOnly) return false;
    if (passage.codings.length === 1) this.#untag(passage.id, passage.codings[0]);
    else this.reader.panel.focus();
    return true;
  }

  async #untag(id, coding) {
    const answer = await this.reader.passages.untag(id, coding);
    if (answer) announce(`Took off ${this.reader.codebook.path(coding.code)}`, { action: undoing });
  }

  configure(letter) {
    const { context, selection, source, palette, panel } = this.reader;
    if (this.readOnly || !panel.slots.some((slot) => slot.letter === letter)) return false;
    const { span } = selection;
    const passage = span ? this.reader.passages.list.find((each) => each.start === span.start && each.end === span.end) : this.passage;
    if (!span && !passage) return false;
    const over = span ?? passage;
    palette.close();
    const where = passage && !passage.id.startsWith("waiting-") ? { segment: passage.id } : { source: source.id, start: over.start, end: over.end };
    configure(context, { letter, where, words: this.reader.transcript.words(over.start, over.end), codes: passage?.codings ?? [], codebook: this.reader.codebook })
      .catch((error) => context.announceError(error));
    return true;
  }

  // The panel

  panelActions() {
    return {
      untag: (coding) => this.#untag(this.openID, coding),
      addCode: () => this.#addCode(),
      saveMemo: async (id, memo, seen) => {
        let refusal = null;
        const answer = await this.reader.passages.amend(id, { memo }, { seen: { memo: seen }, onRefused: (error) => { refusal = error; } });
        if (answer) announce("Memo saved", { quiet: true });
        else if (!this.reader.passages.find(id)) this.#loseMemo(memo);
        else if (refusal.kind !== "changed" || !this.passage || this.passage.id !== id) this.reader.context.announceError(refusal);
        return { isDone: Boolean(answer), error: refusal };
      },
      loseMemo: (memo) => this.#loseMemo(memo),
      remove: () => this.#remove(),
      configure: (letter) => this.configure(letter),
      openOther: (id) => this.open(id),
      close: () => { this.close(); this.reader.focusText(); },
      leave: (event) => { event.stopPropagation(); this.reader.focusText(); },
    };
  }

  /** What was typed is shown, so that it can be kept elsewhere. */
  #loseMemo(memo) {
    this.reader.context.announceError({ message: `the passage was deleted elsewhere; what you typed as its memo: “${memo}”`, hint: "undo brings the passage back" });
  }

  #addCode() {
    const { passage, reader } = this;
    if (!passage) return;
    if (reader.selection.span) reader.selection.collapse();
    this.target = passage.id;
    reader.palette.open(this.#ends(passage), { applied: this.#mine(passage), takesFocus: true, codeKeysWork: false });
  }

  async #remove() {
    const { passage, reader } = this;
    if (!passage) return;
    const others = passage.codings.some((coding) => coding.coder !== reader.passages.coder());
    const goesFurther = passage.evidence.length > 0 || others;
    if (goesFurther) {
      const why = passage.evidence.length ? "The passage is evidence in a configuration. It goes there too" : "Somebody else has coded the passage. Their codes go too";
      const text = `${why}; undo brings everything back.`;
      if (!await reader.context.dialog.confirm({ title: "Delete the passage?", text, yes: "Delete", danger: true })) return;
    }
    this.close();
    reader.focusText();
    if (await reader.passages.remove(passage.id, goesFurther)) announce("Deleted the passage");
  }

  /** The codes that whoever codes has put on a passage. */
  #mine(passage) {
    const coder = this.reader.passages.coder();
    return new Set((passage?.codings ?? []).filter((coding) => coding.coder === coder).map((coding) => coding.code));
  }

  /** Where a span begins and ends on the screen. */
  #ends({ start, end }) {
    const { caret } = this.reader;
    return [caret.rect(start, true), caret.rect(end, false)];
  }
}
