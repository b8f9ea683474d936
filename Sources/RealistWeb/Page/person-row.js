// One participant as a row: every attribute is a field that saves itself; a refused value stays with the reason.

import { element } from "./dom.js";
import { makeChoice, makeField } from "./field.js";
import { setText } from "./keyed.js";

export function makePersonRow(people, participant) {
  const { context } = people;
  const patch = (members) => context.api.patch(`participants/${participant.id}`, members);
  const key = element("span", { class: "person-key" });
  const withdrawn = element("span", { class: "withdrawn", hidden: true }, "withdrawn");
  const consent = makeField({
    label: `Consent of ${participant.key}`, name: "consent", quiet: true, value: participant.consent.join("; "), list: "known-consent",
    save: (text) => patch({ consent: text.split(";").map((word) => word.trim()).filter(Boolean) }), attributes: { autocomplete: "off" },
  });
  const leaving = makeField({
    label: `Day on which ${participant.key} withdrew`, name: "withdrawn", quiet: true, value: participant.withdrawn ?? "",
    save: (text) => patch({ withdrawn: text.trim() || null }), attributes: { placeholder: "yyyy-mm-dd", autocomplete: "off" },
  });
  const consentCell = element("td", { data: { column: "consent" } }, consent.node);
  const name = makeField({ label: `Name of ${participant.key}`, name: "name", quiet: true, value: participant.name ?? "", save: (text) => patch({ name: text }) });
  const head = element("th", { scope: "row" }, element("div", { class: "person-head" }, key, name.node, withdrawn));
  const sources = element("td", { class: "person-sources" });
  const node = element("tr", { data: { participant: participant.id, key: participant.key } }, head, consentCell,
    element("td", { data: { column: "withdrawn" } }, leaving.node), sources);
  const cells = new Map();

  // Cells of the attributes there are now; those that stay keep what is typed in them.
  function update(next) {
    setText(key, next.key);
    withdrawn.hidden = !next.withdrawn;
    withdrawn.title = next.withdrawn ?? "";
    name.update(next.name ?? "");
    consent.update(next.consent.join("; "));
    leaving.update(next.withdrawn ?? "");
    for (const [attribute, cell] of cells) {
      if (people.attributes.some((each) => each.name === attribute)) continue;
      cell.node.remove();
      cells.delete(attribute);
    }
    for (const attribute of people.attributes) {
      const value = written(next.attributes[attribute.name]);
      const cell = cells.get(attribute.name);
      if (cell) cell.field.update(value);
      else add(attribute, value);
    }
    showSources(next.sources);
    for (const control of node.querySelectorAll("input, select")) control.disabled = people.readOnly;
  }

  function add(attribute, value) {
    const field = makeValueField(attribute, participant, value, (text) => patch({ attributes: { [attribute.name]: read(attribute, text) } }));
    const cell = { field, node: element("td", { data: { attribute: attribute.name } }, field.node) };
    cells.set(attribute.name, cell);
    consentCell.before(cell.node);
  }

  function showSources(ids) {
    const state = ids.join();
    if (sources.dataset.state === state) return;
    sources.dataset.state = state;
    sources.replaceChildren(...ids.flatMap((id, index) => {
      const source = people.sources.get(id);
      return source ? [index ? ", " : "", element("a", { href: `#/sources/${id}`, title: source.title || null }, source.name)] : [];
    }));
  }

  update(participant);
  return { node, update };
}

function makeValueField(attribute, participant, value, save) {
  const label = `${attribute.name} of ${participant.key}`;
  if (attribute.kind === "boolean") {
    return makeChoice({ label, name: attribute.name, quiet: true, value, options: [{ value: "", text: "" }, { value: "yes", text: "yes" }, { value: "no", text: "no" }], save });
  }
  return makeField({
    label, name: attribute.name, quiet: true, value, save, list: attribute.kind === "text" ? `known-${attribute.name}` : null,
    attributes: { inputmode: attribute.kind === "number" ? "decimal" : null, placeholder: attribute.kind === "date" ? "yyyy-mm-dd" : null, autocomplete: "off" },
  });
}

function written(value) {
  if (value === true) return "yes";
  if (value === false) return "no";
  return value == null ? "" : String(value);
}

// As the interface wants it: numbers and yes or no as such, nothing as null; what is no number is left to the server to refuse.
function read(attribute, text) {
  const value = text.trim();
  if (!value) return null;
  if (attribute.kind === "boolean") return value === "yes";
  if (attribute.kind === "number" && Number.isFinite(Number(value))) return Number(value);
  return value;
}
