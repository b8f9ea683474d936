// Builds the condition that applies everywhere from rows of attribute, comparison and value; anything more is typed as text.

import { comparisonWords, comparisonsOf, conditionRows, conditionText } from "./condition.js";
import { element } from "./dom.js";
import { openPanel } from "./panel.js";

export async function openFilterBuilder(context) {
  const { participants, attributes } = await context.api.get("participants");
  const fields = fieldsOf(participants, attributes);
  const panel = openPanel({ title: "Show only what these people said", class: "filter-builder" });
  const editor = makeConditionEditor(fields, context.filter.where);
  const count = element("p", { class: "quiet", role: "status" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const act = (text, action, run) =>
    element("button", { type: action === "apply" ? "submit" : "button", class: action === "apply" ? "primary" : "", data: { action }, on: run ? { click: run } : {} }, text);
  const form = element("form", {
    on: { submit: (event) => { event.preventDefault(); apply(editor.text()); } },
  }, editor.node, count, problem, element("div", { class: "actions" },
    act("Cancel", "cancel", () => panel.close()), act("Show all", "clear", () => apply("")), act("Apply", "apply")));

  async function apply(where) {
    try {
      // The server reads the condition and says what is wrong with it.
      if (where) await context.api.get("quotes", { where, limit: 1 });
      context.filter.set(where);
      context.announce(where ? `Filter: ${where}` : "Filter dropped: everything is shown");
      panel.close();
    } catch (error) {
      problem.textContent = [error.message, error.hint].filter(Boolean).join(" — ");
      problem.hidden = false;
    }
  }

  panel.body.append(form);
  panel.show(form.querySelector("select, input"));
}

// Attributes with the values that occur, for the lists beside the fields.
function fieldsOf(participants, attributes) {
  const built = [
    { name: "participant.id", kind: "text", values: participants.map((person) => person.key) },
    { name: "source.kind", kind: "text", values: ["interview", "focus-group", "survey", "field-note", "document", "literature"] },
    { name: "source.name", kind: "text", values: [] },
  ];
  const own = attributes.map((attribute) => {
    const seen = new Set(participants.map((person) => person.attributes[attribute.name]).filter((value) => value != null && value !== ""));
    return { ...attribute, values: attribute.values ?? [...seen].map(String).sort() };
  });
  return [...own, ...built];
}

function makeConditionEditor(fields, where) {
  const rows = conditionRows(where);
  const node = element("div", { class: "condition-editor" });
  const list = element("div", { class: "condition-rows" });
  const text = element("input", { type: "text", id: "condition-text", value: where, spellcheck: "false", data: { field: "condition" } });
  const parts = [];
  const isSimple = rows !== null;

  function add(row) {
    const part = makeRow(fields, row, () => { text.value = written(); }, () => {
      parts.splice(parts.indexOf(part), 1);
      part.node.remove();
      text.value = written();
      node.querySelector("select, button")?.focus();
    });
    parts.push(part);
    list.append(part.node);
    return part;
  }

  const written = () => conditionText(parts.map((part) => part.row()));
  if (isSimple) for (const row of rows.length ? rows : [{ field: fields[0]?.name, comparison: "=", value: "" }]) add(row);
  node.append(list, element("button", {
    type: "button", class: "quiet", data: { action: "add-condition" },
    on: { click: () => add({ field: fields[0]?.name, comparison: "=", value: "" }).node.querySelector("select").focus() },
  }, "Add a condition"), element("label", { for: "condition-text" }, "As text"), text,
  element("p", { class: "quiet" }, "E.g. profession = 'occupational therapy' and not (region in (North, South)). A text of your own is used as it stands."));
  return { node, text: () => text.value.trim() };
}

let lists = 0;

function makeRow(fields, { field, comparison, value }, changed, remove) {
  const list = element("datalist", { id: `filter-values-${++lists}` });
  const fieldChoice = element("select", { "aria-label": "Attribute" },
    ...fields.map(({ name }) => element("option", { value: name, selected: name === field }, name)));
  if (field && !fields.some(({ name }) => name === field)) {
    fieldChoice.append(element("option", { value: field, selected: true }, field));
  }
  const signChoice = element("select", { "aria-label": "Comparison" });
  const input = element("input", { type: "text", value, list: list.id, "aria-label": "Value" });
  const drop = element("button", { type: "button", class: "quiet icon", "aria-label": "Remove this condition", on: { click: remove } }, "×");

  function fit(wanted) {
    const known = fields.find(({ name }) => name === fieldChoice.value);
    const signs = comparisonsOf(known?.kind);
    signChoice.replaceChildren(...signs.map((sign) =>
      element("option", { value: sign, selected: sign === wanted }, comparisonWords[sign])));
    list.replaceChildren(...(known?.values ?? []).map((one) => element("option", { value: one })));
    input.hidden = signChoice.value.startsWith("is ");
  }

  fit(comparison);
  fieldChoice.addEventListener("change", () => { input.value = ""; fit(signChoice.value); changed(); });
  signChoice.addEventListener("change", () => { input.hidden = signChoice.value.startsWith("is "); changed(); });
  input.addEventListener("input", changed);
  return {
    node: element("div", { class: "condition-row" }, fieldChoice, signChoice, input, list, drop),
    row: () => ({ field: fieldChoice.value, comparison: signChoice.value, value: input.value.trim() }),
  };
}
