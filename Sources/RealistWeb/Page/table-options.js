// The options of a table as fields; what is not set is left to the server.

import { element } from "./dom.js";

let count = 0;

// An option: {name, title, kind: "choice" | "flag" | "number" | "text", values?, value?}.
export function makeTableOptions({ name, options = [] }, changed) {
  const fields = options.map((option) => makeOption(option));
  const form = element("form", { class: "option-row", on: { change: changed, submit } }, fields.map((field) => field.node));

  function submit(event) {
    event.preventDefault();
    changed();
  }

  return {
    name, node: form,
    query: () => Object.fromEntries(fields.map((field) => [field.name, field.value()]).filter(([, value]) => value !== "")),
  };
}

function makeOption(option) {
  const id = `option-${++count}`;
  const text = option.title ?? option.label ?? option.name.replaceAll("-", " ");
  const values = option.values ?? option.choices;
  if (option.kind === "flag" || option.kind === "boolean") return flag(option, id, text);
  const isNumber = option.kind === "number";
  const control = values ? choice(option, values, id)
    : element("input", { id, type: isNumber ? "number" : "text", min: isNumber ? 0 : null, data: { option: option.name } });
  if (option.value != null) control.value = option.value;
  const node = element("label", { class: "option", for: id, title: option.about ?? null }, element("span", {}, text), control);
  return { name: option.name, node, value: () => String(control.value) };
}

function choice(option, values, id) {
  const names = values.map((each) => typeof each === "object"
    ? [each.value ?? each.name, each.title ?? each.text ?? each.name] : [each, String(each).replaceAll("-", " ")]);
  const isOpen = option.value == null && !names.some(([value]) => value === "");
  return element("select", { id, data: { option: option.name } }, isOpen ? element("option", { value: "" }, "not set") : null,
    names.map(([value, text]) => element("option", { value }, text)));
}

function flag(option, id, text) {
  const control = element("input", { id, type: "checkbox", checked: option.value === true || option.value === "true", data: { option: option.name } });
  const usual = control.checked;
  const node = element("label", { class: "check", for: id }, control, text);
  return { name: option.name, node, value: () => (control.checked === usual ? "" : String(control.checked)) };
}
