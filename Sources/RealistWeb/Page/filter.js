// The conditions on participants that hold in every view ("profession = nurse"), for this tab.

const listeners = new Set();

export const filter = {
  /** The conditions in the words of the command line; empty: all. */
  get where() { return sessionStorage.getItem("realist-where") || ""; },
  set(where) {
    if (where === filter.where) return;
    if (where) sessionStorage.setItem("realist-where", where);
    else sessionStorage.removeItem("realist-where");
    for (const listener of listeners) listener(where);
  },
  /** A path of the interface with the conditions. */
  narrowed: (path) => (filter.where ? `${path}?where=${encodeURIComponent(filter.where)}` : path),
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
