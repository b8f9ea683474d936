// Finding words in the open source: all places are painted, Enter goes from one to the next.

import { element } from "./dom.js";
import { paint } from "./highlight.js";

export class Find {
  /** `onShow({start, end})` brings a place into view; `onLeave(span|null)` when the field is left with Escape. */
  constructor(place, { transcript, blocks, onShow, onLeave }) {
    Object.assign(this, { transcript, blocks, onShow, onLeave });
    this.hits = [];
    this.current = -1;
    this.input = element("input", { type: "search", id: "find-input", placeholder: "Find in this source", "aria-label": "Find in this source", autocomplete: "off",
      on: { input: () => this.search(), keydown: (event) => this.#key(event) } });
    this.told = element("span", { class: "quiet", id: "find-count", role: "status" });
    this.buttons = [["‹", "The place before", -1], ["›", "The next place", 1]].map(([sign, name, direction]) =>
      element("button", { type: "button", class: "icon", "aria-label": name, title: name, hidden: true, on: { click: () => this.step(direction) } }, sign));
    place.append(element("div", { class: "find", role: "search" }, this.input, this.told, this.buttons));
  }

  open() {
    this.input.focus();
    this.input.select();
  }

  search() {
    const words = this.input.value.trim();
    this.hits = words.length < 2 ? [] : spans(this.transcript, words);
    this.current = this.#nearest();
    this.#paint();
    if (this.current >= 0) this.onShow(this.hits[this.current]);
  }

  step(direction) {
    if (this.hits.length === 0) return;
    this.current = (this.current + direction + this.hits.length) % this.hits.length;
    this.#paint();
    this.onShow(this.hits[this.current]);
  }

  clear() {
    this.hits = [];
    this.current = -1;
    this.#paint();
  }

  /** Paints again after lines were drawn anew. */
  repaint() {
    if (this.hits.length) this.#paint();
  }

  #paint() {
    const most = 2000;
    paint("found", this.hits.slice(0, most).map(({ start, end }) => this.blocks.range(start, end)));
    const here = this.hits[this.current];
    paint("found-here", here ? [this.blocks.range(here.start, here.end)] : []);
    const typed = this.input.value.trim().length >= 2;
    this.told.textContent = this.hits.length ? `${this.current + 1} of ${this.hits.length}` : typed ? "nothing found" : "";
    for (const button of this.buttons) button.hidden = this.hits.length === 0;
  }

  /** The first place at or below what is in view. */
  #nearest() {
    const top = this.blocks.chunks.find((chunk) => chunk.element.getBoundingClientRect().bottom > 0)?.start ?? 0;
    const found = this.hits.findIndex((hit) => hit.start >= top);
    return this.hits.length && found < 0 ? 0 : found;
  }

  #key(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      const here = this.hits[this.current] ?? null;
      this.input.value = "";
      this.clear();
      this.onLeave(here);
    }
  }
}

/** Every place of these words, whatever their case and the white space between them. */
export function spans(transcript, words) {
  const parts = words.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const found = [];
  for (const match of transcript.text.matchAll(new RegExp(parts.join("\\s+"), "giu"))) {
    if (match[0].length === 0) continue;
    found.push({ start: transcript.index.toScalar(match.index), end: transcript.index.toScalar(match.index + match[0].length) });
  }
  return found;
}
