// Words found anywhere in the study, with the turn they stand in; each leads to its place.

import { counted, element, fill } from "./dom.js";
import { TextIndex } from "./offsets.js";

const most = 300;

export function mount(container, { api, filter, navigate, setTitle }, route) {
  const field = element("input", { type: "search", id: "search-words", "aria-label": "Words to find", autocomplete: "off", on: { keydown: (event) => { if (event.key === "Enter") ask(); } } });
  const told = element("p", { class: "quiet", id: "search-told", role: "status" });
  const list = element("div", { id: "search-hits" });
  fill(container, element("div", { class: "view-head" }, element("h1", {}, "Search"), element("div", { class: "view-tools" }, field, element("button", { class: "primary", on: { click: ask } }, "Search"))), told, list);
  let shown = null;
  go(route);

  function ask() {
    if (field.value.trim()) navigate("#/search?q=" + encodeURIComponent(field.value.trim()));
  }

  function go(to) {
    if (to.name !== "search") return false;
    field.value = to.query.q ?? "";
    if (field.value) show(field.value);
    else field.focus();
    return true;
  }

  async function show(words) {
    shown = words;
    setTitle(`Search: ${words}`);
    told.textContent = "Searching…";
    try {
      const { count, hits } = await api.get("search", { q: words, limit: most, where: filter.where });
      if (shown !== words) return;
      told.textContent = count === 0 ? `“${words}” stands nowhere in the sources.` : `${counted(count, "place")}${hits.length < count ? `, the first ${hits.length} are shown` : ""}`;
      fill(list, bySource(hits).map(([name, each]) => element("section", {}, element("h2", {}, name, element("span", { class: "quiet" }, ` ${each.length}`)),
        element("ol", { class: "hits" }, each.map(item)))));
    } catch (error) {
      if (shown !== words) return;
      told.textContent = [error.message, error.hint].filter(Boolean).join(" — ");
      fill(list);
    }
  }

  const stop = filter.onChange(() => { if (shown) show(shown); });

  return {
    go,
    dispose() {
      shown = null;
      stop();
    },
  };
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
