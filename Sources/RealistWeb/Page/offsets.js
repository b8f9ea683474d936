// The only place that knows that JavaScript counts UTF-16 units. Everything else counts Unicode scalars, as the server does.

const step = 256;
const isHigh = (unit) => (unit & 0xfc00) === 0xd800;
const isLow = (unit) => (unit & 0xfc00) === 0xdc00;

/** Conversions in one text; a checkpoint every 256 units keeps each of them short whatever the length of the text. */
export class TextIndex {
  constructor(text) {
    this.text = text;
    /** How many scalars begin before unit `step * k`; null when every scalar is one unit. */
    this.checkpoints = /[\ud800-\udbff]/.test(text) ? checkpoints(text) : null;
    /** The number of scalars. */
    this.length = this.checkpoints ? this.toScalar(text.length) : text.length;
  }

  /** The scalar offset of a UTF-16 offset; inside a surrogate pair it is that of the pair's beginning. */
  toScalar(utf16) {
    const wanted = Math.min(Math.max(utf16, 0), this.text.length);
    if (!this.checkpoints) return wanted;
    const whole = Math.floor(wanted / step);
    let scalars = this.checkpoints[whole];
    for (let unit = whole * step; unit < wanted; unit += 1) if (!this.#isSecondHalf(unit)) scalars += 1;
    return this.#isSecondHalf(wanted) ? scalars - 1 : scalars;
  }

  /** The UTF-16 offset of a scalar offset. */
  toUTF16(scalar) {
    if (!this.checkpoints) return Math.min(Math.max(scalar, 0), this.text.length);
    if (scalar <= 0) return 0;
    if (this.length !== undefined && scalar >= this.length) return this.text.length;
    const whole = this.#checkpointBefore(scalar);
    let [unit, scalars] = [whole * step, this.checkpoints[whole]];
    // A checkpoint may lie inside a pair: its second half belongs to a scalar that was counted before.
    if (this.#isSecondHalf(unit)) unit += 1;
    while (scalars < scalar && unit < this.text.length) {
      unit += isHigh(this.text.charCodeAt(unit)) && isLow(this.text.charCodeAt(unit + 1)) ? 2 : 1;
      scalars += 1;
    }
    return unit;
  }

  /** The words from one scalar offset to another. */
  slice(start, end) {
    return this.text.slice(this.toUTF16(start), this.toUTF16(end));
  }

  #isSecondHalf(unit) {
    return unit > 0 && isLow(this.text.charCodeAt(unit)) && isHigh(this.text.charCodeAt(unit - 1));
  }

  /** The last checkpoint with at most this many scalars before it. */
  #checkpointBefore(scalar) {
    let [low, high] = [0, this.checkpoints.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.checkpoints[middle] <= scalar) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function checkpoints(text) {
  const counts = new Uint32Array(Math.floor(text.length / step) + 1);
  let scalars = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    if (unit % step === 0) counts[unit / step] = scalars;
    if (!(isLow(text.charCodeAt(unit)) && unit > 0 && isHigh(text.charCodeAt(unit - 1)))) scalars += 1;
  }
  if (text.length % step === 0) counts[text.length / step] = scalars;
  return counts;
}

let lastIndex = new TextIndex("");

function indexOf(text) {
  if (lastIndex.text !== text) lastIndex = new TextIndex(text);
  return lastIndex;
}

/** The number of Unicode scalars in a text. */
export const scalarsIn = (text) => (/[\ud800-\udbff]/.test(text) ? indexOf(text).length : text.length);

/** The scalar offset of a UTF-16 offset in this text. */
export const toScalar = (text, utf16) => indexOf(text).toScalar(utf16);

/** The UTF-16 offset of a scalar offset in this text. */
export const toUTF16 = (text, scalar) => indexOf(text).toUTF16(scalar);
