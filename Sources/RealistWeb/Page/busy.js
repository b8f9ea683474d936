// A moving line under the header while an answer lets itself be waited for.

/** Whoever waits no longer than this need not be told. */
const patience = 400;

let waiting = 0;
let timer = null;

/** The same promise; the line is shown while it is open for longer. */
export function busy(promise) {
  waiting += 1;
  timer ??= setTimeout(() => show(true), patience);
  promise.then(done, done);
  return promise;
}

function done() {
  waiting -= 1;
  if (waiting > 0) return;
  clearTimeout(timer);
  timer = null;
  show(false);
}

function show(isBusy) {
  document.getElementById("busy").hidden = !isBusy;
}
