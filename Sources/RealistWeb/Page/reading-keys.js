// The keys of the transcript: caret, selection, passages. `act` has what they do.

import { keys } from "./keys.js";
import * as motions from "./motions.js";

const group = "In a transcript";

export const rows = [
  ["ArrowLeft or ArrowRight", "Move by a character (with Ctrl by a word; with Shift select)"],
  ["ArrowUp or ArrowDown", "Move by a row (with Ctrl to the beginning of a turn; with Shift select)"],
  ["PageUp or PageDown", "Move by most of a screen"],
  ["Home or End", "To the beginning or end of the line (with Ctrl of the source)"],
  ["w", "Select the word; again: the next one too"],
  ["s", "Select the sentence; again: the next one too"],
  ["t", "Select the turn; again: the next one too"],
  ["Ctrl+a", "Select all of the source"],
  ["Enter", "Type a code for the selection, or go to the details of the passage"],
  ["Space", "After a selection by mouse: type a code whose first letter is the key of another one"],
  ["Shift+c", "Add the selection or passage to a configuration as C; M, O and the template's other letters likewise"],
  ["n or p", "Next or previous passage"],
  ["Shift+Alt+ArrowLeft or ArrowRight", "Move the end of the open passage by a word (with Ctrl by a character)"],
  ["Shift+Alt+ArrowUp or ArrowDown", "Move the beginning of the open passage by a word (with Ctrl by a character)"],
  ["Delete", "Take a code off the open passage"],
  ["/", "Find in this source"],
  ["Escape", "Let go of the selection, close the passage"],
];

/** Describes the keys in the help; returns a function that takes them out again. */
export function describeKeys(codebook) {
  const own = codebook.list.filter((code) => code.hotkey).map((code) => [code.hotkey, `Tag the selection with ${code.path}`]);
  const stops = [keys.describe(group, rows), keys.describe("Codes with a key", own)];
  return () => stops.forEach((stop) => stop());
}

/** Handles a key in the transcript; true when it meant something. */
export function handleKey(event, { selection, transcript, act }) {
  if (event.altKey && event.shiftKey && event.key.startsWith("Arrow")) return act.respan(...respanning(event));
  if (event.altKey && "wst".includes(event.key.toLowerCase()) && event.key.length === 1) return take(event.key, selection, act);
  if (event.altKey) return false;
  const moved = destination(event, selection, transcript);
  if (moved !== undefined) {
    if (moved !== null) selection.column = null;
    if (moved !== null) selection.move(moved, event.shiftKey);
    act.say();
    return true;
  }
  if (event.ctrlKey || event.metaKey) return chord(event, selection, transcript);
  return plain(event, selection, act);
}

/** Where a movement key leads; null when it was a movement by rows and is done; undefined when it is no movement. */
function destination(event, selection, transcript) {
  const isFar = event.ctrlKey || event.metaKey;
  const from = selection.focus;
  const line = transcript.lineAt(from);
  switch (event.key) {
    case "ArrowLeft": return (isFar ? motions.byWord : motions.byCharacter)(transcript, from, -1);
    case "ArrowRight": return (isFar ? motions.byWord : motions.byCharacter)(transcript, from, 1);
    case "ArrowUp": return isFar ? motions.byTurn(transcript, from, -1) : row(selection, -1, event);
    case "ArrowDown": return isFar ? turnBelow(transcript, from, event) : row(selection, 1, event);
    case "PageUp": return page(selection, -1, event);
    case "PageDown": return page(selection, 1, event);
    case "Home": return isFar ? motions.lineStart(transcript.lines[0]) : motions.lineStart(line);
    case "End": return isFar ? transcript.lines.at(-1).end : line.end;
    default: return undefined;
  }
}

/** Who reads goes to where the next turn begins; who selects takes in the rest of this one. */
function turnBelow(transcript, from, event) {
  return event.shiftKey ? motions.byTurn(transcript, from, 1) : motions.toNextTurn(transcript, from);
}

function row(selection, direction, event) {
  selection.moveRow(direction, event.shiftKey);
  return null;
}

function page(selection, direction, event) {
  selection.movePage(direction, event.shiftKey);
  return null;
}

function chord(event, selection, transcript) {
  if (event.key.toLowerCase() !== "a") return false;
  selection.set(motions.lineStart(transcript.lines[0]), transcript.lines.at(-1).end, { scroll: false });
  return true;
}

function plain(event, selection, act) {
  switch (event.key) {
    case "Enter": return act.enter();
    case "Escape": return act.escape();
    case "Delete": case "Backspace": return act.untag();
    case "/": return act.find();
    default: break;
  }
  if (event.key.length !== 1) return false;
  if (act.codeKeys.isMidWord()) return true;
  if (event.shiftKey) return act.configure(event.key.toUpperCase());
  // A code's own key wins over what the key does otherwise; Alt with w, s or t always selects.
  if (selection.span && act.codeKeys.tag(event.key)) return true;
  return take(event.key, selection, act) || step(event.key, act) || act.configure(event.key.toUpperCase());
}

function take(key, selection, act) {
  const unit = { w: "word", s: "sentence", t: "turn" }[key.toLowerCase()];
  if (!unit) return false;
  selection.take(unit);
  act.say();
  return true;
}

function step(key, act) {
  if (key !== "n" && key !== "p") return false;
  act.nextPassage(key === "n" ? 1 : -1);
  return true;
}

function respanning(event) {
  const end = event.key === "ArrowLeft" || event.key === "ArrowRight" ? "end" : "start";
  const direction = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
  return [end, direction, event.ctrlKey || event.metaKey ? "character" : "word"];
}
