// Where a caret goes: by character, word, sentence, turn. Pure functions over a Transcript; positions are Unicode scalars.

import { TextIndex } from "./offsets.js";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const wordsOf = new Intl.Segmenter(undefined, { granularity: "word" });
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** Boundaries within a line, as scalars of the text; `keep` says which pieces count. */
function boundaries(line, segmenter, keep = () => true) {
  const index = new TextIndex(line.text);
  const found = [];
  for (const each of segmenter.segment(line.text)) {
    if (!keep(each)) continue;
    const start = line.start + index.toScalar(each.index);
    found.push({ start, end: line.start + index.toScalar(each.index + each.segment.length) });
  }
  return found;
}

const isWord = (each) => each.isWordLike || /\p{Extended_Pictographic}/u.test(each.segment);

/** The first position of a line that can hold the caret: after the label. */
export function lineStart(line) {
  return (line.pieces.find((piece) => piece.kind !== "label") ?? { start: line.start }).start;
}

/** One character (grapheme cluster) on or back. */
export function byCharacter(transcript, position, direction) {
  const at = transcript.lineIndex(position);
  const line = transcript.lines[at];
  if (direction > 0) {
    if (position >= line.end) return at + 1 < transcript.lines.length ? lineStart(transcript.lines[at + 1]) : position;
    return boundaries(line, graphemes).find((each) => each.end > position)?.end ?? line.end;
  }
  if (position <= lineStart(line)) return at > 0 ? transcript.lines[at - 1].end : position;
  return boundaries(line, graphemes).findLast((each) => each.start < position)?.start ?? lineStart(line);
}

/** To the end of this or the next word, or back to the beginning of this or the word before. */
export function byWord(transcript, position, direction) {
  return byUnit(transcript, position, direction, (line) => boundaries(line, wordsOf, isWord));
}

/** To the end of this or the next sentence, or back to a beginning. */
export function bySentence(transcript, position, direction) {
  return byUnit(transcript, position, direction, sentencesIn);
}

function byUnit(transcript, position, direction, unitsIn) {
  let at = transcript.lineIndex(position);
  for (; at >= 0 && at < transcript.lines.length; at += direction) {
    const line = transcript.lines[at];
    const units = unitsIn(line).filter((each) => each.end > lineStart(line));
    const found = direction > 0
      ? units.find((each) => each.end > position)?.end
      : units.findLast((each) => each.start < position)?.start;
    if (found !== undefined) return Math.max(found, lineStart(line));
  }
  return direction > 0 ? transcript.lines.at(-1).end : lineStart(transcript.lines[0]);
}

/** To the end of this or the next turn, or back to a beginning; without turns, by line. */
export function byTurn(transcript, position, direction) {
  const units = transcript.turns.length ? transcript.turns : transcript.lines;
  const found = direction > 0 ? units.find((each) => each.end > position)?.end : units.findLast((each) => each.start < position)?.start;
  return found ?? position;
}

/** To the beginning of the next turn, or to the end of the last one. */
export function toNextTurn(transcript, position) {
  const units = transcript.turns.length ? transcript.turns : transcript.lines;
  return units.find((each) => each.start > position)?.start ?? transcript.lines.at(-1).end;
}

/** The word at a position, or the nearest one before it in the line. */
export function wordAt(transcript, position) {
  return unitAt(boundaries(transcript.lineAt(position), wordsOf, isWord), position);
}

/** The sentence at a position, without the white space around it. */
export function sentenceAt(transcript, position) {
  return unitAt(sentencesIn(transcript.lineAt(position)), position);
}

/** The turn at a position; without turns, the line. */
export function turnAt(transcript, position) {
  const turn = transcript.turns[transcript.turnIndex(position)] ?? transcript.lineAt(position);
  return { start: turn.start, end: turn.end };
}

/** Sentences begin after the label and hold no white space at their ends. */
function sentencesIn(line) {
  const from = lineStart(line);
  const index = new TextIndex(line.text);
  return boundaries(line, sentences).filter((each) => each.end > from).map((each) => {
    const start = Math.max(each.start, from);
    const words = index.slice(start - line.start, each.end - line.start);
    return trimmed({ start, end: each.end }, words);
  }).filter((each) => each.end > each.start);
}

function unitAt(units, position) {
  return units.find((each) => each.start <= position && position < each.end)
    ?? units.findLast((each) => each.end <= position) ?? units[0] ?? { start: position, end: position };
}

/** A span without the white space at its ends. White space is what Unicode calls so (`trim` also takes U+FEFF); it is one scalar a unit. */
export function trimmed({ start, end }, words) {
  const before = /^\p{White_Space}*/u.exec(words)[0].length;
  if (before === words.length) return { start, end: start };
  let after = 0;
  while (/\p{White_Space}/u.test(words[words.length - 1 - after])) after += 1;
  return { start: start + before, end: end - after };
}

/** A span that cuts no character in two, as the server will widen it. */
export function widened(transcript, { start, end }) {
  const first = boundaries(transcript.lineAt(start), graphemes).find((each) => each.start < start && start < each.end);
  const last = boundaries(transcript.lineAt(end), graphemes).find((each) => each.start < end && end < each.end);
  return { start: first ? first.start : start, end: last ? last.end : end };
}
