// Says what happened: a short note on the page, and the same words to a screen reader.

import { element } from "./dom.js";

const lifetime = 6_000;

/** `announce("Tagged 'trust'")`; options: `{tone: "error", action: {label, run}, quiet: true}` (quiet: to screen readers only). */
export function announce(text, { tone = "plain", action = null, quiet = false } = {}) {
  say(text, tone === "error");
  if (!quiet) showNote(text, tone, action);
}

/** The words of an error, with its hint. */
export function announceError(error) {
  const hint = error.hint ? ` (${error.hint})` : "";
  announce(capitalised(error.message) + hint, { tone: "error" });
}

/** As a sentence, unless it begins with the name of a file or a place in one. */
function capitalised(words) {
  return /^[a-z]+[ ,']/.test(words) ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

function say(text, atOnce) {
  const region = document.getElementById(atOnce ? "said-at-once" : "said-politely");
  region.textContent = "";
  // A region that gets the same words again is silent unless it was empty for a moment.
  setTimeout(() => { region.textContent = text; }, 30);
}

function showNote(text, tone, action) {
  const place = document.getElementById("toasts");
  const note = element("div", { class: "toast", data: { tone } }, element("p", {}, text));
  if (action) note.append(element("button", { on: { click: () => { dismiss(note); action.run(); } } }, action.label));
  note.append(element("button", { class: "close", "aria-label": "Close this note", on: { click: () => dismiss(note) } }, "×"));
  place.append(note);
  while (place.children.length > 3) place.firstElementChild.remove();
  if (tone !== "error") expire(note);
}

/** The focus goes from the note to what the view is about, not nowhere. */
function dismiss(note) {
  const held = note.contains(document.activeElement);
  note.remove();
  if (held) (document.getElementById("transcript") ?? document.getElementById("main")).focus({ preventScroll: true });
}

/** Notes go by themselves, but not while somebody points at them or has the focus inside. */
function expire(note) {
  const timer = setInterval(() => {
    if (note.matches(":hover, :focus-within")) return;
    clearInterval(timer);
    note.remove();
  }, lifetime);
}
