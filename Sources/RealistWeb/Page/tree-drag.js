// Dragging rows of a tree: onto the upper or lower edge of another row is before or after it, onto its middle is under it.

export const codeKind = "application/x-realist-code";

export function makeTreeDrag(tree) {
  let dragged = null;

  tree.node.addEventListener("dragstart", (event) => {
    const row = rowOf(event);
    if (!row || tree.options.readOnly?.()) return event.preventDefault();
    dragged = row.dataset.id;
    event.dataTransfer.effectAllowed = "copyMove";
    event.dataTransfer.setData(codeKind, dragged);
    event.dataTransfer.setData("text/plain", tree.model.items.get(dragged)?.path ?? "");
  });
  tree.node.addEventListener("dragover", (event) => {
    const row = rowOf(event);
    const place = row && dragged ? placeOf(tree.model, dragged, row, event.clientY) : null;
    clear(tree.node);
    if (!place) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    row.dataset.drop = place.side;
  });
  tree.node.addEventListener("dragleave", (event) => {
    if (!tree.node.contains(event.relatedTarget)) clear(tree.node);
  });
  tree.node.addEventListener("drop", (event) => {
    const row = rowOf(event);
    const place = row && dragged ? placeOf(tree.model, dragged, row, event.clientY) : null;
    clear(tree.node);
    if (!place) return;
    event.preventDefault();
    tree.options.move(dragged, { parent: place.parent, position: place.position });
  });
  tree.node.addEventListener("dragend", () => {
    dragged = null;
    clear(tree.node);
  });
}

function rowOf(event) {
  return event.target.closest?.("[role=treeitem]") ?? null;
}

function clear(node) {
  for (const row of node.querySelectorAll("[data-drop]")) delete row.dataset.drop;
}

function placeOf(model, dragged, row, y) {
  const target = row.dataset.id;
  if (model.isBelow(target, dragged)) return null;
  const box = row.getBoundingClientRect();
  const share = (y - box.top) / box.height;
  if (share > 0.3 && share < 0.7) return inside(model, dragged, target);
  return beside(model, dragged, target, share <= 0.3 ? "before" : "after");
}

function inside(model, dragged, target) {
  const others = model.children(target).filter((id) => id !== dragged);
  return { side: "inside", parent: target, position: others.length };
}

function beside(model, dragged, target, side) {
  const parent = model.items.get(target).parent ?? null;
  const others = model.children(parent).filter((id) => id !== dragged);
  const position = others.indexOf(target) + (side === "after" ? 1 : 0);
  return { side, parent, position };
}
