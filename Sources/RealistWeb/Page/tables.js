// Tables of the study: chosen from a list, set by their options, sorted, copied, downloaded, printed.

import { announceError } from "./announce.js";
import { counted, element } from "./dom.js";
import { filterBar, filtered } from "./filter-bar.js";
import { setText } from "./keyed.js";
import { showProblem } from "./panel.js";
import { placeLinks } from "./places.js";
import { copyTable } from "./table-copy.js";
import { makeTableOptions } from "./table-options.js";
import { makeTableView } from "./table-view.js";

const formatNames = { html: "HTML", docx: "Word", xlsx: "Excel", csv: "CSV", tsv: "TSV", md: "Markdown", tex: "LaTeX", json: "JSON" };

export function mount(container, context, route) {
  let tables = [];
  let name = route?.rest?.[0] ?? sessionStorage.getItem("realist-table");
  let turn = 0;
  let options = null;
  const list = element("div", { class: "table-sections" });
  const nav = element("nav", { class: "view-side table-names", "aria-label": "Tables" }, element("h1", {}, "Tables"), list);
  const title = element("h2", {});
  const about = element("p", { class: "quiet", role: "status" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const optionsPlace = element("div", { class: "table-options" });
  const table = makeTableView({ announce: context.announce });
  const bar = filterBar(context);
  const stopKeys = context.keys.describe("In a table", [["Tab", "To the places that lead to a transcript"], ["ArrowUp and ArrowDown", "The place before, the next place"], ["Home and End", "The first place, the last place"]]);
  const act = (action, text, run) => element("button", { type: "button", data: { action }, on: { click: run } }, text);
  const copy = act("copy-table", "Copy", async () => context.announce(await copyTable(table.node)));
  const notes = element("div", { class: "table-notes" });
  const downloads = element("div", { class: "downloads", role: "group", "aria-label": "Download" });
  const main = element("section", { class: "view-main", "aria-label": "The chosen table" },
    element("header", { class: "view-head" }, element("div", {}, title, about), element("div", { class: "view-tools" }, bar.node, copy, act("print", "Print", () => print()))),
    optionsPlace, problem, table.scroller, notes, downloads);
  container.classList.add("tables");
  container.append(nav, main);

  async function update() {
    try {
      const answer = await context.store.get("tables");
      tables = answer.tables;
      showDownloads(answer.downloads);
      if (!tables.some((each) => each.name === name)) name = tables[0]?.name ?? null;
      showNames();
      await load();
    } catch (error) {
      announceError(error);
    }
  }

  function showNames() {
    const state = tables.map((each) => each.name).join("\n");
    if (list.dataset.state !== state) {
      list.dataset.state = state;
      list.replaceChildren(...sectionsOf(tables).flatMap(([title, own]) => [element("h2", {}, title), element("ul", { role: "list" }, own.map(nameItem))]));
    }
    for (const link of list.querySelectorAll("a")) {
      if (link.dataset.table === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const chosen = tables.find((each) => each.name === name);
    if (chosen && options?.name !== name) {
      options = makeTableOptions(chosen, load);
      optionsPlace.replaceChildren(options.node);
    }
    main.hidden = !chosen;
  }

  async function load() {
    if (!name) return;
    const mine = ++turn;
    sessionStorage.setItem("realist-table", name);
    main.setAttribute("aria-busy", "true");
    try {
      const [answer, { sources }] = await Promise.all([context.api.get(`tables/${encodeURIComponent(name)}`, query()), context.store.get("sources")]);
      if (mine !== turn) return;
      const kind = tables.find((each) => each.name === name);
      setText(title, answer.title || kind.title);
      setText(about, [
        counted(answer.rows.length, "row"),
        answer.omitted ? `${counted(answer.omitted, "more row")} in the downloads` : null,
        context.filter.where && !kind.narrowed ? "the filter does not narrow this table" : null,
      ].filter(Boolean).join("; "));
      notes.replaceChildren(...(answer.notes ?? []).map((note) => element("p", { class: "quiet" }, note)));
      context.setTitle?.(title.textContent);
      showProblem(problem, null);
      table.update(name, answer, placeLinks(sources));
    } catch (error) {
      if (mine === turn) showProblem(problem, error);
    } finally {
      if (mine === turn) main.removeAttribute("aria-busy");
    }
  }

  function showDownloads(kinds) {
    if (downloads.dataset.kinds === kinds.join()) return;
    downloads.dataset.kinds = kinds.join();
    downloads.replaceChildren(element("span", { class: "quiet" }, "Download"), ...kinds.map((kind) =>
      element("button", { type: "button", class: "quiet", data: { download: kind }, on: { click: () => download(kind) } }, formatNames[kind] ?? kind)));
  }

  function query() {
    return filtered(context, options?.query() ?? {});
  }

  function download(kind) {
    context.api.download(`tables/${encodeURIComponent(name)}.${kind}`, query(), `${name}.${kind}`).catch(announceError);
  }

  function go(to) {
    const wanted = to.rest?.[0];
    if (wanted && wanted !== name) {
      name = wanted;
      showNames();
      load();
      main.scrollTo?.(0, 0);
    }
    return true;
  }

  update();
  return { update, go, dispose: () => { bar.dispose(); stopKeys(); } };
}

function sectionsOf(tables) {
  const sections = new Map();
  for (const each of tables) sections.set(each.section, [...(sections.get(each.section) ?? []), each]);
  return [...sections];
}

function nameItem(each) {
  return element("li", {}, element("a", { href: `#/tables/${encodeURIComponent(each.name)}`, data: { table: each.name } }, each.title));
}
