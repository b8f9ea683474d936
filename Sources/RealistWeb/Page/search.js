// Words found anywhere in the study, with the turn they stand in; each leads to its place.

import { counted, element, fill } from "./dom.js";
import { TextIndex } from "./offsets.js";

const most = 300;

export function mount(container, context, route) {
  return new Search(container, context, route);
}

class Search {
  constructor(container, { api, filter, navigate, setTitle }, route) {
    Object.assign(this, { api, filter, navigate, setTitle, shown: null });
    this.field = element("input", {
      type: "search", id: "search-words", "aria-label": "Words to find", autocomplete: "off",
      on: { keydown: (event) => { if (event.key === "Enter") this.ask(); } },
    });
    this.told = element("p", { class: "quiet", id: "search-told", role: "status" });
    this.list = element("div", { id: "search-hits" });
    const button = element("button", { class: "primary", on: { click: () => this.ask() } }, "Search");
    fill(container, element("div", { class: "view-head" }, element("h1", {}, "Search"), element("div", { class: "view-tools" }, this.field, button)),
      this.told, this.list);
    this.stop = filter.onChange(() => { if (this.shown) this.show(this.shown); });
    this.go(route);
  }

  go(to) {
    if (to.name !== "search") return false;
    this.field.value = to.query.q ?? "";
    if (this.field.value) this.show(this.field.value);
    else this.field.focus();
    return true;
  }

  dispose() {
    this.shown = null;
    this.stop();
  }

  ask() {
    const words = this.field.value.trim();
    if (words) this.navigate("#/search?q=" + encodeURIComponent(words));
  }

  async show(words) {
    this.shown = words;
    this.setTitle(`Search: ${words}`);
    this.told.textContent = "Searching…";
    try {
      const { count, hits } = await this.api.get("search", { q: words, limit: most, where: this.filter.where });
      if (this.shown === words) this.#fill(words, count, hits);
    } catch (error) {
      if (this.shown !== words) return;
      this.told.textContent = [error.message, error.hint].filter(Boolean).join(" — ");
      fill(this.list);
    }
  }

  #fill(words, count, hits) {
    const rest = hits.length < count ? `, the first ${hits.length} are shown` : "";
    this.told.textContent = count === 0 ? `“${words}” stands nowhere in the sources.` : counted(count, "place") + rest;
    fill(this.list, bySource(hits).map(([name, each]) => element("section", {},
      element("h2", {}, name, element("span", { class: "quiet" }, ` ${each.length}`)), element("ol", { class: "hits" }, each.map(item)))));
  }
}

function bySource(hits) {
  const groups = new Map();
  for (const hit of hits) groups.set(hit.sourceName, [...(groups.get(hit.sourceName) ?? []), hit]);
  return [...groups];
}

function item(hit) {
  const [start, end] = hit.matches[0] ?? [hit.start, hit.end];
  return element("li", { data: { source: hit.source } }, element("a", { class: "hit-line", href: `#/sources/${hit.source}@${start}-${end}` },
    hit.speaker ? element("span", { class: "who-said" }, hit.speaker) : null, element("span", { class: "hit-words", dir: "auto" }, marked(hit))));
}

/** The words with what was found in <b>; long turns are cut around the first place. */
function marked(hit) {
  const index = new TextIndex(hit.words);
  const found = hit.matches.map(([from, to]) => [from - hit.start, to - hit.start]).filter(([from, to]) => from >= 0 && to <= index.length);
  const from = Math.max((found[0]?.[0] ?? 0) - 160, 0);
  const to = Math.min((found[0]?.[1] ?? 0) + 240, index.length);
  const parts = [from > 0 ? "… " : null];
  let position = from;
  for (const [begin, end] of found) {
    if (begin < position || end > to) continue;
    parts.push(index.slice(position, begin), element("b", {}, index.slice(begin, end)));
    position = end;
  }
  return [...parts, index.slice(position, to), to < index.length ? " …" : null];
}
