// The coded passages of one source: what the server has said, and on top of it what was done here and is not confirmed yet.

import { api } from "./api.js";
import { store } from "./store.js";

let serial = 0;

export class Passages {
  /** `onChange()` after each change by anybody; `onError(error)` when the server refused one. */
  constructor({ id: source, segments, version }, { coder, onChange, onError }) {
    this.path = `sources/${source}/segments`;
    this.source = source;
    this.coder = coder;
    this.onChange = onChange;
    this.onError = onError;
    this.confirmed = segments;
    this.waiting = [];
    /** The server's ids of passages that were shown before they had one. */
    this.named = new Map();
    this.list = segments;
    store.put(this.path, { segments, version });
    this.stop = store.watch(this.path, (value) => { this.confirmed = value.segments; this.#show(); });
  }

  find(id) {
    return this.list.find(is(id));
  }

  /** Passages with this position inside, the shortest first. */
  at(position) {
    return this.list.filter((each) => each.start <= position && position < each.end)
      .sort((a, b) => (a.end - a.start) - (b.end - b.start));
  }

  /** Tags a span with a code ({id} or {path}); shown at once. Fulfilled with the server's answer, undefined when it refused. */
  tag({ start, end }, code) {
    const local = `waiting-${serial += 1}`;
    const answer = this.#change((list) => addCoding(list, { start, end }, this.#mine(code), local),
      () => api.post(this.path, { start, end, codes: [code] }), { local });
    this.named.set(local, answer.then((given) => given?.segment?.id ?? this.list.find((each) => each.start === start && each.end === end)?.id ?? local));
    return answer;
  }

  /** Adds a code to a passage that is there. */
  tagPassage(id, code) {
    return this.#changePassage(id, (each) => withCoding(each, this.#mine(code)), (real) => api.post(`segments/${real}/codings`, { codes: [code] }));
  }

  untag(id, { code, coder }) {
    const without = (each) => ({ ...each, codings: each.codings.filter((coding) => coding.code !== code || coding.coder !== coder) });
    return this.#changePassage(id, without, (real) => api.remove(`segments/${real}/codings/${code}`, { coder }));
  }

  /** Changes the span or the memo of a passage. `seen`: what it was when the change began; whoever has changed it since is not overwritten unawares. */
  amend(id, changes, { seen, onRefused = this.onError } = {}) {
    const begun = this.find(id)?.isWaiting ? {} : { seen };
    return this.#changePassage(id, (each) => ({ ...each, ...changes, isWaiting: true }), (real) => api.patch(`segments/${real}`, { ...changes, ...begun }), onRefused);
  }

  remove(id, all) {
    return this.#change((list) => list.filter((each) => !is(id)(each)),
      async () => api.remove(`segments/${await this.#real(id)}`, all ? { all: true } : {}));
  }

  dispose() {
    this.stop();
  }

  #mine(code) {
    return { code: code.id ?? null, path: code.path, coder: this.coder(), created: null, memo: "", isWaiting: true };
  }

  /** The id that the server gave, once it did. */
  #real(id) {
    return this.named.get(id) ?? id;
  }

  #changePassage(id, change, ask, onRefused) {
    return this.#change((list) => sorted(list.map((each) => (is(id)(each) ? change(each) : each))), async () => ask(await this.#real(id)), { onRefused });
  }

  /** Shows `apply` at once, asks the server, then shows what the server made of it. */
  async #change(apply, ask, { local, onRefused = this.onError } = {}) {
    const change = { apply };
    this.waiting.push(change);
    this.#show();
    let answer;
    try {
      answer = await ask();
      if (answer.done) await store.get(this.path);
      else this.#confirm(answer, apply, local);
    } catch (error) {
      onRefused(error);
    }
    this.waiting.splice(this.waiting.indexOf(change), 1);
    this.#show();
    return answer;
  }

  /** An answer may be overtaken by what was read after it, which then has the change already, and perhaps what others did since. */
  #confirm(answer, apply, local) {
    const isOvertaken = store.version(this.path) >= answer.version;
    const newest = this.confirmed.find((each) => each.id === answer.segment?.id);
    if (!isOvertaken) this.confirmed = answer.segment ? merged(this.confirmed, answer.segment, local) : apply(this.confirmed);
    else if (newest && local) this.confirmed = merged(this.confirmed, newest, local);
  }

  #show() {
    this.list = this.waiting.reduce((list, change) => change.apply(list), this.confirmed);
    // Whatever goes wrong in drawing it, the change itself goes on its way.
    try {
      this.onChange();
    } catch (error) {
      reportError(error);
    }
  }
}

function is(id) {
  return (each) => each.id === id || each.replaces === id;
}

function addCoding(list, { start, end }, coding, local) {
  const same = list.find((each) => each.start === start && each.end === end);
  if (same) return list.map((each) => (each === same ? withCoding(each, coding) : each));
  return sorted([...list, { id: local, start, end, memo: "", coder: coding.coder, created: null, codings: [coding], evidence: [], isWaiting: true }]);
}

function withCoding(segment, coding) {
  const has = segment.codings.some((each) => each.code === coding.code && each.coder === coding.coder);
  return has ? segment : { ...segment, codings: [...segment.codings, coding] };
}

/** The passage as the server has it in the place of the old one; it remembers the name that it had while it waited. */
function merged(list, segment, local) {
  return sorted([...list.filter((each) => each.id !== segment.id), local ? { ...segment, replaces: local } : segment]);
}

function sorted(list) {
  return list.sort((a, b) => a.start - b.start || b.end - a.end);
}
