// A source's text cut into lines and turns. All positions are Unicode scalars; spans are half-open.

import { TextIndex } from "./offsets.js";

/**
 * `lines`: {number, start, end, text, pieces, turn, isFirst, follows}: `pieces` are "words" of a turn, a "label" before it, or a "gap" between;
 * `turn` is the index of the first turn with words in it, or -1; `follows`: a blank line or another turn is above.
 */
export class Transcript {
  constructor({ text, turns, questions = [] }) {
    this.index = new TextIndex(text);
    this.text = text;
    this.length = this.index.length;
    this.turns = [...turns].sort((a, b) => a.start - b.start);
    this.lines = linesOf(text, this.index, this.turns);
    this.questions = new Map(questions.map((each) => [each.number, each.text]));
    // The question that each turn is the first to answer; what is said between two answers belongs to none.
    let last = null;
    this.asked = this.turns.map(({ question = null }) => {
      const isNew = question !== null && question !== last;
      last = question ?? last;
      return isNew ? question : null;
    });
  }

  /** The question of the guide that a line is the first to answer, in words; null where it goes on with the one before, or where the text has it just above. */
  questionOf(at) {
    const { turn, isFirst } = this.lines[at];
    const asked = isFirst ? this.asked[turn] ?? null : null;
    if (asked === null) return null;
    const words = this.questions.get(asked);
    if (words && this.lines[at - 1]?.text.includes(words)) return null;
    return words ? `Question ${asked}: ${words}` : `Question ${asked}`;
  }

  /** The words of a span. */
  words(start, end) {
    return this.index.slice(start, end);
  }

  /** The place in `lines` of the line that holds this position, or the last one before it. */
  lineIndex(position) {
    let [low, high] = [0, this.lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle].start <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lineAt(position) {
    return this.lines[this.lineIndex(position)];
  }

  /** The turn that holds this position, else the nearest one before it, else the first; undefined when there are none. */
  turnIndex(position) {
    let [low, high] = [0, this.turns.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.turns[middle].start <= position) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  }

  /** Who says what is at this position. */
  speakerAt(position) {
    const turn = this.turns[this.turnIndex(position)];
    return turn && turn.start <= position && position < turn.end ? turn.speaker ?? null : null;
  }
}

function linesOf(text, index, turns) {
  const hasPairs = index.length !== text.length;
  const lines = [];
  let start = 0;
  let unit = 0;
  let firstTurn = 0;
  let blank = false;
  for (const [at, words] of text.split("\n").entries()) {
    const length = hasPairs ? index.toScalar(unit + words.length) - start : words.length;
    const end = start + length;
    while (firstTurn < turns.length && turns[firstTurn].end <= start) firstTurn += 1;
    if (/^\p{White_Space}*$/u.test(words)) {
      blank = true;
    } else {
      const line = { number: at + 1, start, end, text: words, ...piecesOf(start, end, turns, firstTurn) };
      lines.push({ ...line, follows: blank || line.isFirst });
      blank = false;
    }
    start = end + 1;
    unit += words.length + 1;
  }
  return lines.length ? lines : [{ number: 1, start: 0, end: 0, text: "", pieces: [], turn: -1, isFirst: false, follows: false }];
}

/** What of a line is said in a turn, and what stands around it: labels, times, headings. */
function piecesOf(start, end, turns, firstTurn) {
  const pieces = [];
  let [position, turn, isFirst] = [start, -1, false];
  for (let each = firstTurn; each < turns.length && turns[each].start < end; each += 1) {
    const from = Math.max(turns[each].start, start);
    const to = Math.min(turns[each].end, end);
    if (from > position) pieces.push({ kind: position === start ? "label" : "gap", start: position, end: from });
    if (to > from) pieces.push({ kind: "words", start: from, end: to });
    if (turn < 0) {
      turn = each;
      isFirst = turns[each].start >= start;
    }
    position = Math.max(to, position);
  }
  if (position < end) pieces.push({ kind: turns.length ? "gap" : "words", start: position, end });
  return { pieces, turn, isFirst };
}
