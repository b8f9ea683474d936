// The transcript as elements: chunks of lines that the browser lays out only when they come near the view, and the way between
// places in the document and positions in the text.

import { element } from "./dom.js";
import { scalarsIn, toScalar, toUTF16 } from "./offsets.js";

/** A chunk is about as high as a screen: what is not seen costs nothing when a source is opened. */
const [chunkHeight, mostLines] = [900, 24];
/** Rough figures for the height of what was not laid out yet; the browser remembers the true one afterwards. */
const [lettersInRow, rowHeight, turnGap] = [74, 29, 14];
/** Where each text node begins in the text. */
const starts = new WeakMap();

export class Blocks {
  /** Chunks are empty boxes of about the right height at first; they get their lines when they come near the view, and the rest when nothing else is to do. */
  constructor(transcript, place) {
    this.transcript = transcript;
    this.place = place;
    this.runs = new Map();
    this.lines = new Array(transcript.lines.length);
    this.chunks = [];
    /** The chunk of each line. */
    this.chunkOf = new Uint32Array(transcript.lines.length);
    const all = document.createDocumentFragment();
    for (let first = 0; first < transcript.lines.length; first = this.chunks.at(-1).after) all.append(this.#chunk(first));
    place.replaceChildren(all);
    this.near = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.fill(this.chunks[Number(entry.target.dataset.chunk)]);
    }, { rootMargin: "1200px" });
    for (const chunk of this.chunks) this.near.observe(chunk.element);
    this.#fillRest(0);
  }

  /** The element of a line. */
  line(at) {
    this.fill(this.chunks[this.chunkOf[at]]);
    return this.lines[at];
  }

  #chunk(first) {
    const { lines } = this.transcript;
    const made = document.createElement("div");
    made.className = "chunk";
    made.dataset.chunk = this.chunks.length;
    let [after, height] = [first, 0];
    while (after < lines.length && height < chunkHeight && after - first < mostLines) {
      this.chunkOf[after] = this.chunks.length;
      height += heightOf(lines[after]);
      after += 1;
    }
    made.style.setProperty("contain-intrinsic-height", `auto ${height}px`);
    this.chunks.push({ element: made, first, after, start: lines[first].start, end: lines[after - 1].end, isFilled: false });
    return made;
  }

  /** Gives a chunk its lines. */
  fill(chunk) {
    if (chunk.isFilled) return;
    chunk.isFilled = true;
    this.near?.unobserve(chunk.element);
    const lines = this.transcript.lines.slice(chunk.first, chunk.after);
    const made = lines.map((line, offset) => this.#line(line, chunk.first + offset));
    made.forEach((line, offset) => { this.lines[chunk.first + offset] = line; });
    chunk.element.prepend(...made);
  }

  /** The whole text is in the document soon, for the browser's own search, printing and screen readers; also where the browser is never idle. */
  #fillRest(from) {
    const later = window.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 8 }), 16));
    later((deadline) => {
      const began = performance.now();
      let next = from;
      do {
        if (next < this.chunks.length) this.fill(this.chunks[next++]);
      } while (next < this.chunks.length && (deadline.timeRemaining() > 2 || (deadline.didTimeout && performance.now() - began < 10)));
      if (this.isGone) return;
      if (next < this.chunks.length) this.#fillRest(next);
      else this.place.dataset.state = "whole";
    }, { timeout: 200 });
  }

  dispose() {
    this.isGone = true;
    this.near.disconnect();
  }

  #line(line, at) {
    const made = element("div", { class: line.follows ? "line follows" : "line", data: { n: line.number, at } });
    const label = line.pieces[0]?.kind === "label" ? line.pieces[0] : null;
    if (label) made.append(this.#label(line, label));
    const question = this.transcript.questionOf(at);
    made.append(element("p", { class: "words", dir: "auto", data: { question } }, this.contents(line, this.runs.get(at) ?? [])));
    return made;
  }

  /** The label as the source has it; what follows the name (a colon) is kept in the text but not shown. */
  #label(line, { start, end }) {
    const words = this.transcript.words(start, end);
    const shown = words.replace(/[\s:]+$/, "");
    const turn = this.transcript.turns[line.turn];
    const who = element("span", { class: "who", title: shown, data: { time: clock(turn?.begins), person: turn?.participant } }, textNode(shown, start));
    const rest = words.slice(shown.length);
    if (rest) who.append(element("span", { class: "colon" }, textNode(rest, start + scalarsIn(shown))));
    return who;
  }

  /** The nodes of a line cut at the ends of `runs`: {start, end, make(children)}. */
  contents(line, runs) {
    const nodes = [];
    for (const piece of line.pieces) {
      if (piece.kind === "label" && piece === line.pieces[0]) continue;
      const made = this.#cut(piece, runs);
      if (piece.kind === "gap") nodes.push(element("span", { class: "gap" }, made));
      else nodes.push(...made);
    }
    return nodes;
  }

  #cut(piece, runs) {
    const nodes = [];
    let position = piece.start;
    for (const run of runs) {
      const [from, to] = [Math.max(run.start, piece.start), Math.min(run.end, piece.end)];
      if (to <= from) continue;
      if (from > position) nodes.push(textNode(this.transcript.words(position, from), position));
      nodes.push(run.make(textNode(this.transcript.words(from, to), from), from === run.start));
      position = to;
    }
    if (position < piece.end) nodes.push(textNode(this.transcript.words(position, piece.end), position));
    return nodes;
  }

  /** Draws one line anew with these runs. */
  redraw(at, runs) {
    if (runs.length) this.runs.set(at, runs);
    else this.runs.delete(at);
    this.lines[at]?.querySelector(".words").replaceChildren(...this.contents(this.transcript.lines[at], runs));
  }

  /** The position in the text of a place in the document; null outside the transcript. */
  position(node, offset) {
    if (!this.place.contains(node)) return null;
    if (node.nodeType === Node.TEXT_NODE && starts.has(node)) return starts.get(node) + toScalar(node.data, offset);
    const child = node.childNodes[offset];
    const walker = document.createTreeWalker(this.place, NodeFilter.SHOW_TEXT);
    if (child) {
      walker.currentNode = child;
      const next = child.nodeType === Node.TEXT_NODE ? child : walker.nextNode();
      if (next) return starts.get(next);
    } else {
      walker.currentNode = lastInside(node);
    }
    const before = walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.previousNode();
    return before ? starts.get(before) + scalarsIn(before.data) : 0;
  }

  /** The place in the document of a position: {node, offset}. At a border it is the end of what is before, or with `ahead` the beginning of what follows. */
  placeOf(position, ahead = false) {
    const at = this.transcript.lineIndex(position);
    const walker = document.createTreeWalker(this.line(at), NodeFilter.SHOW_TEXT);
    let found = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = starts.get(node);
      if (start > position || (start === position && found && !ahead && !found.isHidden)) break;
      const isHidden = node.parentNode.className === "colon";
      found = { node, offset: Math.min(toUTF16(node.data, position - start), node.data.length), isHidden };
    }
    return found ?? { node: this.line(at), offset: 0 };
  }

  /** A DOM range over a span. */
  range(start, end) {
    const range = document.createRange();
    const from = this.placeOf(start, true);
    const to = this.placeOf(end);
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }
}

function heightOf(line) {
  return Math.ceil(line.text.length / lettersInRow) * rowHeight + (line.follows ? turnGap : 0);
}

function textNode(words, start) {
  const node = document.createTextNode(words);
  starts.set(node, start);
  return node;
}

function lastInside(node) {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/** Milliseconds as 1:05 or 1:02:03. */
function clock(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return null;
  const seconds = Math.floor(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
