// The condition that applies everywhere, in sight: what is filtered, with a button to change it and one to drop it.

import { element } from "./dom.js";
import { openFilterBuilder } from "./filter-builder.js";
import { setText } from "./keyed.js";

// The query members of a request under the filter.
export function filtered(context, query = {}) {
  return context.filter.where ? { ...query, where: context.filter.where } : query;
}

export function filterBar(context) {
  const words = element("code", { class: "filter-words" });
  const change = element("button", {
    type: "button", class: "quiet", data: { action: "filter" }, on: { click: () => openFilterBuilder(context) },
  });
  const clear = element("button", {
    type: "button", class: "quiet", data: { action: "clear-filter" },
    on: { click: () => { context.filter.set(""); context.announce("Filter dropped: everything is shown"); change.focus(); } },
  }, "Show all");
  const node = element("div", { class: "filter-bar", role: "group", "aria-label": "Filter" }, change, words, clear);
  const unsubscribe = context.filter.onChange(update);

  function update() {
    const { where } = context.filter;
    setText(change, where ? "Only where" : "Filter…");
    setText(words, where);
    words.hidden = clear.hidden = !where;
    node.dataset.active = String(Boolean(where));
  }

  update();
  return { node, update, dispose: unsubscribe };
}
