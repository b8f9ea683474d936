// One source: its words with what is coded in them. Puts the parts together; what they do to the study is in tagging.js.

import { Blocks } from "./blocks.js";
import { Caret } from "./caret.js";
import { watchCodebook, Codebook } from "./codes.js";
import { counted, day, element, fill } from "./dom.js";
import { Find } from "./find.js";
import { Finger } from "./finger.js";
import { Handles } from "./handles.js";
import { clearPaint, paint } from "./highlight.js";
import { Marks } from "./marks.js";
import { Palette } from "./palette.js";
import { lineStart } from "./motions.js";
import { Overview } from "./overview.js";
import { PassagePanel } from "./passage.js";
import { Passages } from "./passages.js";
import { describeKeys, handleKey } from "./reading-keys.js";
import { SelectionModel } from "./selection.js";
import { Stripes } from "./stripes.js";
import { Tagging } from "./tagging.js";
import { Transcript } from "./transcript.js";

export function mount(container, context, route) {
  let reader = null;
  let isGone = false;
  open(route);

  async function open(to) {
    try {
      const { api, store } = context;
      const [source, study, { codes }] = await Promise.all([api.get(`sources/${to.id}`), store.get("study"), store.get("codes")]);
      if (isGone) return;
      reader?.dispose();
      reader = new Reader(container, { ...context, study, reopen: () => open({ ...to, span: null }) }, source, new Codebook(codes));
      reader.arrive(to.span);
    } catch (error) {
      if (!isGone) fill(container, element("h1", {}, "Source"), element("p", { class: "quiet" }, error.message));
    }
  }

  return {
    go(to) {
      if (to.name !== "source" || to.id !== reader?.source.id) return false;
      reader.arrive(to.span);
      return true;
    },
    dispose() {
      isGone = true;
      reader?.dispose();
    },
  };
}

class Reader {
  constructor(container, context, source, codebook) {
    Object.assign(this, { context, source, codebook, shown: source.segments });
    const began = performance.now();
    this.transcript = new Transcript(source);
    this.#layOut(container);
    this.blocks = new Blocks(this.transcript, this.place);
    this.caret = new Caret(this.frame, this.blocks);
    this.marks = new Marks(this.transcript, this.blocks);
    this.tagging = new Tagging(this);
    this.#parts();
    // Before anything is measured: lines get their marks when they are made.
    this.draw();
    this.#watch();
    performance.measure("realist-open-source", { start: began });
    context.setTitle(source.title || source.name);
  }

  #layOut(container) {
    const { source } = this;
    this.place = element("div", {
      id: "transcript", class: "transcript", tabindex: "0", role: "document", lang: "", "aria-label": `Transcript of ${source.title || source.name}`,
      "aria-describedby": "transcript-told", on: { keydown: (event) => this.#key(event) },
    });
    const told = element("p", { id: "transcript-told", class: "unseen" }, "Press the question mark for the keys that move, select and tag.");
    this.frame = element("div", { class: "frame" }, told, this.place);
    this.aside = element("aside", { id: "passage", class: "passage", "aria-labelledby": "passage-title", hidden: true });
    this.codesHere = element("aside", { id: "overview", class: "overview", "aria-labelledby": "overview-title" });
    this.head = element("header", { class: "source-head" });
    this.meta = element("p", { class: "quiet source-meta" });
    fill(this.head, element("p", { class: "crumb" }, element("a", { href: "#/sources" }, "Sources")), element("h1", {}, source.title || source.name), this.meta);
    this.root = element("article", { class: "reader", data: { source: source.id } }, this.head, element("div", { class: "reading" }, this.frame, this.aside, this.codesHere));
    fill(container, this.root);
    this.#showMeta(source);
  }

  #showMeta(source) {
    const parts = [source.title ? source.name : null, source.kind, source.date ? day(source.date) : null, source.minutes ? `${Math.round(source.minutes)} min` : null,
      counted(source.words, "word"), counted(source.codings, "coding"), `${Math.round(source.coded * 100)} % coded`];
    this.meta.textContent = parts.filter(Boolean).join(" · ");
  }

  #parts() {
    const { transcript, blocks, caret, place, frame, tagging } = this;
    const { study } = this.context;
    this.passages = new Passages(this.source, {
      coder: () => this.context.api.coder || study.coder, onChange: () => this.draw(), onError: (error) => this.context.announceError(error),
    });
    this.selection = new SelectionModel({
      transcript, blocks, caret, place, inView: () => this.#inView(), onChange: () => this.#selectionChanged(),
      onFinished: (pointer) => tagging.offer(pointer === "mouse" || pointer === "pen"), onPoint: (event) => tagging.point(event),
      onRelease: () => { if (this.isPostponed) this.draw(); },
    });
    this.finger = new Finger(place, { selection: this.selection, transcript, caret });
    this.palette = new Palette(frame, {
      onChoose: (code, stays) => tagging.choose(code, stays), onConfigure: (letter) => tagging.configure(letter), onLeave: () => this.focusText(),
      onKey: (event) => handleKey(event, this.keyTargets), onCodeKey: (letter) => tagging.codeKeys.tag(letter, { isTyped: true }),
      words: () => this.selectedWords(),
      onGone: (code) => this.context.announce(`The code ${code.path} was deleted elsewhere.`, { tone: "error" }),
    });
    this.stripes = new Stripes(blocks, (id) => tagging.open(id));
    this.handles = new Handles(frame, { transcript, blocks, caret, onDrag: (span) => this.showOpen(span), onDrop: (span) => tagging.draft.drop(span) });
    this.panel = new PassagePanel(this.aside, { transcript, readOnly: study.readOnly, act: tagging.panelActions() });
    this.overview = new Overview(this.codesHere, { onChoose: (code) => tagging.nextOf(code), onCoders: () => this.draw() });
    this.find = new Find(this.head, { transcript, blocks, onShow: (span) => this.selection.reveal(span.start), onLeave: (span) => this.#leaveFind(span) });
    this.panel.slots = study.template?.slots ?? [];
    this.keyTargets = { selection: this.selection, transcript, act: tagging };
  }

  #watch() {
    let stopKeys = () => {};
    const stops = [
      watchCodebook((codebook) => {
        this.codebook = codebook;
        this.palette.setCodebook(codebook, this.panel.slots);
        stopKeys();
        stopKeys = describeKeys(codebook);
        this.draw();
      }),
      this.context.store.watch("sources", ({ sources }) => this.#sourcesChanged(sources)),
      () => stopKeys(), () => this.sizes.disconnect(), clearPaint,
      ...[this.passages, this.selection, this.finger, this.stripes, this.blocks].map((part) => () => part.dispose()),
    ];
    this.sizes = new ResizeObserver(() => this.#overlays());
    this.sizes.observe(this.place);
    const remember = () => this.#rememberPlace();
    addEventListener("scrollend", remember);
    stops.push(() => removeEventListener("scrollend", remember));
    this.stops = stops;
  }

  /** Shows passages, margin and panel as they are now, keeping the selection. */
  draw() {
    if (!this.panel) return;
    // Lines that are drawn anew would take the text away from under a mouse that is selecting.
    this.isPostponed = Boolean(this.selection.isDown);
    if (this.isPostponed) return;
    const shown = this.overview.shown(this.passages.list);
    this.shown = shown;
    this.selection.follow();
    const changed = this.marks.show(shown, this.codebook);
    this.stripes.show(shown, this.codebook);
    this.overview.show(this.passages.list, shown, this.codebook);
    if (changed) {
      this.selection.restore();
      this.find.repaint();
    }
    this.tagging.refresh();
  }

  /** Paints the open passage, or none. */
  showOpen(span) {
    paint("open", span ? [this.blocks.range(span.start, span.end)] : []);
  }

  focusText() {
    this.place.focus({ preventScroll: true });
    this.selection.set(this.selection.anchor, this.selection.focus, { scroll: false });
  }

  selectedWords() {
    return this.transcript.words(this.selection.start, this.selection.end);
  }

  /** Goes to a span (from a link or a search), or to where this source was left. */
  arrive(span) {
    if (!span) return this.#returnToPlace();
    const [start, end] = span.map((position) => Math.min(position, this.transcript.length));
    this.place.focus({ preventScroll: true });
    this.blocks.line(this.transcript.lineIndex(start)).scrollIntoView({ block: "center" });
    const passage = this.passages.list.find((each) => each.start === start && each.end === end);
    if (passage) {
      this.selection.set(start, start);
      this.tagging.open(passage.id);
    } else {
      this.tagging.arrived = `${start}-${end}`;
      this.selection.set(start, end);
    }
  }

  dispose() {
    this.#rememberPlace();
    this.panel.finish();
    for (const stop of this.stops) stop();
  }

  #key(event) {
    if (event.isComposing || event.defaultPrevented) return;
    this.selection.settle();
    // A mouse selection has given the keys to the palette meanwhile: what is typed goes there.
    if (document.activeElement !== this.place) return;
    if (handleKey(event, this.keyTargets)) event.preventDefault();
  }

  #selectionChanged() {
    const { span } = this.selection;
    if (span) this.root.dataset.selection = `${span.start}-${span.end}`;
    else delete this.root.dataset.selection;
    this.tagging.selectionChanged();
  }

  #leaveFind(span) {
    this.focusText();
    if (span) this.selection.set(span.start, span.end);
  }

  #sourcesChanged(sources) {
    const now = sources.find((each) => each.id === this.source.id);
    if (!now) {
      this.context.announce("This source is no longer in the study.", { tone: "error" });
      return this.context.navigate("#/sources");
    }
    this.#showMeta(now);
    if (now.length === this.source.length) return undefined;
    this.context.announce("The text of this source was corrected; it was opened again.");
    return this.context.reopen();
  }

  /** Between the head and whatever lies over the bottom. */
  #inView() {
    const head = getComputedStyle(this.head).position === "sticky" ? this.head.getBoundingClientRect().bottom : 0;
    const sheet = getComputedStyle(this.aside).position === "fixed" && !this.aside.hidden ? this.aside.getBoundingClientRect().top : innerHeight;
    return { top: Math.max(head, 0) + 16, bottom: Math.max(Math.min(sheet, innerHeight) - 48, head + 80) };
  }

  #overlays() {
    this.selection.draw();
    this.tagging.refresh();
  }

  #rememberPlace() {
    const box = this.place.getBoundingClientRect();
    const line = document.elementFromPoint(box.left + 60, Math.max(box.top + 4, 120))?.closest(".line");
    if (line) sessionStorage.setItem(`realist-place-${this.source.id}`, line.dataset.at);
  }

  #returnToPlace() {
    const at = Number(sessionStorage.getItem(`realist-place-${this.source.id}`) ?? 0);
    if (at > 2) this.blocks.line(at)?.scrollIntoView({ block: "start" });
    this.place.focus({ preventScroll: true });
    const { lines } = this.transcript;
    this.selection.set(lineStart(lines[Math.min(at, lines.length - 1)]), undefined, { scroll: false });
  }
}
