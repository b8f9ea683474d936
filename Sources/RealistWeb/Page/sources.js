// The list of sources with how far each is coded.

import { counted, day, element, fill } from "./dom.js";
import { importButton } from "./import.js";

const columns = [
  ["name", "Source", (a, b) => a.name.localeCompare(b.name, "en", { numeric: true })],
  ["kind", "Kind", (a, b) => a.kind.localeCompare(b.kind)],
  ["date", "Date", (a, b) => (a.date ?? "").localeCompare(b.date ?? "")],
  ["words", "Words", (a, b) => a.words - b.words],
  ["codings", "Codings", (a, b) => a.codings - b.codings],
  ["coded", "Coded", (a, b) => a.coded - b.coded],
  ["touched", "Last touched", (a, b) => (a.touched ?? "").localeCompare(b.touched ?? "")],
];

export function mount(container, { store, filter, announceError }) {
  let order = { column: 0, isDown: false };
  const told = element("p", { class: "quiet", id: "sources-told" });
  const field = element("input", { type: "search", id: "sources-filter", placeholder: "Filter", "aria-label": "Filter the sources", autocomplete: "off", on: { input: () => draw() } });
  const body = element("tbody", {});
  const heads = columns.map(([id, name], place) => element("th", { scope: "col", data: { column: id } }, element("button", { type: "button", class: "sort-by", on: { click: () => sortBy(place) } }, name)));
  const table = element("table", { class: "sources", id: "sources" }, element("caption", { class: "unseen" }, "Sources with how far each is coded"), element("thead", {}, element("tr", {}, heads)), body);
  const none = element("div", { class: "empty", hidden: true }, element("p", {}, "No sources yet."), element("p", { class: "quiet" }, "Import transcripts with the button, or drop files on the page: text, Word, OpenDocument, subtitles, PDF."));
  fill(container, element("div", { class: "view-head" }, element("div", {}, element("h1", {}, "Sources"), told), element("div", { class: "view-tools" }, field, store.peek("study")?.readOnly ? null : importButton())), table, none);
  let path = null;
  let stopList = null;
  const stopPeople = store.watch("participants", draw);
  update();

  /** The filter that holds everywhere holds here too. */
  function update() {
    const wanted = filter.where ? `sources?where=${encodeURIComponent(filter.where)}` : "sources";
    if (wanted === path) return;
    stopList?.();
    path = wanted;
    stopList = store.watch(path, draw);
    store.get(path).then(draw, announceError);
  }

  function sortBy(column) {
    order = { column, isDown: order.column === column ? !order.isDown : column > 2 };
    draw();
  }

  function draw() {
    const sources = store.peek(path)?.sources;
    if (!sources) return;
    const words = field.value.trim().toLowerCase();
    const shown = sources.filter((each) => `${each.name} ${each.title} ${each.kind}`.toLowerCase().includes(words)).sort(columns[order.column][2]);
    if (order.isDown) shown.reverse();
    keepingFocus(body, () => fill(body, shown.map((source) => row(source, keysOf(source, store)))));
    heads.forEach((head, place) => head.setAttribute("aria-sort", place !== order.column ? "none" : order.isDown ? "descending" : "ascending"));
    table.hidden = sources.length === 0;
    none.hidden = sources.length > 0;
    field.hidden = sources.length < 8;
    told.textContent = summary(sources);
  }

  return {
    update,
    dispose() {
      stopList();
      stopPeople();
    },
  };
}

function summary(sources) {
  const touched = sources.filter((each) => each.codings > 0).length;
  const words = sources.reduce((sum, each) => sum + each.words, 0);
  return `${counted(sources.length, "source")}, ${counted(words, "word")}; coding begun in ${touched}`;
}

/** The participants of a source, by their keys. */
function keysOf(source, store) {
  const people = new Map((store.peek("participants")?.participants ?? []).map((each) => [each.id, each.key]));
  return source.participants.map((id) => people.get(id)).filter((key) => key && key !== source.name);
}

function row(source, people) {
  const link = element("a", { href: `#/sources/${source.id}` }, source.title || source.name);
  const under = [source.title ? source.name : null, ...people].filter(Boolean).join(" · ");
  return element("tr", { data: { source: source.id, name: source.name } },
    element("th", { scope: "row" }, link, under ? element("span", { class: "quiet under" }, under) : null),
    element("td", {}, source.kind), element("td", { class: "date" }, source.date ? day(source.date) : ""),
    element("td", { class: "number" }, source.words.toLocaleString("en-GB")), element("td", { class: "number" }, source.codings.toLocaleString("en-GB")),
    element("td", {}, progress(source.coded)), element("td", { class: "date" }, source.touched ? day(source.touched) : element("span", { class: "quiet" }, "never")));
}

function progress(share) {
  const percent = share > 0 && share < 0.01 ? "< 1 %" : `${Math.round(share * 100)} %`;
  const bar = element("span", { class: "progress", "aria-hidden": "true" });
  bar.style.setProperty("--share", share);
  return [bar, element("span", { class: "percent" }, percent)];
}

/** The list is made anew after changes elsewhere; the link that has the focus gets it back. */
function keepingFocus(body, change) {
  const held = body.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  change();
  if (held) body.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
}
