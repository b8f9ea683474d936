// Offers codes while the path in a tag is typed: "(M+: feels" lists what fits; Down and Enter or Tab take one, as does a click.

import { element } from "./dom.js";
import { prepare, ranked } from "./ranking.js";

const most = 8;

// `codes()` is the codebook's list; answers `{node, key(event) → whether it was used, update(), close()}`.
export function makeTagCodes(area, { codes, letters }) {
  const id = `${area.id}-codes`;
  const node = element("ul", { class: "tag-codes", id, role: "listbox", "aria-label": "Codes", hidden: true });
  const status = element("span", { class: "unseen", role: "status" });
  let found = [];
  let at = -1;
  let span = null;
  area.setAttribute("aria-controls", id);
  area.setAttribute("aria-autocomplete", "list");

  function update() {
    span = pathAt(area.value, area.selectionStart, letters);
    found = span ? ranked(prepare(codes()), span.typed, [], most) : [];
    if (found.length === 1 && found[0].path === span.typed) found = [];
    at = found.length && span.typed ? 0 : -1;
    show();
    status.textContent = found.length ? `${found.length} codes fit` : "";
  }

  function show() {
    node.hidden = !found.length;
    node.replaceChildren(...found.map((code, index) => element("li", {
      role: "option", id: `${id}-${index}`, "aria-selected": String(index === at), data: { code: code.id },
      on: { pointerdown: (event) => { event.preventDefault(); take(index); } },
    }, code.path)));
    if (at >= 0) area.setAttribute("aria-activedescendant", `${id}-${at}`);
    else area.removeAttribute("aria-activedescendant");
  }

  function take(index) {
    const path = found[index].path.replace(/[;()\\]/g, "\\$&");
    const closed = /^[^()]*\)/.test(area.value.slice(span.end));
    area.setSelectionRange(span.start, span.end);
    if (!document.execCommand("insertText", false, path + (closed ? "" : ")"))) area.setRangeText(path, span.start, span.end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  function key(event) {
    if (!found.length || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      show();
      return true;
    }
    if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      take(at);
      return true;
    }
    if (event.key !== "Escape") return false;
    close();
    return true;
  }

  function close() {
    found = [];
    show();
  }

  return { node: element("div", { class: "tag-codes-place" }, node, status), key, update, close };
}

// The path that is being typed at the cursor: after the colon of a tag, up to a semicolon or the end of the tag.
export function pathAt(text, cursor, letters) {
  const open = text.lastIndexOf("(", cursor - 1);
  if (open < 0) return null;
  const before = text.slice(open + 1, cursor);
  const head = /^\s*([^\s:;()]+?)\s*[+\-−–]?\s*:\s*/.exec(before);
  if (!head || !letters.includes(head[1]) || /[;)]/.test(before)) return null;
  const rest = /^[^;)\n]*/.exec(text.slice(cursor))[0];
  const start = open + 1 + head[0].length;
  return { start, end: cursor + rest.length, typed: text.slice(start, cursor + rest.length).trim() };
}
