// What the server said, by path, fetched again when the study has changed and somebody still looks.

import { api } from "./api.js";

const resources = new Map();
let generation = 0;
let known = null;
let refreshing = null;

export const store = {
  /** The value of `path`, from memory when nothing has changed since it was read. */
  get(path) {
    const resource = resourceAt(path);
    if (resource.value !== undefined && resource.generation === generation) return Promise.resolve(resource.value);
    return read(resource);
  },
  /** The version that the value in memory is of; 0 when that is not known. */
  version: (path) => resources.get(path)?.version ?? 0,
  /** What is in memory, perhaps out of date; undefined when it was never read. */
  peek: (path) => resources.get(path)?.value,
  /** Reads `path`, and again after every change; `listener(value)` is called when it differs. Returns a function that stops it. */
  watch(path, listener) {
    const resource = resourceAt(path);
    let isTold = false;
    const watcher = (value) => { isTold = true; listener(value); };
    resource.watchers.add(watcher);
    store.get(path).then((value) => { if (!isTold && resource.watchers.has(watcher)) watcher(value); }).catch(() => {});
    return () => resource.watchers.delete(watcher);
  },
  /** The same for several at once: `listener()` is called when all have been read, as far as they can be, and whenever one differs. */
  watchAll(paths, listener) {
    let [isRead, isStopped] = [false, false];
    const watcher = () => { if (isRead) listener(); };
    for (const path of paths) resourceAt(path).watchers.add(watcher);
    Promise.allSettled(paths.map(store.get)).then(() => {
      isRead = true;
      if (!isStopped) listener();
    });
    return () => {
      isStopped = true;
      for (const path of paths) resourceAt(path).watchers.delete(watcher);
    };
  },
  /** Takes a value that came with another answer. */
  put(path, value) {
    const resource = resourceAt(path);
    const isOld = known !== null && value.version < known;
    Object.assign(resource, { value, version: value.version, text: null, generation: isOld ? -1 : generation });
    tell(resource);
  },
  /** Called with the version of each change; the same version twice costs nothing, unless the server was away: a new one counts anew. */
  changed(version, { wasAway = false } = {}) {
    // A server that was started anew counts from the beginning.
    if (wasAway) for (const resource of resources.values()) resource.version = 0;
    if (!wasAway && version !== undefined && (version === known || known === null)) {
      known = version;
      return refreshing || Promise.resolve();
    }
    known = version;
    generation += 1;
    refreshing = refreshing ? refreshing.then(refreshWatched) : refreshWatched();
    const current = refreshing;
    current.finally(() => { if (refreshing === current) refreshing = null; });
    return current;
  },
};

api.onVersion((version) => { if (version !== undefined) store.changed(version); });

function resourceAt(path) {
  let resource = resources.get(path);
  if (!resource) {
    resource = { path, value: undefined, version: 0, text: null, generation: -1, reading: null, watchers: new Set() };
    resources.set(path, resource);
  }
  return resource;
}

/** One request at a time for a path; a change while it runs makes it run again, and so does an answer from before what is known. */
function read(resource, isAgain = false) {
  if (resource.reading && resource.readingGeneration === generation) return resource.reading;
  const asked = generation;
  resource.readingGeneration = asked;
  resource.reading = api.text(resource.path).then((answer) => {
    if (asked < resource.generation) return resource.value;
    const { version, text } = withoutVersion(answer);
    known ??= version;
    if (version < known && asked === generation && !isAgain) {
      resource.reading = null;
      return read(resource, true);
    }
    const differs = text !== resource.text;
    const value = differs ? JSON.parse(answer) : { ...resource.value, version };
    Object.assign(resource, { value, version, text, generation: asked });
    if (differs) tell(resource);
    return value;
  }).finally(() => { if (resource.readingGeneration === asked) resource.reading = null; });
  return resource.reading;
}

function tell(resource) {
  for (const watcher of [...resource.watchers]) watcher(resource.value);
}

/** What is read begins with the version, which moves with every change anywhere; only the rest says whether this resource changed. */
function withoutVersion(answer) {
  const [head, version] = /^\{"version":(\d+)/.exec(answer) ?? ["", undefined];
  return { version: version && Number(version), text: answer.slice(head.length) };
}

async function refreshWatched() {
  const watched = [...resources.values()].filter((each) => each.watchers.size > 0 && each.generation !== generation);
  await Promise.allSettled(watched.map((each) => read(each)));
}
