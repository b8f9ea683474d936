// The two ends of the open passage, to be dragged.

import { element } from "./dom.js";
import { widened } from "./motions.js";

export class Handles {
  /** `onDrag({start, end})` while an end is dragged, `onDrop({start, end})` when it is let go. */
  constructor(frame, { transcript, blocks, caret, onDrag, onDrop }) {
    Object.assign(this, { frame, transcript, blocks, caret, onDrag, onDrop });
    this.knobs = ["start", "end"].map((end) => this.#knob(end));
    frame.append(...this.knobs);
  }

  /** For the mouse and fingers; the keys Shift+Alt+arrows do the same. */
  #knob(end) {
    const on = {
      pointerdown: (event) => this.#down(event, end), pointermove: (event) => this.#move(event, end),
      pointerup: () => this.#up(), pointercancel: () => this.#up(),
    };
    const title = end === "start" ? "Drag to change where the passage begins" : "Drag to change where the passage ends";
    return element("span", { class: "handle", hidden: true, "aria-hidden": "true", title, data: { handle: end }, on });
  }

  /** Shows them at the ends of a span; null hides them. */
  show(span) {
    this.span = span;
    if (!span) return this.knobs.forEach((knob) => { knob.hidden = true; });
    const frame = this.frame.getBoundingClientRect();
    this.#at(this.knobs[0], this.caret.rect(span.start, true), frame);
    this.#at(this.knobs[1], this.caret.rect(span.end, false), frame);
    return undefined;
  }

  #at(knob, rect, frame) {
    knob.hidden = false;
    knob.style.setProperty("left", `${rect.left - frame.left}px`);
    knob.style.setProperty("top", `${rect.top - frame.top}px`);
    knob.style.setProperty("height", `${rect.height}px`);
  }

  #down(event, end) {
    event.preventDefault();
    event.target.setPointerCapture(event.pointerId);
    this.dragged = { ...this.span };
    this.isDragging = end;
  }

  #move(event, end) {
    if (this.isDragging !== end) return;
    const position = this.#under(event);
    if (position === null) return;
    const next = { ...this.dragged, [end]: position };
    if (next.end <= next.start) return;
    this.dragged = widened(this.transcript, next);
    this.show(this.dragged);
    this.onDrag(this.dragged);
  }

  /** The handle itself lies over the text: it must not answer for it. */
  #under(event) {
    this.knobs.forEach((knob) => knob.style.setProperty("pointer-events", "none"));
    const position = this.caret.fromPoint(event.clientX, event.clientY);
    this.knobs.forEach((knob) => knob.style.removeProperty("pointer-events"));
    return position;
  }

  #up() {
    if (!this.isDragging) return;
    this.isDragging = null;
    this.onDrop(this.dragged);
  }
}
