// Copies a table so that it arrives formatted in a word processor and as tab-separated text elsewhere.

import { element } from "./dom.js";

export async function copyTable(table) {
  const rows = [...table.rows].map((row) => [...row.cells]);
  try {
    await navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([formatted(table, rows)], { type: "text/html" }),
      "text/plain": new Blob([plain(rows)], { type: "text/plain" }),
    })]);
    return `Copied ${rows.length - 1} rows; paste them into a document or a spreadsheet`;
  } catch {
    getSelection().selectAllChildren(table);
    const isDone = document.execCommand("copy");
    return isDone ? "Copied" : "The table is selected; press Ctrl-C to copy it";
  }
}

function linesOf(cell) {
  const parts = [...cell.querySelectorAll("div")];
  return parts.length ? parts.map((part) => part.textContent) : [cell.querySelector(".sort")?.firstChild?.textContent ?? cell.textContent];
}

// With borders of its own, since the page's style does not go along; in attributes, which the page's security policy lets be.
function formatted(table, rows) {
  const made = element("table", { border: 1, cellspacing: 0, cellpadding: 4 },
    element("caption", {}, table.caption?.textContent ?? ""),
    rows.map((cells, index) => element("tr", {}, cells.map((cell) => element(index === 0 ? "th" : "td", {
      valign: "top", align: cell.classList.contains("number") ? "right" : "left", bgcolor: index === 0 ? "#eeeeee" : null,
    }, linesOf(cell).map((line, place) => [place ? element("br") : null, line]))))));
  return made.outerHTML;
}

function plain(rows) {
  return rows.map((cells) => cells.map((cell) => quoted(linesOf(cell).join("\n"))).join("\t")).join("\r\n");
}

function quoted(text) {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
