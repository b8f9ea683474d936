// The span of the open passage while its ends are being moved: shown at once, saved when the keys rest or the mouse lets go.

import { announce } from "./announce.js";
import * as motions from "./motions.js";

/** Milliseconds without a key before the span is saved. */
const pause = 700;

export class SpanDraft {
  constructor(tagging) {
    this.tagging = tagging;
    /** The span as it is shown; null while it is the passage's own. */
    this.span = null;
  }

  /** Moves an end ("start" or "end") of the open passage by a "word" or a "character". */
  move(end, direction, unit) {
    const { reader, passage } = this.tagging;
    const { transcript } = reader;
    const span = this.span ?? { start: passage.start, end: passage.end };
    const moved = { ...span, [end]: (unit === "word" ? motions.byWord : motions.byCharacter)(transcript, span[end], direction) };
    if (moved.end <= moved.start) return;
    const tight = unit === "word" ? motions.trimmed(moved, transcript.words(moved.start, moved.end)) : moved;
    if (tight.end <= tight.start) return;
    this.span = motions.widened(transcript, tight);
    this.tagging.refresh();
    reader.selection.reveal(this.span[end]);
    announce(transcript.words(this.span.start, this.span.end), { quiet: true });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** Takes the span of a drag. */
  drop(span) {
    const { transcript } = this.tagging.reader;
    this.span = motions.widened(transcript, motions.trimmed(span, transcript.words(span.start, span.end)));
    this.save();
  }

  async save() {
    clearTimeout(this.timer);
    const [{ span }, { passage, reader }] = [this, this.tagging];
    this.span = null;
    if (!span || !passage) return;
    if (span.start === passage.start && span.end === passage.end) return this.tagging.refresh();
    const answer = await reader.passages.amend(passage.id, span, { seen: { start: passage.start, end: passage.end } });
    if (!answer) return;
    // A passage that gets the span of another one becomes one with it.
    if (this.tagging.openID === passage.id && answer.segment) this.tagging.openID = answer.segment.id;
    announce("Changed the passage", { quiet: true });
    this.tagging.refresh();
  }
}
