// The details of the open passage: its words, codes, coders, memo and evidence, and what can be done with it.

import { spot } from "./codes.js";
import { counted, day, element, fill } from "./dom.js";
import { drafts } from "./drafts.js";
import { showProblem } from "./panel.js";

export class PassagePanel {
  /** `act`: untag(coding), addCode(), saveMemo(id, text, what it began from) → {isDone, error}, remove(), configure(letter), openOther(id), close(), leave(). */
  constructor(place, { transcript, readOnly, act }) {
    Object.assign(this, { place, transcript, readOnly, act });
    this.slots = [];
    /** Memos that the server has not taken yet, by passage. */
    this.unsaved = new Map();
    this.head = element("header", { class: "passage-head" });
    this.words = element("blockquote", { class: "passage-words" });
    this.others = element("div", { class: "passage-others" });
    this.codings = element("ul", { class: "codings", "aria-label": "Codes" });
    this.add = element("button", { type: "button", id: "passage-add", on: { click: () => act.addCode() } }, "Add a code");
    this.memo = element("textarea", { id: "passage-memo", rows: 3, readonly: readOnly, on: { input: () => this.#keepDraft(), change: () => this.#saveMemo(), keydown: (event) => this.#memoKey(event) } });
    this.problem = element("p", { class: "problem", role: "alert", hidden: true });
    this.evidence = element("div", { class: "passage-evidence" });
    this.foot = element("div", { class: "passage-foot" });
    fill(place, this.head, this.words, this.others, element("h3", {}, "Codes"), this.codings, readOnly ? null : this.add,
      element("label", { class: "field" }, "Memo", this.memo), this.problem, element("h3", {}, "Evidence"), this.evidence, this.foot);
    place.addEventListener("keydown", (event) => { if (event.key === "Escape") this.act.leave(event); });
  }

  /** Shows a passage; what is being typed stays. `others`: passages that share words with it. */
  show(segment, others, codebook) {
    const focusKey = this.place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const isOther = this.segment?.id !== segment.id && this.segment?.id !== segment.replaces;
    if (isOther) this.#saveMemo();
    this.segment = segment;
    this.place.dataset.segment = segment.id;
    this.#showHead(segment);
    this.#showOthers(others, codebook);
    fill(this.codings, segment.codings.map((coding) => this.#coding(coding, codebook)),
      segment.codings.length ? null : element("li", { class: "quiet" }, "No codes"));
    if (isOther) showProblem(this.problem, null);
    if (isOther || document.activeElement !== this.memo) this.#showMemo(segment);
    this.memo.dataset.state = this.unsaved.has(segment.id) ? "waiting" : "saved";
    this.#showEvidence(segment);
    this.#showFoot();
    if (focusKey) this.place.querySelector(`[data-key="${CSS.escape(focusKey)}"]`)?.focus() ?? this.focus();
  }

  /** What was typed and is not saved, else what the study has. `seen`: what was there when typing began. */
  #showMemo(segment) {
    const left = this.readOnly ? null : drafts.at(this.#draftOf(segment));
    this.seen = left ? left.seen : segment.memo ?? "";
    this.memo.value = left?.text ?? segment.memo ?? "";
    this.memo.toggleAttribute("data-dirty", Boolean(left));
  }

  #draftOf(segment) {
    return `segments/${segment.id}/memo`;
  }

  #keepDraft() {
    if (!this.segment) return;
    this.memo.dataset.dirty = "";
    drafts.keep(this.#draftOf(this.segment), this.memo.value, this.seen);
  }

  focus() {
    (this.codings.querySelector("button") ?? this.add).focus();
  }

  /** Keeps a memo that is being typed when the passage is closed. */
  finish() {
    this.#saveMemo();
    this.clear();
  }

  /** The open passage is not there any more: somebody else has deleted it. */
  vanish() {
    const { segment, memo } = this;
    if (segment && "dirty" in memo.dataset) this.act.loseMemo(memo.value);
    this.clear();
  }

  /** No passage is open: nothing of the last one stays in the document, least of all that it is being saved. */
  clear() {
    if (!this.segment) return;
    this.segment = null;
    delete this.place.dataset.segment;
    for (const part of [this.head, this.words, this.others, this.codings, this.evidence, this.foot]) fill(part);
    this.memo.value = "";
    delete this.memo.dataset.dirty;
    this.memo.dataset.state = "saved";
    showProblem(this.problem, null);
  }

  #showHead(segment) {
    const line = this.transcript.lineAt(segment.start);
    const speaker = this.transcript.speakerAt(segment.start);
    const words = this.transcript.words(segment.start, segment.end);
    fill(this.head, element("h2", { id: "passage-title" }, speaker ?? "Passage"),
      element("p", { class: "quiet" }, `line ${line.number} · ${counted(words.split(/\s+/).filter(Boolean).length, "word")}`,
        segment.isWaiting ? element("span", { class: "chip", data: { state: "waiting" } }, "saving…") : null),
      element("button", {
        type: "button", class: "close", id: "passage-close", "aria-label": "Close the passage", data: { key: "close" }, on: { click: () => this.act.close() },
      }, "×"));
    fill(this.words, words);
    this.words.dir = "auto";
  }

  #showOthers(others, codebook) {
    fill(this.others, others.length ? element("p", { class: "quiet" }, "Also here: ", others.map((other) => element("button", {
      type: "button", class: "link", data: { key: other.id, segment: other.id }, on: { click: () => this.act.openOther(other.id) },
    }, other.codings.map((coding) => codebook.nameOf(coding)).join(", ") || "a passage without codes"))) : null);
  }

  #coding(coding, codebook) {
    const path = codebook.pathOf(coding).split("/");
    const name = element("a", { class: "code-name", href: `#/codes/${coding.code}` }, path.at(-1));
    return element("li", { data: { code: coding.code, coder: coding.coder, state: coding.isWaiting ? "waiting" : "saved" } }, spot(codebook.colour(coding.code)),
      element("div", { class: "coding" }, name, path.length > 1 ? element("span", { class: "code-above" }, path.slice(0, -1).join(" / ")) : null,
        element("span", { class: "quiet" }, [coding.coder, coding.isWaiting ? "saving…" : day(coding.created)].filter(Boolean).join(" · ")),
        coding.memo ? element("p", { class: "coding-memo" }, coding.memo) : null),
      this.readOnly ? null : element("button", {
        type: "button", class: "close untag", "aria-label": `Take off ${path.join("/")}, ${coding.coder}`, title: "Take this code off",
        data: { key: `untag ${coding.code} ${coding.coder}` }, on: { click: () => this.act.untag(coding) },
      }, "×"));
  }

  #showEvidence(segment) {
    fill(this.evidence, segment.evidence.length
      ? element("ul", { class: "plain" }, segment.evidence.map((each) => element("li", {},
        element("a", { href: `#/configurations/${encodeURIComponent(each.key)}`, data: { configuration: each.configuration } }, each.key))))
      : element("p", { class: "quiet" }, "In no configuration"),
    this.readOnly ? null : element("p", { class: "slots" }, "Add as ", this.slots.map(({ letter, name }) => element("button", {
      type: "button", data: { key: letter, letter }, title: `${name} (Shift+${letter})`, "aria-label": `Add as ${name}`, on: { click: () => this.act.configure(letter) },
    }, letter))));
  }

  #showFoot() {
    fill(this.foot, this.readOnly ? null : element("button", {
      type: "button", class: "link danger", id: "passage-remove", data: { key: "remove" }, on: { click: () => this.act.remove() },
    }, "Delete the passage"));
  }

  async #saveMemo() {
    const { segment, memo, seen } = this;
    // While both memos are offered, nothing is saved unasked.
    if (!segment || this.readOnly || !("dirty" in memo.dataset) || !this.problem.hidden) return;
    const typed = memo.value;
    delete memo.dataset.dirty;
    if (typed === (segment.memo ?? "")) return drafts.drop(this.#draftOf(segment));
    this.unsaved.set(segment.id, typed);
    this.seen = typed;
    const { isDone, error } = await this.act.saveMemo(segment.id, typed, seen);
    if (this.unsaved.get(segment.id) === typed) this.unsaved.delete(segment.id);
    const isHere = this.segment?.id === segment.id;
    if (isDone && drafts.at(this.#draftOf(segment))?.text === typed) drafts.drop(this.#draftOf(segment));
    if (error?.kind === "changed") this.#offerBoth(segment, typed, error.now);
    if (isHere) memo.dataset.state = this.unsaved.has(segment.id) ? "waiting" : "saved";
  }

  /** Somebody else was faster: whoever comes second reads what is there now, and says which of the two is to stay. */
  #offerBoth(segment, typed, now) {
    drafts.keep(this.#draftOf(segment), typed, now);
    if (this.segment?.id !== segment.id) return;
    this.seen = now;
    this.memo.value = typed;
    this.memo.dataset.dirty = "";
    showProblem(this.problem, { message: `Changed elsewhere meanwhile to “${now}”. Yours is kept here and not saved.` });
    const answer = (save) => () => {
      showProblem(this.problem, null);
      if (!save) drafts.drop(this.#draftOf(segment));
      if (save) this.#saveMemo();
      else this.#showMemo(this.segment);
    };
    this.problem.append(" ", element("button", { type: "button", data: { action: "save-mine" }, on: { click: answer(true) } }, "Save mine"),
      " ", element("button", { type: "button", data: { action: "take-theirs" }, on: { click: answer(false) } }, "Take theirs"));
  }

  #memoKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      this.#saveMemo();
      this.act.leave(event);
    }
  }
}
