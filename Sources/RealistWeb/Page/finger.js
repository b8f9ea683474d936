// Selecting with a finger: resting on a word selects it, drawing on from there takes in more words. Browsers that select on a long press
// themselves come to the same selection, and their own handles move its ends.

import * as motions from "./motions.js";

/** Milliseconds until a finger rests, a little before browsers think so; and pixels that it may tremble meanwhile. */
const [restsAfter, tremor] = [420, 10];

export class Finger {
  constructor(place, { selection, transcript, caret }) {
    Object.assign(this, { place, selection, transcript, caret });
    this.timer = 0;
    /** The word that the finger rests on, while it selects. */
    this.word = null;
    this.stops = [];
    this.#listen("touchstart", (event) => this.#down(event));
    this.#listen("touchmove", (event) => this.#move(event));
    this.#listen("touchend", (event) => this.#up(event));
    this.#listen("touchcancel", () => this.#let());
  }

  dispose() {
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
  }

  #listen(name, listener) {
    // Not passive: while words are being selected the page does not scroll.
    this.place.addEventListener(name, listener, { passive: false });
    this.stops.push(() => this.place.removeEventListener(name, listener));
  }

  #down({ touches }) {
    this.#let();
    if (touches.length !== 1) return;
    this.from = touches[0];
    this.timer = setTimeout(() => this.#rest(), restsAfter);
  }

  #rest() {
    this.word = this.#wordAt(this.from);
    if (!this.word) return;
    this.place.focus({ preventScroll: true });
    this.selection.set(this.word.start, this.word.end, { scroll: false });
  }

  #move(event) {
    const [now] = event.touches;
    if (!this.word) {
      if (Math.hypot(now.clientX - this.from.clientX, now.clientY - this.from.clientY) > tremor) clearTimeout(this.timer);
      return;
    }
    event.preventDefault();
    const word = this.#wordAt(now);
    if (!word) return;
    const isBack = word.start < this.word.start;
    this.selection.set(isBack ? this.word.end : this.word.start, isBack ? word.start : Math.max(word.end, this.word.end), { scroll: false });
  }

  /** Without the click that would follow, which lets go of a selection. */
  #up(event) {
    if (this.word) event.preventDefault();
    this.#let();
  }

  #let() {
    clearTimeout(this.timer);
    this.word = null;
  }

  #wordAt({ clientX, clientY }) {
    const position = this.caret.fromPoint(clientX, clientY);
    return position === null ? null : motions.wordAt(this.transcript, position);
  }
}
