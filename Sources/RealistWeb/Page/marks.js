// Coded runs in the text: a soft underlay and underlines in the colours of the codes. Only lines that changed are drawn anew.

import { element } from "./dom.js";

const mostUnderlines = 3;

export class Marks {
  constructor(transcript, blocks) {
    this.transcript = transcript;
    this.blocks = blocks;
    this.drawn = new Map();
  }

  /** Shows these passages; returns whether anything changed. */
  show(segments, codebook) {
    const wanted = this.#byLine(segments);
    const looks = new Map(segments.map((segment) => [segment, lookOf(segment, codebook)]));
    let changed = false;
    for (const at of new Set([...this.drawn.keys(), ...wanted.keys()])) {
      const parts = wanted.get(at) ?? [];
      const look = parts.map(({ start, end, segment }) => `${start}-${end} ${looks.get(segment)}`).join("\n");
      if ((this.drawn.get(at) ?? "") === look) continue;
      this.blocks.redraw(at, runsIn(parts, codebook));
      if (look) this.drawn.set(at, look);
      else this.drawn.delete(at);
      changed = true;
    }
    return changed;
  }

  /** Passages by the lines they touch, each cut to the line. */
  #byLine(segments) {
    const byLine = new Map();
    const { lines } = this.transcript;
    for (const segment of segments) {
      for (let at = this.transcript.lineIndex(segment.start); at < lines.length && lines[at].start < segment.end; at += 1) {
        const [start, end] = [Math.max(segment.start, lines[at].start), Math.min(segment.end, lines[at].end)];
        if (end <= start) continue;
        if (!byLine.has(at)) byLine.set(at, []);
        byLine.get(at).push({ start, end, segment });
      }
    }
    return byLine;
  }
}

/** Everything of a passage that its runs are drawn from; while it stays, so do they. */
function lookOf({ id, start, end, isWaiting, codings }, codebook) {
  const codes = codings.map((coding) => [coding.code, coding.isWaiting, codebook.nameOf(coding), codebook.colour(coding.code)].join("|"));
  return [id, start, end, isWaiting, ...codes].join(" ");
}

/** The line cut wherever a passage begins or ends; each run knows all passages over it. */
function runsIn(parts, codebook) {
  const cuts = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const runs = [];
  for (let each = 0; each + 1 < cuts.length; each += 1) {
    const [start, end] = [cuts[each], cuts[each + 1]];
    const over = parts.filter((part) => part.start < end && part.end > start).map((part) => part.segment);
    if (over.length) runs.push(run(start, end, over, codebook));
  }
  return runs;
}

function run(start, end, segments, codebook) {
  const codings = segments.flatMap((segment) => segment.codings);
  const colours = [...new Set(codings.map((coding) => codebook.colour(coding.code)))].slice(0, mostUnderlines);
  const isWaiting = segments.some((segment) => segment.isWaiting) || codings.some((coding) => coding.isWaiting);
  const ids = segments.map((segment) => segment.id).join(" ");
  const begins = segments.some((segment) => segment.start === start);
  // Names are printed behind the words; on the screen the margin has them.
  const names = segments.filter((segment) => segment.end === end).flatMap((segment) => segment.codings.map((coding) => codebook.nameOf(coding)));
  const make = (child) => {
    const codes = codings.map((each) => each.code).join(" ");
    const mark = element("mark", { data: { segments: ids, codes, state: isWaiting ? "waiting" : "saved", colours: colours.length } }, child);
    colours.forEach((colour, place) => mark.style.setProperty(`--c${place + 1}`, colour));
    if (begins) mark.dataset.begins = "";
    if (names.length) mark.dataset.names = [...new Set(names)].join(", ");
    if (segments.length > 1) mark.dataset.overlap = segments.length;
    return mark;
  };
  return { start, end, make };
}
