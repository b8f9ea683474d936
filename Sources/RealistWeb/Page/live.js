// Follows the stream of changes, so that two browsers on one study see each other within a second; notices when the server is away.

import { api } from "./api.js";
import { connection } from "./connection.js";

const quietLimit = 25_000;

/** Calls `onChange({version, coder, command, wasAway})` for each change, and once after each (re)connection. Never returns. */
export async function follow(onChange) {
  let wasAway = false;
  for (let pause = 250; ;) {
    try {
      await readStream((change) => {
        pause = 250;
        onChange({ ...change, wasAway });
        wasAway = false;
      });
      wasAway = true;
    } catch (error) {
      wasAway = true;
      connection.mark(error.status === 401 ? "refused" : "away");
    }
    await retryTime(pause);
    pause = Math.min(pause * 1.6, 3_000);
  }
}

async function readStream(onChange) {
  const stop = new AbortController();
  let watchdog = setTimeout(() => stop.abort(), quietLimit);
  // Where another request got no answer, a new stream is the question whether the server is there: this one may be silent for long.
  const stopListening = connection.onChange((state) => { if (state === "away") stop.abort(); });
  try {
    const answer = await api.open("changes", { signal: stop.signal });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(() => stop.abort(), quietLimit);
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      connection.mark("online");
      for (const line of lines) if (line.trim()) onChange(JSON.parse(line));
    }
  } finally {
    clearTimeout(watchdog);
    stopListening();
  }
}

/** A while, or until a new token arrives from another tab. */
function retryTime(milliseconds) {
  return new Promise((resume) => {
    const stop = connection.onChange((state) => { if (state === "online") finish(); });
    const timer = setTimeout(finish, milliseconds);
    function finish() {
      clearTimeout(timer);
      stop();
      resume();
    }
  });
}
