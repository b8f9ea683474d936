// What a code is: name, number, counts, meaning, colour, key; each part saves itself.

import { announceError } from "./announce.js";
import { makeColourField } from "./colour-field.js";
import { counted, element } from "./dom.js";
import { makeField } from "./field.js";
import { setText } from "./keyed.js";

export function makeCodeDetails(context, state, { act }) {
  let code = null;
  const parents = element("p", { class: "code-parents quiet" });
  const title = element("h2", { class: "code-title" });
  const facts = element("p", { class: "quiet", data: { facts: "" } });
  let parts = null;
  const fields = element("div", { class: "code-fields" });
  const subcodes = element("input", { type: "checkbox", checked: true, data: { field: "subcodes" } });
  const node = element("div", { class: "code-details" },
    element("header", { class: "code-head" }, element("div", {}, parents, title, facts), moveButtons(act)), fields);

  // The fields belong to one code: another code gets fields of its own, so that what is typed cannot reach the wrong one.
  function renew() {
    parts?.keepAll();
    const id = code.id;
    const saveTo = (member) => (value, seen) => context.api.patch(`codes/${id}`, { [member]: value, ...(seen === undefined ? {} : { seen: { [member]: seen } }) });
    const saveKey = async (key, seen) => {
      const other = key && state.codes.find((each) => each.id !== id && each.hotkey === key);
      if (other) throw new Error(`${key} is the key of “${other.path}” already`);
      await saveTo("hotkey")(key, seen);
    };
    const made = {
      definition: makeField({ label: "Definition", name: "definition", lines: 2, value: code.definition, save: saveTo("definition"), draft: `codes/${id}/definition` }),
      use: makeField({ label: "Use it for", name: "use", lines: 2, value: code.use, save: saveTo("use"), draft: `codes/${id}/use` }),
      not: makeField({ label: "Not for", name: "not", lines: 2, value: code.not, save: saveTo("not"), draft: `codes/${id}/not` }),
      hotkey: makeField({ label: "Key", name: "hotkey", value: code.hotkey, save: saveKey, attributes: { maxlength: 1, class: "one-key" } }),
    };
    const colour = makeColourField({ colour: code.colour, name: "colour", save: saveTo("colour") });
    fields.replaceChildren(made.definition.node, made.use.node, made.not.node,
      element("div", { class: "code-looks" }, colour.node, made.hotkey.node));
    parts = {
      id, made, colour,
      keepAll: () => {
        for (const field of Object.values(made)) {
          if (!field.isDirty()) continue;
          if (state.byID.has(id)) {
            field.keep();
            continue;
          }
          field.discard();
          announceError({ message: `the code was deleted elsewhere; what you typed of it: “${field.control.value}”`, hint: "undo brings the code back" });
        }
      },
    };
  }

  function update(next) {
    code = next;
    node.hidden = !code;
    if (!code) {
      parts?.keepAll();
      parts = null;
      return;
    }
    const isOther = parts?.id !== code.id;
    if (isOther) renew();
    for (const [member, field] of Object.entries(parts.made)) if (!isOther) field.update(code[member] ?? "");
    if (!isOther) parts.colour.update(code.colour);
    for (const control of fields.querySelectorAll("input, textarea, button")) control.disabled = state.readOnly;
    const path = code.path.split("/").slice(0, -1).join(" / ");
    setText(parents, path);
    setText(title, code.name);
    setText(facts, `${code.number} · ${counted(code.codings, "coding")} of its own, ${code.below} with subcodes · ${counted(code.sources, "source")}`);
  }

  return {
    node, update,
    subcodes: () => subcodes.checked,
    subcodesBox: element("label", { class: "check" }, subcodes, "With subcodes"),
    onSubcodes: (run) => subcodes.addEventListener("change", run),
  };
}

// Moving without dragging, and what is rarer.
function moveButtons(act) {
  const button = (action, text, label) => element("button", {
    type: "button", class: "quiet icon", "aria-label": label, title: label, data: { action, writes: "" }, on: { click: () => act(action) },
  }, text);
  return element("div", { class: "code-acts", role: "group", "aria-label": "Change this code" },
    button("up", "↑", "Move up (Alt-↑)"), button("down", "↓", "Move down (Alt-↓)"),
    button("out", "←", "Move out (Alt-←)"), button("in", "→", "Move in (Alt-→)"),
    element("button", { type: "button", class: "quiet", data: { action: "rename", writes: "" }, on: { click: () => act("rename") } }, "Rename"),
    element("button", { type: "button", class: "quiet", data: { action: "merge", writes: "" }, on: { click: () => act("merge") } }, "Merge…"),
    element("button", { type: "button", class: "quiet", data: { action: "delete", writes: "" }, on: { click: () => act("delete") } }, "Delete…"));
}
