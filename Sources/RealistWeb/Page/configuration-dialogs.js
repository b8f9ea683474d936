// Dialogs of the board: a new configuration from its sentence, and deleting one.

import { counted, element } from "./dom.js";
import { confirmAct, openPanel } from "./panel.js";
import { makeStatementEditor } from "./statement-editor.js";

export function newConfiguration(board) {
  const { context } = board;
  const panel = openPanel({ title: "New configuration", class: "wide" });
  const title = element("input", { id: "new-title", type: "text", autocomplete: "off", data: { field: "new-title" } });
  const group = element("input", { id: "new-group", type: "text", autocomplete: "off", list: "known-groups", data: { field: "new-group" } });
  const groups = [...new Set(board.configurations.map((each) => each.group).filter(Boolean))].sort();
  const editor = makeStatementEditor({
    value: "", slots: board.study.template.slots, label: "Statement", act: "Add", cancel: () => panel.close(),
    save: async (statement, createCodes) => {
      const answer = await context.api.post("configurations", { statement, createCodes, title: title.value.trim(), group: group.value.trim() });
      panel.close();
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
