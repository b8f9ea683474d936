// Requests to the server. While it is away, reads and writes wait here in the order they were made; nothing is lost.

import { connection } from "./connection.js";

const root = "/api/1/";
const versionListeners = new Set();
let lastWrite = Promise.resolve();
let unanswered = 0;

/** What the server refused, in its words. `status` 0: not reached. */
export class APIError extends Error {
  constructor(status, { message, hint = null, kind = "" }) {
    super(message);
    Object.assign(this, { status, hint, kind });
  }
}

export const api = {
  get coder() { return localStorage.getItem("realist-coder") || ""; },
  set coder(name) { name ? localStorage.setItem("realist-coder", name) : localStorage.removeItem("realist-coder"); },
  /** Writes that have not been answered yet. */
  get unanswered() { return unanswered; },
  /** `query` is a table of names and values; empty values are left out. */
  get: (path, query) => persist("GET", path, { query }),
  post: (path, body = {}, query) => write("POST", path, { body, query }),
  patch: (path, body) => write("PATCH", path, { body }),
  remove: (path, query) => write("DELETE", path, { query }),
  /** Sends a `File` as the body. */
  upload: (path, file, query) =>
    write("POST", path, { file, query, headers: { "Realist-File-Name": encodeURIComponent(file.name) } }),
  /** The answer as a blob, for files and pictures: `{blob, name}`. */
  async blob(path, query) {
    const answer = await request("GET", path, { query });
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

/** One write after the other, so that they reach the journal in the order they were made. */
function write(method, path, options) {
  unanswered += 1;
  const answer = lastWrite.then(() => persist(method, path, options));
  lastWrite = answer.catch(() => {});
  return answer.then(
    (value) => {
      unanswered -= 1;
      for (const listener of versionListeners) listener(value.version);
      return value;
    },
    (error) => {
      unanswered -= 1;
      throw error;
    },
  );
}

/** Tries until the server answers. A repeated DELETE that finds nothing had been done the first time. */
async function persist(method, path, options) {
  for (let attempt = 0; ; attempt += 1) {
    await connection.back();
    try {
      return await (await request(method, path, options)).json();
    } catch (error) {
      if (attempt > 0 && method === "DELETE" && error.status === 404) return {};
      if (!isAway(error)) throw error;
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
  if (method !== "GET" && api.coder) sent["Realist-Coder"] = encodeURIComponent(api.coder);
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
