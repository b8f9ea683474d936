// The keys of a tree: walking, folding, finding by first letters, moving with Alt and the arrows.

const patience = 600;

export function treeKeys(tree, event) {
  if (event.target.closest("input, textarea, select, button")) return;
  if (!tree.current) {
    if (["ArrowDown", "ArrowUp", "Home", "End", "Enter"].includes(event.key)) {
      tree.focus();
      event.preventDefault();
    }
    return;
  }
  const act = event.ctrlKey || event.metaKey ? null : event.altKey ? moves[event.key] : walks[event.key];
  const isFound = act ? act(tree, event) !== false : typed(tree, event);
  if (!isFound) return;
  event.preventDefault();
  event.stopPropagation();
}

function step(tree, by) {
  const shown = tree.shown();
  const at = shown.findIndex((item) => item.id === tree.current);
  const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (next) tree.select(next.id, { focus: true });
}

const walks = {
  ArrowDown: (tree) => step(tree, 1),
  ArrowUp: (tree) => step(tree, -1),
  Home: (tree) => step(tree, -Infinity),
  End: (tree) => step(tree, Infinity),
  ArrowRight(tree) {
    const children = tree.model.children(tree.current);
    if (!children.length) return;
    if (tree.model.closed.has(tree.current)) tree.toggle(tree.current, true);
    else tree.select(children[0], { focus: true });
  },
  ArrowLeft(tree) {
    const isOpen = tree.model.children(tree.current).length > 0 && !tree.model.closed.has(tree.current);
    if (isOpen) return tree.toggle(tree.current, false);
    const parent = tree.model.items.get(tree.current).parent;
    if (parent) tree.select(parent, { focus: true });
  },
  "*"(tree) {
    for (const id of tree.model.siblings(tree.current)) tree.toggle(id, true);
  },
  Enter: (tree) => tree.rename(tree.current),
  F2: (tree) => tree.rename(tree.current),
  Delete: (tree) => tree.options.remove(tree.current),
  Insert: (tree, event) => tree.options.add(tree.current, event.shiftKey ? "child" : "sibling"),
};

const moves = {
  ArrowUp: (tree) => moveTree(tree, "up"),
  ArrowDown: (tree) => moveTree(tree, "down"),
  ArrowRight: (tree) => moveTree(tree, "in"),
  ArrowLeft: (tree) => moveTree(tree, "out"),
};

// Where a thing would go; null when it cannot go there.
export function placeAfterMove(model, id, way) {
  const item = model.items.get(id);
  const siblings = model.siblings(id);
  const at = siblings.indexOf(id);
  if (way === "up") return at > 0 ? { parent: item.parent ?? null, position: at - 1 } : null;
  if (way === "down") return at < siblings.length - 1 ? { parent: item.parent ?? null, position: at + 1 } : null;
  if (way === "in") {
    const host = siblings[at - 1];
    return host ? { parent: host, position: model.children(host).length } : null;
  }
  if (!item.parent) return null;
  const position = model.siblings(item.parent).indexOf(item.parent) + 1;
  return { parent: model.items.get(item.parent).parent ?? null, position };
}

export function moveTree(tree, way) {
  const place = placeAfterMove(tree.model, tree.current, way);
  if (place) tree.options.move(tree.current, place);
  else tree.options.refuse?.(way);
}

let word = "";
let last = 0;

// Letters typed one after the other go to the next row that begins with them.
function typed(tree, event) {
  if (event.key.length !== 1 || event.altKey || event.ctrlKey || event.metaKey || event.key === " ") return false;
  word = event.timeStamp - last > patience ? event.key : word + event.key;
  last = event.timeStamp;
  const wanted = word.toLocaleLowerCase();
  const shown = tree.shown();
  const at = shown.findIndex((item) => item.id === tree.current);
  const from = word.length > 1 ? at : at + 1;
  const found = [...shown.slice(from), ...shown.slice(0, from)]
    .find((item) => item.name.toLocaleLowerCase().startsWith(wanted));
  if (!found) return false;
  tree.select(found.id, { focus: true });
  return true;
}
