// Requests to the server. While it is away, reads and writes wait here in the order they were made; nothing is lost.

import { busy } from "./busy.js";
import { connection } from "./connection.js";
import { outbox } from "./outbox.js";

const root = "/api/1/";
/** Kinds of refusals that are over sooner or later without anybody changing what was asked. */
const passing = new Set(["locked", "diskFull", "diskFailed", "fileMoved"]);
/** Milliseconds until what was hindered is tried again. */
const [shortestPause, longestPause] = [150, 1_000];
const versionListeners = new Set();
let lastWrite = Promise.resolve();
let unanswered = 0;

/** What the server refused, in its words. `status` 0: not reached. */
export class APIError extends Error {
  constructor(status, { message, hint = null, kind = "", offer = null, now }) {
    super(message);
    Object.assign(this, { status, hint, kind, offer, now });
  }
}

export const api = {
  get coder() { return localStorage.getItem("realist-coder") || ""; },
  set coder(name) { name ? localStorage.setItem("realist-coder", name) : localStorage.removeItem("realist-coder"); },
  /** The id of the study, once it is known. */
  study: null,
  /** Writes that have not been answered yet. */
  get unanswered() { return unanswered; },
  /** `query` is a table of names and values; empty values are left out. */
  get: (path, query) => busy(persist("GET", path, { query })),
  /** The answer as it was sent, for whoever compares it with an older one before reading it. */
  text: (path) => busy(persist("GET", path, {}, (answer) => answer.text())),
  /** `body` may be a function: it is called when all writes made before are answered, and nothing is sent if it fails. */
  post: (path, body = {}, query) => write("POST", path, { body, query }),
  patch: (path, body) => write("PATCH", path, { body }),
  remove: (path, query) => write("DELETE", path, { query }),
  /** Sends a `File` as the body. */
  upload: (path, file, query) =>
    busy(write("POST", path, { file, query, headers: { "Realist-File-Name": encodeURIComponent(file.name) } })),
  /** Makes the changes that the page did not get through before it was loaded again: {made, refused: [error]}. */
  async resume() {
    const outcomes = await Promise.allSettled(outbox.takeLeft(api.study).map((change) => send(change)));
    const refused = outcomes.filter((each) => each.status === "rejected").map((each) => each.reason);
    return { made: outcomes.length - refused.length, refused };
  },
  /** The answer as a blob, for files and pictures: `{blob, name}`. */
  async blob(path, query) {
    const answer = await busy(request("GET", path, { query }));
    const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(answer.headers.get("Content-Disposition") || "");
    return { blob: await answer.blob(), name: named ? decodeURIComponent(named[1]) : null };
  },
  /** Saves an export under the name that the server gives it. */
  async download(path, query, fallbackName = "realist") {
    const { blob, name } = await api.blob(path, query);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name || fallbackName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  /** The raw answer; for streams. */
  open: (path, options = {}) => request("GET", path, options),
  /** Called with the version that an answered write made. */
  onVersion(listener) {
    versionListeners.add(listener);
  },
};

/**
 * One write after the other, so that they reach the journal in the order they were made. Each has an id that stays when it is sent again:
 * the server does it once, and answers `{done: true}` when it had done it already.
 */
function write(method, path, options) {
  const id = newID();
  return send({ id, study: api.study, method, path, ...options, headers: { ...options.headers, "Realist-Request": id, ...coderHeader() } });
}

function send(change) {
  unanswered += 1;
  const isWhole = typeof change.body !== "function";
  // A file is too large to be kept.
  if (isWhole && !change.file) outbox.keep(change);
  const answer = lastWrite.then(async () => {
    if (!isWhole) outbox.keep(change = { ...change, body: await change.body() });
    return persist(change.method, change.path, change);
  });
  lastWrite = answer.catch(() => {});
  return answer.finally(() => {
    unanswered -= 1;
    outbox.drop(change.id);
  }).then((value) => {
    for (const listener of versionListeners) listener(value.version);
    return value;
  });
}

/** Who codes is said when the change is made, not when it is sent at last. */
function coderHeader() {
  return api.coder ? { "Realist-Coder": encodeURIComponent(api.coder) } : {};
}

/** A UUID of version 7, like all ids of a study. */
function newID() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now().toString(16).padStart(12, "0");
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const rest = [...bytes.slice(6)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [time.slice(0, 8), time.slice(8), rest.slice(0, 4), rest.slice(4, 8), rest.slice(8)].join("-");
}

/** Tries until the server answers, and until what hinders it for a while is out of the way. */
async function persist(method, path, options, take = (answer) => answer.json()) {
  for (let pause = shortestPause, isHindered = false; ;) {
    await connection.back();
    try {
      const answer = await take(await request(method, path, options));
      if (isHindered) connection.obstruct(null);
      return answer;
    } catch (error) {
      if (isAway(error)) continue;
      isHindered = passing.has(error.kind);
      if (!isHindered) {
        connection.obstruct(null);
        throw error;
      }
      connection.obstruct(error);
      await new Promise((resume) => setTimeout(resume, pause));
      pause = Math.min(pause * 1.5, longestPause);
    }
  }
}

function isAway(error) {
  if (error instanceof APIError) {
    if (error.status === 401) connection.mark("refused");
    return error.status === 401;
  }
  if (error.name === "AbortError") return false;
  connection.mark("away");
  return true;
}

async function request(method, path, { query, body, file, headers = {}, signal } = {}) {
  const sent = { "Realist-Token": connection.token || "", ...headers };
  if (body !== undefined) sent["Content-Type"] = "application/json";
  const answer = await fetch(root + path + search(query), {
    method, headers: sent, signal, cache: "no-store", credentials: "omit",
    body: file || (body === undefined ? undefined : JSON.stringify(body)),
  });
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => null);
  throw new APIError(answer.status, (told && told.error) || { message: `the server answered ${answer.status}` });
}

function search(query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length ? "?" + new URLSearchParams(given) : "";
}
