// A list of quotes, more of them as it is scrolled; each leads to its place in the transcript.

import { element } from "./dom.js";
import { bearingSigns } from "./evidence-words.js";
import { filtered } from "./filter-bar.js";
import { keyedList, setText } from "./keyed.js";
import { showProblem } from "./panel.js";

export const quoteKind = "application/x-realist-quote";
const page = 30;

// options: context, request() → {path, query} or null for none, empty (words when there are none), actions(quote) → nodes, codes() → Map of codes, canDrag.
export function makeQuotes(options) {
  const { context } = options;
  const list = element("ol", { class: "quotes", role: "list" });
  const summary = element("p", { class: "quiet", role: "status" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const more = element("button", { type: "button", class: "quiet more", data: { action: "more-quotes" }, hidden: true, on: { click: loadMore } }, "Show more");
  const node = element("div", { class: "quote-list" }, summary, problem, list, more);
  const rows = keyedList(list, { key: (quote) => [quote.segment, quote.place, quote.bearing].join(" "), make: (quote) => makeQuote(options, quote) });
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !more.hidden) load(wanted + page);
  }, { rootMargin: "400px" });
  let wanted = page;
  let turn = 0;
  let current = "";
  watch.observe(more);

  async function load(limit) {
    const request = options.request();
    const mine = ++turn;
    if (!request) return show([], 0, "");
    wanted = limit;
    try {
      const answer = await context.api.get(request.path, filtered(context, { ...request.query, limit }));
      if (mine !== turn) return;
      show(answer.quotes, answer.count, options.empty ?? "No quotes.");
    } catch (error) {
      if (mine === turn) showProblem(problem, error);
    }
  }

  function show(quotes, count, empty) {
    showProblem(problem, null);
    setText(summary, count ? `${count} ${count === 1 ? "quote" : "quotes"}${context.filter.where ? " under the filter" : ""}` : empty);
    rows.update(quotes);
    more.hidden = quotes.length >= count || quotes.length === 0;
    node.dataset.count = count;
  }

  // The button may go when there is no more: the keys go on at the first quote that came.
  async function loadMore() {
    const there = list.children.length;
    await load(wanted + page);
    if (more.hidden) list.children[there]?.querySelector("a")?.focus();
  }

  // Loads again; from the beginning when something else is asked for.
  function update() {
    const request = options.request();
    const asked = JSON.stringify([request, context.filter.where]);
    const isNew = asked !== current;
    current = asked;
    if (isNew) {
      rows.update([]);
      more.hidden = true;
      setText(summary, request ? "Loading…" : "");
    }
    return load(isNew ? page : wanted);
  }

  return { node, update, dispose: () => { watch.disconnect(); rows.dispose(); } };
}

export function placeOf(quote) {
  return `#/sources/${quote.source}@${quote.start}-${quote.end}`;
}

function makeQuote(options, quote) {
  const words = element("blockquote", {});
  const who = element("span", { class: "quote-who" });
  const bearing = element("span", { class: "bearing" });
  const codes = element("span", { class: "quote-codes" });
  const jump = element("a", { class: "quote-jump", data: { action: "jump" } });
  const node = element("li", { class: "quote", data: { segment: quote.segment }, draggable: options.canDrag ? "true" : null }, words,
    element("div", { class: "quote-foot" }, who, jump, bearing, ...(options.actions?.(quote) ?? []), codes));
  let current = quote;

  node.addEventListener("dragstart", (event) => {
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData(quoteKind, JSON.stringify(current));
    event.dataTransfer.setData("text/plain", current.words);
  });

  function update(next) {
    current = next;
    setText(words, next.words);
    setText(who, [next.participant ?? next.speaker].filter(Boolean).join(" "));
    setText(jump, next.sourceName);
    jump.href = placeOf(next);
    jump.title = `Open ${next.sourceName} at this passage`;
    jump.setAttribute("aria-label", `${next.sourceName}: open at this passage`);
    const speaks = next.bearing ? [bearingSigns[next.bearing], next.bearing, /^CMO/.test(next.place) ? next.place : "", next.standing === "observed" ? "" : next.standing] : [];
    setText(bearing, speaks.filter(Boolean).join(" "));
    bearing.dataset.bearing = next.bearing ?? "";
    const known = options.codes?.();
    const names = (next.codes ?? []).map((id) => known?.get(id)?.path).filter(Boolean);
    codes.replaceChildren(...names.map((name) => element("span", { class: "code-name" }, name)));
  }

  update(quote);
  return { node, update };
}
