// Text that is typed and not saved yet, kept in this tab's memory: it is there again when the page was loaded anew meanwhile.

const prefix = "realist-draft ";

export const drafts = {
  /** `place` names the text, such as "codes/ID/definition"; `seen` is what it began from. */
  keep(place, text, seen) {
    try {
      sessionStorage.setItem(prefix + place, JSON.stringify({ text, seen }));
    } catch {
      // No room: it is in the page, and the browser asks before that is left.
    }
  },
  drop(place) {
    sessionStorage.removeItem(prefix + place);
  },
  /** {text, seen}, or null. */
  at(place) {
    return JSON.parse(sessionStorage.getItem(prefix + place) ?? "null");
  },
};
