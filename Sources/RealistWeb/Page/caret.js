// The caret of the transcript: drawn by the page, because nothing in the transcript can be edited.

import { element } from "./dom.js";

export class Caret {
  constructor(frame, blocks) {
    this.frame = frame;
    this.blocks = blocks;
    this.mark = element("span", { class: "caret", "aria-hidden": "true", hidden: true });
    frame.append(this.mark);
  }

  /** Puts the caret before a position when the next frame is drawn: until then the text may change once more, and is measured once for all. */
  show(position) {
    this.position = position;
    this.frameRequest ??= requestAnimationFrame(() => this.#draw());
  }

  hide() {
    this.position = null;
    this.mark.hidden = true;
  }

  #draw() {
    this.frameRequest = null;
    if (this.position === null || !this.frame.isConnected) return;
    const rect = this.rect(this.position);
    const frame = this.frame.getBoundingClientRect();
    this.mark.hidden = false;
    this.mark.style.setProperty("left", `${rect.left - frame.left}px`);
    this.mark.style.setProperty("top", `${rect.top - frame.top}px`);
    this.mark.style.setProperty("height", `${rect.height}px`);
  }

  /** Where the caret stands on the screen: {left, top, bottom, height}; `ahead`: at a border before what follows, not behind what was. */
  rect(position, ahead = true) {
    const { node, offset } = this.blocks.placeOf(position, ahead);
    const range = document.createRange();
    range.setStart(node, offset);
    range.collapse(true);
    const own = range.getClientRects()[0];
    if (own) return { left: own.left, top: own.top, bottom: own.bottom, height: own.height };
    const whole = (node.parentElement ?? node).getBoundingClientRect();
    const height = Math.min(whole.height, 24);
    return { left: whole.left, top: whole.top, bottom: whole.top + height, height };
  }

  /** The position on the next visual row in this direction (1 or -1), keeping to the column `left`. */
  onRow(position, direction, left) {
    const rect = this.rect(position);
    if (!rect) return position;
    const step = rect.height * 0.7;
    for (let away = 1; away < 12; away += 1) {
      const y = (direction > 0 ? rect.top + rect.height : rect.top) + direction * step * away;
      const found = this.fromPoint(left, y);
      if (found !== null && (found - position) * direction > 0) return found;
    }
    return position;
  }

  /** The position at a point of the screen; null when there is no text. */
  fromPoint(x, y) {
    if (document.caretPositionFromPoint) {
      const place = document.caretPositionFromPoint(x, y);
      return place ? this.blocks.position(place.offsetNode, place.offset) : null;
    }
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? this.blocks.position(range.startContainer, range.startOffset) : null;
  }
}
