// The list of sources with how far each is coded.

import { afterPaint, counted, day, element, figure, fill } from "./dom.js";
import { importButton } from "./import.js";
import { keepFocus } from "./returning.js";

const names = new Intl.Collator("en", { numeric: true });
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const columns = [
  ["name", "Source", (a, b) => names.compare(a.name, b.name)],
  ["kind", "Kind", (a, b) => byText(a.kind, b.kind)],
  ["date", "Date", (a, b) => byText(a.date ?? "", b.date ?? "")],
  ["words", "Words", (a, b) => a.words - b.words],
  ["codings", "Codings", (a, b) => a.codings - b.codings],
  ["coded", "Coded", (a, b) => a.coded - b.coded],
  ["touched", "Last touched", (a, b) => byText(a.touched ?? "", b.touched ?? "")],
];
/** Columns from here on are most useful with the greatest first. */
const firstOfNumbers = 3;
/** Pixels of a row that is as low as it can be. */
const leastHeight = 30;

export function mount(container, context) {
  return new SourceList(container, context);
}

class SourceList {
  constructor(container, { store, filter, announceError }) {
    Object.assign(this, { store, filter, announceError, order: { column: 0, isDown: false }, path: null });
    this.told = element("p", { class: "quiet", id: "sources-told" });
    this.field = element("input", {
      type: "search", id: "sources-filter", placeholder: "Filter", "aria-label": "Filter the sources", autocomplete: "off",
      on: { input: () => this.draw() },
    });
    const head = element("div", { class: "view-head" }, element("div", {}, element("h1", {}, "Sources"), this.told),
      element("div", { class: "view-tools" }, this.field, store.peek("study")?.readOnly ? null : importButton()));
    fill(container, head, this.#table(), this.#none());
    this.update();
  }

  /** The filter that holds everywhere holds here too. */
  update() {
    const wanted = this.filter.narrowed("sources");
    if (wanted === this.path) return;
    this.stopList?.();
    this.path = wanted;
    this.stopList = this.store.watchAll([wanted, "participants"], () => this.draw());
    this.store.get(wanted).catch(this.announceError);
  }

  dispose() {
    this.stopList();
  }

  draw() {
    const sources = this.store.peek(this.path)?.sources;
    if (!sources) return;
    const keys = new Map((this.store.peek("participants")?.participants ?? []).map((each) => [each.id, each.key]));
    this.#fill(this.#shown(sources), (source) => row(source, peopleIn(source, keys)));
    const sorting = this.order.isDown ? "descending" : "ascending";
    this.heads.forEach((head, place) => head.setAttribute("aria-sort", place === this.order.column ? sorting : "none"));
    this.table.hidden = sources.length === 0;
    this.none.hidden = sources.length > 0;
    this.field.hidden = sources.length < 8;
    this.told.textContent = summary(sources);
  }

  /** At first the rows that are in view, and the others when these have been painted. */
  #fill(sources, make) {
    const drawing = this.drawing = {};
    const soon = this.body.childElementCount > 0 ? sources.length : Math.ceil(innerHeight / leastHeight);
    keepFocus(this.body, "href", () => fill(this.body, sources.slice(0, soon).map(make)));
    if (soon < sources.length) afterPaint(() => { if (this.drawing === drawing) this.body.append(...sources.slice(soon).map(make)); });
  }

  #table() {
    this.body = element("tbody", {});
    this.heads = columns.map(([id, name], place) => element("th", { scope: "col", data: { column: id } },
      element("button", { type: "button", class: "sort-by", on: { click: () => this.#sortBy(place) } }, name)));
    this.table = element("table", { class: "sources", id: "sources" },
      element("caption", { class: "unseen" }, "Sources with how far each is coded"), element("thead", {}, element("tr", {}, this.heads)), this.body);
    return this.table;
  }

  #none() {
    this.none = element("div", { class: "empty", hidden: true }, element("p", {}, "No sources yet."),
      element("p", { class: "quiet" }, "Import transcripts with the button, or drop files on the page: text, Word, OpenDocument, subtitles, PDF."));
    return this.none;
  }

  #sortBy(column) {
    this.order = { column, isDown: this.order.column === column ? !this.order.isDown : column >= firstOfNumbers };
    this.draw();
  }

  #shown(sources) {
    const words = this.field.value.trim().toLowerCase();
    const shown = sources.filter((each) => `${each.name} ${each.title} ${each.kind}`.toLowerCase().includes(words));
    shown.sort(columns[this.order.column][2]);
    return this.order.isDown ? shown.reverse() : shown;
  }
}

/** The keys of those who took part in a source; the source may be called as one of them. */
function peopleIn(source, keys) {
  return source.participants.map((id) => keys.get(id)).filter((key) => key && key !== source.name);
}

function summary(sources) {
  const touched = sources.filter((each) => each.codings > 0).length;
  const words = sources.reduce((sum, each) => sum + each.words, 0);
  return `${counted(sources.length, "source")}, ${counted(words, "word")}; coding begun in ${touched}`;
}

function row(source, people) {
  const link = element("a", { href: `#/sources/${source.id}` }, source.title || source.name);
  const under = [source.title ? source.name : null, ...people].filter(Boolean).join(" · ");
  const never = element("span", { class: "quiet" }, "never");
  return element("tr", { data: { source: source.id, name: source.name } },
    element("th", { scope: "row" }, link, under ? element("span", { class: "quiet under" }, under) : null),
    element("td", {}, source.kind),
    element("td", { class: "date" }, source.date ? day(source.date) : ""),
    element("td", { class: "number" }, figure(source.words)),
    element("td", { class: "number" }, figure(source.codings)),
    element("td", {}, progress(source.coded)),
    element("td", { class: "date" }, source.touched ? day(source.touched) : never));
}

function progress(share) {
  const percent = share > 0 && share < 0.01 ? "< 1 %" : `${Math.round(share * 100)} %`;
  const bar = element("span", { class: "progress", "aria-hidden": "true" });
  bar.style.setProperty("--share", share);
  return [bar, element("span", { class: "percent" }, percent)];
}
