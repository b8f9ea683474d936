// A tree of named things by the ARIA tree pattern: one row each, selection follows focus, rows can be moved and renamed in place.

import { element } from "./dom.js";
import { keyedList } from "./keyed.js";
import { makeTreeDrag } from "./tree-drag.js";
import { treeKeys } from "./tree-keys.js";
import { makeTreeRow } from "./tree-row.js";

// options: label, describe(item) → text behind the name, colour(item), and what a person does:
// select(id), rename(id, name) → promise, move(id, {parent, position}), remove(id), add(id, "child" | "sibling").
export function makeTree(options) {
  const node = element("ul", { class: "tree", role: "tree", "aria-label": options.label });
  const model = makeTreeModel();
  const tree = { node, model, options, current: null, update, select, focus, toggle, rename, shown };
  const rows = keyedList(node, { key: (item) => item.id, make: (item) => makeTreeRow(tree, item) });
  node.addEventListener("keydown", (event) => treeKeys(tree, event));
  makeTreeDrag(tree);

  function update(items) {
    const at = model.order.findIndex((item) => item.id === tree.current);
    model.set(items);
    // In the place of a code that is gone, the next one is chosen.
    if (!model.items.has(tree.current)) tree.current = at < 0 ? null : model.order[Math.min(at, model.order.length - 1)]?.id ?? null;
    rows.update(model.order);
    refresh();
  }

  function refresh() {
    for (const item of model.order) rows.get(item.id).show(model);
    mark(null);
  }

  // Only the row that was chosen and the one that is now change, so that walking stays quick in a large codebook.
  function mark(before) {
    if (before) rows.get(before)?.mark(false, false);
    const reachable = tree.current ?? model.order[0]?.id;
    if (reachable) rows.get(reachable)?.mark(reachable === tree.current, true);
  }

  // Makes a thing the current one, opening what it lies under.
  function select(id, { focus: takesFocus = false, silent = false } = {}) {
    if (!model.items.has(id)) return;
    const isNew = tree.current !== id;
    const before = tree.current ?? model.order[0]?.id;
    tree.current = id;
    if (model.isHidden(id)) {
      for (let at = model.items.get(id).parent; at; at = model.items.get(at)?.parent) model.closed.delete(at);
      refresh();
    }
    mark(isNew ? before : null);
    const row = rows.get(id).node;
    if (takesFocus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    if (isNew && !silent) options.select(id);
  }

  function focus() {
    const id = tree.current ?? model.order[0]?.id;
    if (id) select(id, { focus: true });
  }

  function toggle(id, isOpen) {
    if (isOpen ?? model.closed.has(id)) model.closed.delete(id);
    else model.closed.add(id);
    if (model.isHidden(tree.current)) select(id, { focus: node.contains(document.activeElement) });
    refresh();
  }

  function rename(id) {
    select(id);
    rows.get(id)?.rename();
  }

  function shown() {
    return model.order.filter((item) => !model.isHidden(item.id));
  }

  return tree;
}

// What lies under what, and what is folded away.
function makeTreeModel() {
  const model = { items: new Map(), order: [], closed: new Set() };
  let children = new Map();

  model.set = (items) => {
    model.order = items;
    model.items = new Map(items.map((item) => [item.id, item]));
    children = new Map();
    for (const item of items) {
      const parent = item.parent ?? null;
      if (!children.has(parent)) children.set(parent, []);
      children.get(parent).push(item.id);
    }
  };
  model.children = (id) => children.get(id ?? null) ?? [];
  model.siblings = (id) => model.children(model.items.get(id)?.parent);
  model.level = (id) => {
    let level = 0;
    for (let at = id; at; at = model.items.get(at)?.parent) level += 1;
    return level;
  };
  model.isHidden = (id) => {
    for (let at = model.items.get(id)?.parent; at; at = model.items.get(at)?.parent) {
      if (model.closed.has(at)) return true;
    }
    return false;
  };
  model.isBelow = (id, other) => {
    for (let at = id; at; at = model.items.get(at)?.parent) if (at === other) return true;
    return false;
  };
  return model;
}
