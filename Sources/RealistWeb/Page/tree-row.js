// One row of a tree: indent, twist, colour, name, what stands behind it; and the field that renames it.

import { element } from "./dom.js";
import { setText } from "./keyed.js";

export function makeTreeRow(tree, item) {
  const twist = element("span", { class: "tree-twist", "aria-hidden": "true" });
  const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
  const name = element("span", { class: "tree-name" });
  const behind = element("span", { class: "tree-behind" });
  const line = element("div", { class: "tree-line" }, twist, swatch, name, behind);
  const node = element("li", {
    class: "tree-row", role: "treeitem", tabindex: "-1", draggable: "true", data: { id: item.id },
  }, line);
  const row = { node, update, show, mark, rename };
  let current = item;
  let editor = null;

  twist.addEventListener("click", (event) => {
    event.stopPropagation();
    tree.toggle(current.id);
  });
  node.addEventListener("click", () => { if (!editor) tree.select(current.id, { focus: true }); });
  node.addEventListener("dblclick", () => rename());

  function update(next) {
    current = next;
    setText(name, next.name);
    const colour = tree.options.colour?.(next) ?? null;
    swatch.hidden = !colour;
    if (colour) swatch.style.setProperty("--code-colour", colour);
    swatch.classList.toggle("inherited", Boolean(colour) && !next.colour);
    setText(behind, tree.options.describe(next));
    node.setAttribute("aria-label", tree.options.spoken?.(next) ?? next.name);
  }

  function mark(isChosen, isReachable) {
    node.setAttribute("aria-selected", String(isChosen));
    node.tabIndex = isReachable ? 0 : -1;
  }

  function show(model) {
    const level = model.level(current.id);
    const siblings = model.siblings(current.id);
    const hasChildren = model.children(current.id).length > 0;
    node.hidden = model.isHidden(current.id);
    node.style.setProperty("--level", level - 1);
    node.setAttribute("aria-level", level);
    node.setAttribute("aria-setsize", siblings.length);
    node.setAttribute("aria-posinset", siblings.indexOf(current.id) + 1);
    mark(false, false);
    if (hasChildren) node.setAttribute("aria-expanded", String(!model.closed.has(current.id)));
    else node.removeAttribute("aria-expanded");
  }

  function rename() {
    if (editor || tree.options.readOnly?.()) return;
    editor = makeNameEditor(current.name, (text) => tree.options.rename(current.id, text), (hadFocus) => {
      editor.remove();
      editor = null;
      name.hidden = false;
      node.draggable = true;
      if (hadFocus) node.focus({ preventScroll: true });
    });
    name.hidden = true;
    node.draggable = false;
    name.after(editor);
    editor.querySelector("input").select();
  }

  update(item);
  return row;
}

// A field that keeps the name on Enter or on leaving it, and drops it on Escape; a refusal stays beside it.
function makeNameEditor(text, keep, close) {
  const input = element("input", { class: "tree-rename", "aria-label": "Name", value: text, data: { rename: "" } });
  const problem = element("span", { class: "problem", role: "alert", hidden: true });
  const node = element("span", { class: "tree-editor" }, input, problem);
  let isBusy = false;

  async function finish() {
    if (isBusy) return;
    const name = input.value.trim();
    if (!name || name === text) return end();
    isBusy = true;
    try {
      await keep(name);
      end();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    } finally {
      isBusy = false;
    }
  }

  function end() {
    if (!node.isConnected) return;
    isBusy = true;
    close(node.contains(document.activeElement));
  }

  node.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") finish();
    if (event.key === "Escape") end();
  });
  for (const kind of ["click", "dblclick"]) node.addEventListener(kind, (event) => event.stopPropagation());
  input.addEventListener("blur", () => { if (!isBusy && !node.closest("[data-moving]")) finish(); });
  queueMicrotask(() => input.focus());
  return node;
}
