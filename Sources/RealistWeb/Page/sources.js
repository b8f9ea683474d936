// The list of sources with how far each is coded.

import { element, fill } from "./dom.js";

export function mount(container, { store }) {
  const list = element("ul", { id: "sources-list" });
  fill(container, element("h1", {}, "Sources"), list);
  const stop = store.watch("sources", ({ sources }) => fill(list, sources.map((source) => element("li", { data: { source: source.id } },
    element("a", { href: `#/sources/${source.id}` }, source.title || source.name)))));
  return { update() {}, dispose: stop };
}
