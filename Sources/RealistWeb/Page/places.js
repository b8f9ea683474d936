// Places of passages in the cells of a table ("P01, 120–188", or "120..188" beside the name of a source) as links that lead there.

import { element } from "./dom.js";

/** For these sources: a function from a line of a cell, and what stands in the column of the source, to what is put into the cell. */
export function placeLinks(sources) {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const places = names.length ? new RegExp(`(?<![\\p{L}\\p{N}-])(${names.join("|")}),? (\\d+)(?:–|\\.\\.)(\\d+)(?:, revision (\\d+))?`, "gu") : /(?!)/g;

  // Where the text was revised, what is counted in the older one would lead to other words.
  function link(source, start, end, revision, text) {
    if (source?.revision !== Number(revision ?? 1)) return text;
    return element("a", { href: `#/sources/${source.id}@${start}-${end}`, data: { action: "place" } }, text);
  }

  return (line, beside) => {
    const alone = /^(\d+)\.\.(\d+)$/.exec(line);
    if (alone) return [link(byName.get(beside) ?? byName.get(beside?.split(": ")[0]), alone[1], alone[2], 1, line)];
    const parts = [];
    let at = 0;
    for (const found of line.matchAll(places)) {
      const [text, name, start, end, revision] = found;
      parts.push(line.slice(at, found.index), link(byName.get(name), start, end, revision, text));
      at = found.index + text.length;
    }
    return [...parts, line.slice(at)].filter((part) => part !== "");
  };
}
