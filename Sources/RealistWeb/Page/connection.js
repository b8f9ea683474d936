// The token, whether the server can be reached, and whether it can write. Other modules ask here and wait here while it is away.

const channel = new BroadcastChannel("realist");
const listeners = new Set();
let waiting = [];

/**
 * `state` is "online", "away" (nobody answers) or "refused" (the token is not, or no longer, right). `obstacle` is the server's error while
 * changes cannot be made though it answers: another program writes, the disk is full, the file was moved; null when nothing is in the way.
 */
export const connection = {
  state: "online",
  obstacle: null,
  token: takeToken(),
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Fulfilled when the server answers; at once while it does. */
  back() {
    return connection.state === "online" ? Promise.resolve() : new Promise((resume) => waiting.push(resume));
  },
  mark(state) {
    if (connection.state === state) return;
    connection.state = state;
    if (state === "online") {
      const resumed = waiting;
      waiting = [];
      for (const resume of resumed) resume();
    }
    for (const listener of listeners) listener(state);
  },
  obstruct(obstacle) {
    if (connection.obstacle?.kind === obstacle?.kind) return;
    connection.obstacle = obstacle;
    for (const listener of listeners) listener(connection.state);
  },
};

/** From the fragment of the address that was printed, else from this tab's memory. The fragment does not stay in the address. */
function takeToken() {
  const found = /^#token=([\w-]+)/.exec(location.hash);
  if (!found) return sessionStorage.getItem("realist-token");
  sessionStorage.setItem("realist-token", found[1]);
  history.replaceState(null, "", location.pathname + "#/sources");
  channel.postMessage({ token: found[1] });
  return found[1];
}

// A tab opened with a new token tells the others; a tab without one (a link opened in a new tab) asks them.
channel.addEventListener("message", ({ data }) => {
  if (data.ask && connection.token && connection.state !== "refused") {
    channel.postMessage({ token: connection.token, answer: true });
  }
  if (!data.token || data.token === connection.token) return;
  if (data.answer && connection.token && connection.state === "online") return;
  connection.token = data.token;
  sessionStorage.setItem("realist-token", data.token);
  connection.mark("online");
});
if (!connection.token) channel.postMessage({ ask: true });
