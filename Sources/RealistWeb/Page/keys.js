// Keyboard shortcuts and the dialog that lists them. A shortcut is written "Ctrl+Z", "Shift+Alt+ArrowLeft", "?" or "w".

import { element, isTyping } from "./dom.js";
import { showDialog } from "./dialog.js";

const bindings = [];
const notes = [];

export const keys = {
  /** `keys.bind("Ctrl+K", "Search the study", run, {group, whileTyping})`; returns a function that unbinds it. */
  bind(shortcut, says, run, { group = "Everywhere", whileTyping = false } = {}) {
    const binding = { shortcut, wanted: parse(shortcut), says, run, group, whileTyping };
    bindings.unshift(binding);
    return () => { bindings.splice(bindings.indexOf(binding), 1); };
  },
  /** Lists keys in the help that a view handles itself: `keys.describe("In a transcript", [["w", "Select the word"], …])`. */
  describe(group, rows) {
    const note = { group, rows };
    notes.push(note);
    return () => { notes.splice(notes.indexOf(note), 1); };
  },
  /** Whether this keyboard event is that shortcut. */
  matches: (event, shortcut) => fits(event, parse(shortcut)),
  showHelp,
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  const isTyped = isTyping(event.target) && !lends(event) && !(event.target.matches("select") && (event.altKey || event.ctrlKey || event.metaKey));
  const found = bindings.find((each) => fits(event, each.wanted) && (each.whileTyping || !isTyped));
  if (!found) return;
  event.preventDefault();
  found.run(event);
});

/** A field marked with data-lends has no use for Ctrl keys while it is empty: Ctrl+Z then undoes in the study. */
function lends({ target, ctrlKey, metaKey }) {
  return (ctrlKey || metaKey) && target.dataset?.lends !== undefined && target.value === "";
}

function parse(shortcut) {
  const parts = shortcut.split(/\+(?=.)/);
  const key = parts.pop();
  return { key, ctrl: parts.includes("Ctrl"), shift: parts.includes("Shift"), alt: parts.includes("Alt") };
}

/** Ctrl also stands for Command; Shift is not asked of signs such as "?" that need it on some keyboards. */
function fits(event, { key, ctrl, shift, alt }) {
  if ((event.ctrlKey || event.metaKey) !== ctrl || event.altKey !== alt) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && event.shiftKey !== shift) return false;
  return event.key.length === 1 ? event.key.toLowerCase() === key.toLowerCase() : event.key === key;
}

function showHelp() {
  const groups = new Map();
  for (const { group, rows } of notes) groups.set(group, [...(groups.get(group) || []), ...rows]);
  for (const { group, shortcut, says } of [...bindings].reverse()) {
    if (says) groups.set(group, [...(groups.get(group) || []), [shortcut, says]]);
  }
  const sections = [...groups].map(([group, rows]) => element("section", {},
    element("h3", {}, group),
    element("dl", { class: "keys" }, rows.map(([shortcut, says]) => [element("dt", {}, caps(shortcut)), element("dd", {}, says)]))));
  showDialog({ title: "Keys", id: "keys-help", wide: true, body: element("div", { class: "columns" }, sections) });
}

/** "Ctrl+Z or u" as key caps. */
function caps(shortcut) {
  return shortcut.split(/ (or|and) /).map((part) => (part === "or" || part === "and")
    ? ` ${part} `
    : part.split(/\+(?=.)/).map((key, index) => [index ? "+" : null, element("kbd", {}, named(key))]));
}

function named(key) {
  return { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", " ": "Space" }[key] || (key.length === 1 ? key.toUpperCase() : key);
}
