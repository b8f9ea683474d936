// Writes a statement: a text field, a button for each kind of tag, and below it how the tags will be read.

import { element } from "./dom.js";
import { showProblem } from "./panel.js";
import { statementNodes, tagText } from "./statement.js";
import { makeTagCodes } from "./tag-codes.js";

let count = 0;

// options: value, slots (of the template), codes() (the codebook's list), label, save(text, createsCodes) → promise, cancel(), act (words of the button).
export function makeStatementEditor({ value, slots, codes, label, save, cancel, act = "Save" }) {
  const id = `statement-${++count}`;
  const letters = slots.map((slot) => slot.letter);
  const area = element("textarea", { id, rows: 4, "aria-describedby": `${id}-help ${id}-problem`, data: { field: "statement" } });
  area.value = value;
  const suggestions = makeTagCodes(area, { codes, letters });
  const preview = element("p", { class: "statement preview", "aria-label": "How it will be read" });
  const problem = element("p", { class: "problem", id: `${id}-problem`, role: "alert", hidden: true });
  const creates = element("input", { type: "checkbox", data: { field: "create-codes" } });
  const elsewhere = element("p", { class: "quiet", role: "status", hidden: true });
  const tags = element("div", { class: "tag-buttons", role: "group", "aria-label": "Put a tag at the cursor" },
    ...slots.flatMap((slot) => tagChoices(slot).map((choice) => element("button", {
      type: "button", title: choice.title, data: { tag: choice.letter + choice.sign }, on: { click: () => insert(choice) },
    }, `(${choice.letter}${choice.sign})`))));
  const keep = element("button", { type: "button", class: "primary", data: { action: "save-statement" }, on: { click: () => finish() } }, act);
  const drop = element("button", { type: "button", data: { action: "cancel" }, on: { click: () => cancel() } }, "Cancel");
  const node = element("div", { class: "statement-editor" }, element("label", { for: id, class: "unseen" }, label), area, suggestions.node, tags,
    element("p", { class: "quiet", id: `${id}-help` }, "End each clause with its tag; a code goes after a colon: (M+: trust/in-colleagues). Ctrl-Enter saves, Escape goes back."),
    preview, problem, elsewhere, element("label", { class: "check" }, creates, "Make codes that are not there yet"), element("div", { class: "actions" }, drop, keep));

  function show() {
    preview.replaceChildren(...statementNodes(area.value, letters));
    preview.hidden = !area.value.trim();
  }

  function insert(choice) {
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const before = area.value.slice(0, start);
    const text = (/\S$/.test(before) ? " " : "") + tagText(choice);
    area.focus();
    // Through the editing command, so that the browser's own undo in the field knows of it.
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, start, end, "end");
    show();
  }

  async function finish() {
    keep.disabled = true;
    try {
      await save(area.value.trim(), creates.checked);
    } catch (error) {
      area.setAttribute("aria-invalid", "true");
      showProblem(problem, placed(error));
      goTo(area, error);
    } finally {
      keep.disabled = false;
    }
  }

  area.addEventListener("input", () => {
    area.removeAttribute("aria-invalid");
    showProblem(problem, null);
    show();
    suggestions.update();
  });
  area.addEventListener("blur", () => suggestions.close());
  node.addEventListener("keydown", (event) => {
    if (event.target === area && !event.isComposing && suggestions.key(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      finish();
    }
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  });

  show();
  return {
    node, area, insert,
    text: () => area.value.trim(),
    tellElsewhere(text) {
      elsewhere.textContent = `Changed elsewhere meanwhile to: ${text}`;
      elsewhere.hidden = false;
    },
  };
}

// Mechanisms enable or disable, so they come with both signs too.
function tagChoices(slot) {
  const plain = { letter: slot.letter, sign: "", title: slot.name };
  if (!["mechanism", "reasoning"].includes(slot.role)) return [plain];
  return [plain, { letter: slot.letter, sign: "+", title: `${slot.name}, enabling` }, { letter: slot.letter, sign: "−", title: `${slot.name}, disabling` }];
}

// Problems of a statement begin with their place: "statement:1:21: no code …", lines and columns from 1, columns in Unicode scalars.
const placePattern = /^statement:(\d+):(\d+): /;

function placed({ message, hint }) {
  return { message: message.replace(placePattern, (_, line, column) => `Line ${line}, column ${column}: `), hint };
}

function goTo(area, { message }) {
  const [, line, column] = (placePattern.exec(message) ?? [0, 0, 0]).map(Number);
  if (!line) return area.focus();
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const at = start + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  area.focus();
  area.setSelectionRange(at, at);
}
