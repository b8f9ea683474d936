// The shelf beside the board: codes to pick, and the quotes of the chosen one; by dragging, or Enter and "Place here".

import { actionButton } from "./action-button.js";
import { element } from "./dom.js";
import { keyedList, setText } from "./keyed.js";
import { makeQuotes } from "./quotes.js";
import { codeKind } from "./tree-drag.js";

export function makeShelf(board) {
  const find = element("input", {
    type: "search", placeholder: "Find a code", "aria-label": "Find a code on the shelf", data: { field: "shelf-find" },
    on: { input: () => show(), keydown: leave },
  });
  const list = element("ul", { class: "shelf-codes", role: "list", on: { keydown: walk, focusin: ({ target }) => target.matches("[role=button]") && reach(target) } });
  const rows = keyedList(list, { key: (code) => code.id, make: (code) => makeRow(board, code, choose) });
  const heading = element("h3", { hidden: true });
  const quotes = makeQuotes({
    context: board.context, canDrag: true, empty: "No quotes bear this code.",
    request: () => (chosen ? { path: "quotes", query: { code: chosen, subcodes: true } } : null),
    actions: (quote) => [element("button", {
      type: "button", class: "quiet", data: { action: "pick-quote" },
      on: { click: ({ detail }) => board.hold({ kind: "quote", label: `a quote from ${quote.sourceName}`, quote, code: chosen }, { byKeys: detail === 0 }) },
    }, "Pick up")],
  });
  let chosen = null;
  const node = element("aside", { class: "shelf", "aria-label": "Codes and quotes to place" },
    element("h2", {}, "Shelf"), element("p", { class: "quiet" }, "Drag a code or a quote into a column, or pick it up and place it."), find, list, heading, quotes.node);

  function choose(code) {
    chosen = chosen === code.id ? null : code.id;
    show();
  }

  function leave(event) {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    list.querySelector("[role=button]")?.focus();
  }

  // One stop for Tab; the arrows walk the codes, Right shows the quotes of one.
  function walk(event) {
    const picks = [...list.querySelectorAll("[role=button]")];
    const at = picks.indexOf(event.target);
    const next = { ArrowDown: picks[at + 1], ArrowUp: picks[at - 1], Home: picks[0], End: picks.at(-1) }[event.key];
    if (at < 0 || (!next && event.key !== "ArrowRight")) return;
    event.preventDefault();
    if (next) next.focus();
    else event.target.nextElementSibling.click();
  }

  function reach(pick) {
    for (const each of list.querySelectorAll("[role=button]")) each.tabIndex = each === pick ? 0 : -1;
  }

  function show() {
    const wanted = find.value.trim().toLocaleLowerCase();
    const codes = board.book.list.filter((code) => !wanted || code.path.toLocaleLowerCase().includes(wanted));
    rows.update(codes);
    for (const row of rows.values()) row.mark(chosen, Boolean(wanted));
    if (!list.querySelector("[role=button][tabindex='0']")) list.querySelector("[role=button]")?.setAttribute("tabindex", "0");
    const code = board.book.byID.get(chosen);
    heading.hidden = !code;
    setText(heading, code ? `Quotes of ${code.path}` : "");
    quotes.node.hidden = !code;
    quotes.update();
  }

  return { node, update: show, focus: () => find.select(), dispose: () => { rows.dispose(); quotes.dispose(); } };
}

function makeRow(board, code, choose) {
  const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
  const name = element("span", { class: "tree-name" });
  const count = element("span", { class: "count" });
  // Not a button element: Firefox drags nothing that begins on one.
  const pick = element("span", { class: "shelf-pick", role: "button", tabindex: "-1", data: { action: "pick-code" }, on: { click: () => take(), keydown: press } }, swatch, name);
  const open = actionButton("shelf-quotes", count, () => choose(current), { look: "shelf-open", tabindex: "-1" });
  const node = element("li", { class: "shelf-code", draggable: "true", data: { code: code.id } }, pick, open);
  let current = code;

  function take(options) {
    board.hold({ kind: "code", id: current.id, name: current.name, label: `the code ${current.path}` }, options);
  }

  function press(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    take({ byKeys: true });
  }

  node.addEventListener("dragstart", (event) => {
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData(codeKind, current.id);
    event.dataTransfer.setData("text/plain", current.path);
  });

  function update(next) {
    current = next;
    setText(count, String(next.below));
    open.setAttribute("aria-label", `Quotes of ${next.path}: ${next.below}`);
    open.title = "Its quotes";
    pick.title = next.definition || next.path;
    swatch.style.setProperty("--code-colour", board.book.colour(next.id));
  }

  function mark(chosen, isFlat) {
    const isChosen = chosen === current.id;
    open.setAttribute("aria-expanded", String(isChosen));
    node.classList.toggle("chosen", isChosen);
    setText(name, isFlat ? current.path : current.name);
    node.style.setProperty("--level", isFlat ? 0 : current.path.split("/").length - 1);
    pick.setAttribute("aria-label", `Pick up ${current.path}`);
  }

  update(code);
  return { node, update, mark };
}
