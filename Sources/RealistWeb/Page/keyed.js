// Brings the children of an element in line with a list, keeping those that stay: focus, scroll and open editors survive.

// `make(item)` answers `{node, update(item), dispose?()}`; `key(item)` is unique in the list.
export function keyedList(container, { key, make }) {
  const parts = new Map();

  function update(items) {
    const wanted = new Set(items.map(key));
    for (const [name, part] of parts) {
      if (wanted.has(name)) continue;
      const heir = part.node.contains(document.activeElement) ? heirOf(part.node, document.activeElement) : null;
      part.dispose?.();
      part.node.remove();
      parts.delete(name);
      heir?.focus({ preventScroll: true });
    }
    let before = container.firstChild;
    for (const item of items) {
      const name = key(item);
      let part = parts.get(name);
      if (part) part.update(item);
      else parts.set(name, (part = make(item)));
      if (part.node === before) before = before.nextSibling;
      else place(part.node, before);
    }
  }

  // Moving a node takes the focus from what is inside, so it is given back.
  function place(node, before) {
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    if (!focused) return container.insertBefore(node, before);
    // Who listens for leaving a field can tell that nobody left it.
    container.dataset.moving = "";
    if (container.moveBefore) container.moveBefore(node, before);
    else container.insertBefore(node, before);
    if (document.activeElement !== focused) focused.focus({ preventScroll: true });
    delete container.dataset.moving;
    return node;
  }

  function dispose() {
    for (const part of parts.values()) part.dispose?.();
    parts.clear();
    container.replaceChildren();
  }

  return { update, dispose, get: (name) => parts.get(name), values: () => [...parts.values()] };
}

const reachable = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex='0']";

// Who gets the focus of something that goes with its row: the same thing in the next row, else in the one before, else what stands before the list.
function heirOf(row, held) {
  const at = [...row.querySelectorAll(reachable)].indexOf(held);
  for (const neighbour of [row.nextElementSibling, row.previousElementSibling]) {
    if (!neighbour) continue;
    const all = [...neighbour.querySelectorAll(reachable)].filter((each) => each.checkVisibility());
    const found = all[Math.min(Math.max(at, 0), all.length - 1)] ?? (neighbour.hasAttribute("tabindex") && neighbour.checkVisibility() ? neighbour : null);
    if (found) return found;
  }
  for (let at = row.parentElement; at; at = at.parentElement) {
    const before = [...at.querySelectorAll(reachable)].filter((each) => each.checkVisibility() && each.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING && !each.contains(row));
    if (before.length) return before.at(-1);
  }
  return null;
}

// Sets the text of a node when it is another one, so that a selection in it stays.
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
