// A table that can be sorted by a click on a heading; equal cells below one another stay as the server sent them.

import { actionButton } from "./action-button.js";
import { element } from "./dom.js";
import { keepFocus } from "./returning.js";

const perPage = 500;

export function makeTableView({ announce }) {
  const caption = element("caption", { class: "unseen" });
  const head = element("thead");
  const body = element("tbody");
  const node = element("table", { class: "data" }, caption, head, body);
  const more = actionButton("more-rows", null, () => { limit += perPage; fill(); if (more.hidden) scroller.focus({ preventScroll: true }); }, { look: "quiet more", hidden: true });
  const scroller = element("div", { class: "table-scroller", tabindex: "0", role: "region", "aria-label": "Table" }, node, more);
  let table = { columns: [], rows: [] };
  let sorting = { name: null, column: -1, isDown: false };
  let limit = perPage;
  let shown = "";
  let linked = (line) => [line];

  // `links(line, source)`: what is put into a cell for a line of it.
  function update(name, next, links) {
    const state = JSON.stringify([name, next.columns, next.rows]);
    if (state === shown) return;
    shown = state;
    table = next;
    linked = links;
    if (sorting.name !== name || sorting.column >= next.columns.length) sorting = { name, column: -1, isDown: false };
    if (caption.textContent !== next.title) caption.textContent = next.title;
    scroller.setAttribute("aria-label", next.title || "Table");
    limit = perPage;
    makeHead();
    fill();
  }

  function makeHead() {
    const focused = head.contains(document.activeElement) ? document.activeElement.dataset.column : null;
    head.replaceChildren(element("tr", {}, table.columns.map((column, index) => {
      const text = [column.title ?? column.name, element("span", { class: "sort-sign", "aria-hidden": "true" })];
      return element("th", { scope: "col", class: isNumeric(column) ? "number" : null },
        actionButton("sort", text, () => sort(index), { look: "sort", data: { column: index } }));
    })));
    mark();
    if (focused) head.querySelector(`[data-column="${focused}"]`)?.focus();
  }

  function sort(column) {
    if (sorting.column !== column) sorting = { ...sorting, column, isDown: false };
    else if (!sorting.isDown) sorting = { ...sorting, isDown: true };
    else sorting = { ...sorting, column: -1, isDown: false };
    mark();
    fill();
    const name = table.columns[column].title ?? table.columns[column].name;
    announce(sorting.column < 0 ? "In the study's own order" : `Sorted by ${name}, ${sorting.isDown ? "descending" : "ascending"}`, { quiet: true });
  }

  function mark() {
    [...head.querySelectorAll("th")].forEach((cell, index) => {
      const state = index !== sorting.column ? "none" : sorting.isDown ? "descending" : "ascending";
      cell.setAttribute("aria-sort", state);
      cell.querySelector(".sort-sign").textContent = { none: "", ascending: " ▲", descending: " ▼" }[state];
    });
  }

  function fill() {
    const rows = sorted(table.rows, sorting);
    const beside = table.columns.findIndex((column) => column.name === "source" || column.name === "interview");
    const made = rows.slice(0, limit).map((row) => element("tr", {}, row.map((cell, index) =>
      cellNode(cell, table.columns[index], index === 0 && row.length > 1, (line) => linked(line, linesOf(row[beside])[0])))));
    keepFocus(body, "href", () => {
      body.replaceChildren(...made);
      for (const link of body.querySelectorAll("a")) link.tabIndex = -1;
      reach(body.querySelector("a"));
    });
    more.hidden = rows.length <= limit;
    more.textContent = `Show more (${rows.length - limit} left)`;
  }

  // All places are one stop of the Tab key; the arrow keys go from one to the next.
  function reach(link) {
    for (const each of body.querySelectorAll("a[tabindex='0']")) each.tabIndex = -1;
    if (link) link.tabIndex = 0;
  }

  body.addEventListener("focusin", ({ target }) => target.matches("a") && reach(target));
  body.addEventListener("keydown", (event) => {
    const links = [...body.querySelectorAll("a")];
    const at = links.indexOf(event.target.closest("a"));
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || !links[to] || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    links[to].focus();
  });

  return { node, scroller, update };
}

function isNumeric(column) {
  return column?.kind === "number";
}

function cellNode(cell, column, isHead, linked) {
  const lines = linesOf(cell).map(linked);
  return element(isHead ? "th" : "td", { scope: isHead ? "row" : null, class: isNumeric(column) ? "number" : null },
    lines.length > 1 ? lines.map((line) => element("div", {}, line)) : lines[0]);
}

function linesOf(cell) {
  if (cell == null) return [""];
  return (Array.isArray(cell) ? cell : String(cell).split("\n")).map(String);
}

// Numbers by size, text by the language's order, empty cells last; rows that are equal stay in their order.
export function sorted(rows, { column, isDown }) {
  if (column < 0) return rows;
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const value = (row) => linesOf(row[column]).join("\n");
  const compare = (one, other) => {
    if (!one || !other) return one ? -1 : other ? 1 : 0;
    return isDown ? order.compare(other, one) : order.compare(one, other);
  };
  return [...rows].sort((one, other) => compare(value(one), value(other)));
}
