// Changes that were made and not answered yet, kept in this tab's memory: when the page is loaded again meanwhile, they are sent then.

const key = "realist-outbox";
/** What an earlier load of this tab did not get through, in the order it was made. */
const left = read();
const kept = new Map(left.map((change) => [change.id, change]));

export const outbox = {
  /** `change`: all that is sent, with the id of the request and that of the study. */
  keep(change) {
    kept.set(change.id, change);
    write();
  },
  drop(id) {
    if (kept.delete(id)) write();
  },
  /** Each of them is handed out once; what belongs to another study stays. */
  takeLeft(study) {
    const found = left.filter((change) => change.study === study);
    for (const change of found) left.splice(left.indexOf(change), 1);
    return found;
  },
};

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

/** Where there is no room for them they are in the page alone; before it is left the browser asks. */
function write() {
  try {
    if (kept.size) sessionStorage.setItem(key, JSON.stringify([...kept.values()]));
    else sessionStorage.removeItem(key);
  } catch {
    sessionStorage.removeItem(key);
  }
}
