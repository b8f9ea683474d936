// Dialogs of the board: a new configuration from its sentence, and deleting one.

import { counted, element } from "./dom.js";
import { confirmAct, openPanel } from "./panel.js";
import { makeStatementEditor } from "./statement-editor.js";

// What was typed and not added; a dialog that was closed by accident opens with it again.
let draft = { title: "", group: "", statement: "" };

export function newConfiguration(board) {
  const { context } = board;
  const panel = openPanel({ title: "New configuration", class: "wide" });
  const title = element("input", { id: "new-title", type: "text", autocomplete: "off", value: draft.title, data: { field: "new-title" } });
  const group = element("input", { id: "new-group", type: "text", autocomplete: "off", list: "known-groups", value: draft.group, data: { field: "new-group" } });
  const groups = [...new Set(board.configurations.map((each) => each.group).filter(Boolean))].sort();
  const editor = makeStatementEditor({
    value: draft.statement, slots: board.study.template.slots, codes: () => board.book.list, label: "Statement", act: "Add", cancel: () => panel.close(),
    save: async (statement, createCodes) => {
      const answer = await context.api.post("configurations", { statement, createCodes, title: title.value.trim(), group: group.value.trim() });
      panel.close("added");
      // An answer to a write that had been done before tells nothing of what was made.
      if (!answer.configuration) return;
      context.announce(`Added CMO ${answer.configuration.number}`);
      context.navigate(`#/configurations/${answer.configuration.key}`);
    },
  });
  panel.body.append(
    element("div", { class: "two" }, element("label", { class: "field", for: "new-title" }, "Title", title),
      element("label", { class: "field", for: "new-group" }, "Group", group)),
    element("datalist", { id: "known-groups" }, ...groups.map((value) => element("option", { value }))),
    element("h3", {}, "Statement"), editor.node);
  panel.closed.then((how) => {
    draft = how === "added" ? { title: "", group: "", statement: "" } : { title: title.value, group: group.value, statement: editor.area.value };
  });
  panel.show(title);
}

export function removeConfiguration(board, configuration) {
  const { context } = board;
  const evidence = configuration.evidence.length;
  const words = evidence
    ? `Its ${counted(evidence, "piece of evidence", "pieces of evidence")} go with it; the passages stay marked and coded.`
    : "It has no evidence.";
  return confirmAct({
    title: `Delete CMO ${configuration.number}${configuration.title ? ` “${configuration.title}”` : ""}?`,
    words: [words, "This can be undone."], act: "Delete", isDangerous: true,
    run: () => context.api.remove(`configurations/${configuration.id}`, { all: true }),
  }).then((done) => { if (done) context.announce(`Deleted CMO ${configuration.number}`); });
}
