// The margin: a stripe beside every coded passage, overlaps side by side, with the names of the codes. Only for chunks near the view.

import { element } from "./dom.js";

const [laneWidth, labelHeight, mostLanes] = [7, 18, 9];

export class Stripes {
  constructor(blocks, onOpen) {
    this.blocks = blocks;
    this.near = new Set();
    this.segments = [];
    this.observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "600px" });
    this.resize = new ResizeObserver(() => this.#later([...this.near]));
    this.resize.observe(blocks.place);
    blocks.chunks.forEach((chunk) => this.observer.observe(chunk.element));
    blocks.place.addEventListener("click", (event) => {
      const stripe = event.target.closest("[data-stripe]");
      if (stripe) onOpen(stripe.dataset.stripe);
    });
  }

  show(segments, codebook) {
    this.segments = segments;
    this.codebook = codebook;
    // The text first, the margin in the frame after.
    requestAnimationFrame(() => this.#later([...this.near]));
  }

  dispose() {
    this.observer.disconnect();
    this.resize.disconnect();
  }

  #seen(entries) {
    const came = [];
    for (const { target, isIntersecting } of entries) {
      const chunk = this.blocks.chunks[Number(target.dataset.chunk)];
      if (isIntersecting) came.push(chunk);
      if (isIntersecting) this.near.add(chunk);
      else this.#forget(chunk);
    }
    this.#later(came);
  }

  /** What is far from the view is not kept up to date, so it is not kept at all. */
  #forget(chunk) {
    this.near.delete(chunk);
    chunk.stripes = undefined;
    chunk.element.querySelector(".stripes")?.remove();
  }

  /** Draws in the next frame: all measuring first, then all writing. */
  #later(chunks) {
    this.wanted = new Set([...(this.wanted ?? []), ...chunks]);
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      const drawings = [...this.wanted].filter((chunk) => chunk.element.isConnected && this.near.has(chunk)).map((chunk) => [chunk, this.#measure(chunk)]);
      this.wanted.clear();
      for (const [chunk, items] of drawings) this.#draw(chunk, items);
    });
  }

  /** {segment, coding, top, bottom, starts} of every coding in a chunk, in the order of the text. */
  #measure(chunk) {
    if (!this.codebook) return [];
    const origin = chunk.element.getBoundingClientRect().top;
    const items = [];
    for (const segment of this.segments) {
      if (segment.start >= chunk.end || segment.end <= chunk.start) continue;
      const range = this.blocks.range(Math.max(segment.start, chunk.start), Math.min(segment.end, chunk.end));
      const rects = [...range.getClientRects()].filter((rect) => rect.height > 0 && rect.width > 0);
      if (rects.length === 0) continue;
      const top = Math.min(...rects.map((rect) => rect.top)) - origin;
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin;
      for (const coding of new Map(segment.codings.map((each) => [each.code ?? each.path, each])).values()) {
        items.push({ segment, coding, top, bottom, starts: segment.start >= chunk.start });
      }
    }
    return items;
  }

  #draw(chunk, items) {
    const look = this.#look(items);
    if (chunk.stripes === look) return;
    chunk.stripes = look;
    chunk.element.querySelector(".stripes")?.remove();
    if (items.length === 0) return;
    const lanes = laneOf(items);
    const margin = element("div", { class: "stripes" });
    items.forEach((item, place) => margin.append(this.#bar(item, Math.min(lanes[place], mostLanes - 1))));
    this.#labels(margin, items, lanes, chunk.element.clientHeight);
    chunk.element.append(margin);
  }

  /** Everything that a chunk's margin is drawn from; while it stays, so does the drawing. */
  #look(items) {
    return items.map(({ segment, coding, top, bottom, starts }) => [segment.id, coding.coder, coding.isWaiting, this.codebook.pathOf(coding),
      this.codebook.colour(coding.code), top, bottom, starts].join("|")).join("\n");
  }

  #bar({ segment, coding, top, bottom }, lane) {
    const title = `${this.codebook.pathOf(coding)} · ${coding.coder}`;
    const bar = element("div", { class: "stripe", "aria-hidden": "true", title, data: { stripe: segment.id, code: coding.code } });
    this.#place(bar, { top: top + 2, left: lane * laneWidth, height: Math.max(bottom - top - 4, 6), code: coding.code });
    return bar;
  }

  /** Names beside the beginnings; what does not fit near its stripe is counted on the name before. */
  #labels(margin, items, lanes, height) {
    let [free, last] = [0, null];
    for (const { segment, coding, top, bottom, starts } of items) {
      if (!starts) continue;
      const at = Math.max(top + 3, free);
      if (last && (at > Math.max(bottom - 12, top + 44) || at + labelHeight > height)) {
        last.dataset.more = Number(last.dataset.more ?? 0) + 1;
        last.title += `\n${this.codebook.pathOf(coding)}`;
        continue;
      }
      const beside = items.map((item, place) => (item.top < at + labelHeight && item.bottom > at ? Math.min(lanes[place], mostLanes - 1) + 1 : 0));
      last = this.#name(segment, coding);
      this.#place(last, { top: at, left: Math.max(1, ...beside) * laneWidth + 4, code: coding.code });
      margin.append(last);
      free = at + labelHeight;
    }
  }

  #name(segment, coding) {
    return element("button", {
      type: "button", tabindex: "-1", class: "stripe-name", title: `${this.codebook.pathOf(coding)} · ${coding.coder}`,
      data: { stripe: segment.id, code: coding.code, state: coding.isWaiting ? "waiting" : "saved" },
    }, element("span", {}, this.codebook.nameOf(coding)));
  }

  #place(target, { top, left, height, code }) {
    target.style.setProperty("top", `${top}px`);
    target.style.setProperty("left", `${left}px`);
    if (height) target.style.setProperty("height", `${height}px`);
    target.style.setProperty("--code", this.codebook.colour(code));
  }
}

/** The lane of each item: the first one that is free beside its rows. */
function laneOf(items) {
  const ends = [];
  return items.map(({ top, bottom }) => {
    const free = ends.findIndex((end) => end <= top + 1);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = bottom;
    return lane;
  });
}
