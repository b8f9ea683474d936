// The card of one configuration: number, title, status, group, statement, columns, gaps, evidence.

import { actionButton } from "./action-button.js";
import { announceError } from "./announce.js";
import { makeColumns } from "./columns.js";
import { removeConfiguration } from "./configuration-dialogs.js";
import { counted, element } from "./dom.js";
import { drafts } from "./drafts.js";
import { makeEvidence } from "./evidence.js";
import { makeChoice, makeField } from "./field.js";
import { setText } from "./keyed.js";
import { makeStatementEditor } from "./statement-editor.js";
import { statementNodes } from "./statement.js";

export function makeCard(board, configuration) {
  const { context } = board;
  const id = configuration.id;
  const patch = (members) => context.api.patch(`configurations/${id}`, members);
  const card = { board, current: configuration, chosen: null, choose, add };
  const number = element("h2", { class: "card-number" });
  const title = makeField({
    label: "Title", name: "title", quiet: true, value: configuration.title, save: (text, seen) => patch({ title: text, seen: { title: seen } }), draft: `configurations/${id}/title`,
    attributes: { class: "card-title", placeholder: "Untitled" },
  });
  const status = makeChoice({
    label: "Status", name: "status", quiet: true, value: configuration.status, save: (value) => patch({ status: value }),
    options: board.study.statuses.map((value) => ({ value, text: capital(value) })),
  });
  const group = makeField({
    label: "Group", name: "group", quiet: true, value: configuration.group, save: (text, seen) => patch({ group: text, seen: { group: seen } }), draft: `configurations/${id}/group`,
    attributes: { class: "card-group", placeholder: "No group" },
  });
  const statement = makeStatement(card, patch);
  const columns = makeColumns(card);
  const gaps = element("ul", { class: "gaps", "aria-label": "Gaps" });
  const evidence = makeEvidence(card);
  const summary = element("span", {});
  const theory = element("span", { class: "quiet card-theory" });
  const toggle = card.toggle = actionButton("evidence", summary, () => choose(null, !evidence.isOpen()), { look: "quiet card-toggle", "aria-expanded": "false" });
  const node = element("article", { class: "card", tabindex: "-1", data: { configuration: id } },
    element("header", { class: "card-head" }, number, title.node, group.node, status.node, cardActs(card, patch)),
    statement.node, columns.node, element("div", { class: "card-foot" }, toggle, gaps, theory), evidence.node);

  function update(next) {
    card.current = next;
    setText(number, `CMO ${next.number}`);
    node.setAttribute("aria-label", `CMO ${next.number}: ${next.title || "untitled"}`);
    node.dataset.status = next.status;
    node.dataset.key = next.key;
    title.update(next.title);
    group.update(next.group);
    status.update(next.status);
    statement.update(next);
    columns.update(next);
    setText(theory, next.theory ? `Theory: ${next.theory}` : "");
    showGaps(next.gaps);
    setText(summary, counted(next.evidence.length, "piece of evidence", "pieces of evidence"));
    if (card.chosen && !next.elements.some((each) => each.id === card.chosen)) card.chosen = null;
    evidence.update(next);
    for (const control of node.querySelectorAll("[data-field], [data-writes]")) control.disabled = !board.canWrite();
  }

  function showGaps(words) {
    if ([...gaps.children].map((each) => each.textContent).join("\n") === words.join("\n")) return;
    gaps.replaceChildren(...words.map((each) => element("li", {}, each)));
  }

  // Shows the evidence of an element; null for all of it.
  function choose(elementID, isOpen = true) {
    card.chosen = elementID;
    // Whoever follows a quote and comes back finds the evidence open again.
    history.replaceState(null, "", isOpen ? `#/configurations/${encodeURIComponent(card.current.key)}` : "#/configurations");
    evidence.setOpen(isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
    columns.update(card.current);
    evidence.update(card.current);
  }

  async function add(path, body, words) {
    try {
      const answer = await context.api.post(`configurations/${id}/${path}`, body);
      if (answer.configuration) update(answer.configuration);
      context.announce(words, { quiet: true });
      return answer;
    } catch (error) {
      announceError(error);
      return null;
    }
  }

  update(configuration);
  return { node, update, open: () => choose(null, true), dispose: () => { statement.dispose(); evidence.dispose(); } };
}

// The statement as read, or in its editor; the editor stays as it is while the study changes around it.
function makeStatement(card, patch) {
  const { board } = card;
  const text = element("p", { class: "statement", data: { statement: "" } });
  const edit = actionButton("edit-statement", "Edit", () => open(), { look: "quiet", writes: true });
  const node = element("div", { class: "card-statement" }, element("div", { class: "statement-read" }, text, edit));
  const letters = board.study.template.slots.map((slot) => slot.letter);
  const place = `configurations/${card.current.id}/statement`;
  let editor = null;
  let shown = null;
  // What was there when the editor was opened.
  let seen = null;

  // A statement that was being written when the board or the page was left is there again.
  function open() {
    if (editor || !board.canWrite()) return;
    const left = drafts.at(place);
    seen = left?.seen ?? card.current.statement;
    editor = makeStatementEditor({
      value: left?.text ?? card.current.statement, slots: board.study.template.slots, codes: () => board.book.list, label: "Statement", cancel: close, save,
    });
    editor.area.addEventListener("input", () => drafts.keep(place, editor.area.value, seen));
    node.firstChild.hidden = true;
    node.append(editor.node);
    editor.area.focus({ preventScroll: left !== null });
  }

  async function save(statement, createCodes) {
    try {
      if (statement !== card.current.statement) await patch({ statement, createCodes, seen: { statement: seen } });
    } catch (error) {
      if (error.kind === "changed") {
        seen = error.now;
        editor?.tellElsewhere(error.now);
        error.hint = "save again to put yours in its place, or cancel to keep theirs";
      }
      throw error;
    }
    close();
    board.context.announce("Statement saved", { quiet: true });
  }

  function dispose() {
    const typed = editor?.text();
    if (!typed || typed === card.current.statement.trim()) return;
    drafts.keep(place, editor.area.value, seen);
    if (board.configurations.some((each) => each.id === card.current.id)) return;
    announceError({ message: `CMO ${card.current.number} was deleted elsewhere; your statement is there again when it is brought back`, hint: "undo" });
  }

  function close() {
    drafts.drop(place);
    editor?.node.remove();
    editor = null;
    node.firstChild.hidden = false;
    edit.focus({ preventScroll: true });
  }

  function update({ statement }) {
    if (statement === shown) return;
    if (editor && shown !== null) editor.tellElsewhere(statement);
    shown = statement;
    text.replaceChildren(...statementNodes(statement, letters));
    if (!statement) text.append(element("span", { class: "quiet" }, "No statement yet."));
  }

  text.addEventListener("dblclick", open);
  if (drafts.at(place)) queueMicrotask(open);
  return { node, update, dispose };
}

// Moving among the configurations, and removing.
function cardActs(card, patch) {
  const { board } = card;
  const button = (action, text, label, run) => actionButton(action, text, run, { look: "icon", label, writes: true });

  async function move(by) {
    const position = card.current.number - 1 + by;
    if (position < 0 || position >= board.configurations.length) return;
    try {
      await patch({ position });
      board.context.announce(`Now CMO ${position + 1}`, { quiet: true });
    } catch (error) {
      announceError(error);
    }
  }

  return element("div", { class: "card-acts" }, button("earlier", "↑", "Move earlier", () => move(-1)),
    button("later", "↓", "Move later", () => move(1)), button("delete", "×", "Delete this configuration", () => removeConfiguration(board, card.current)));
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
