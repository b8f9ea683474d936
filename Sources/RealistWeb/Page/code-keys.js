// The keys of codes: while something is selected, one key is one code.

/** Letters that come at shorter intervals, in milliseconds, are a word. */
const wordPause = 500;

export class CodeKeys {
  constructor(tagging) {
    this.tagging = tagging;
    this.wordEnds = 0;
  }

  /** Tags the selection; `isTyped`: where a word could have been meant, so that its other letters must do nothing. */
  tag(key, { isTyped = false } = {}) {
    const { tagging } = this;
    const code = tagging.reader.codebook.withHotkey(key);
    if (!code || tagging.readOnly) return false;
    tagging.target = null;
    if (isTyped) this.wordEnds = performance.now() + wordPause;
    tagging.choose({ id: code.id }, false, { isLoud: true });
    return true;
  }

  /** Whether a letter belongs to a word that somebody began to type when its first letter was the key of a code. */
  isMidWord() {
    if (performance.now() > this.wordEnds) return false;
    this.wordEnds = performance.now() + wordPause;
    return true;
  }
}
