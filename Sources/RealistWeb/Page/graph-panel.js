// What stands behind a factor or a link: its quotes, and what it leads to.

import { actionButton } from "./action-button.js";
import { counted, element } from "./dom.js";
import { linkWord } from "./graph-diagram.js";
import { setText } from "./keyed.js";
import { makeQuotes } from "./quotes.js";

export function makeGraphPanel(graph) {
  const { context } = graph;
  const close = actionButton("close-panel", "×", () => graph.choose(null), { look: "icon", label: "Close (Escape)" });
  const kind = element("p", { class: "quiet" });
  const title = element("h2", { tabindex: "-1" });
  const focus = actionButton("focus-node", null, () => toggleFocus(), { look: "quiet" });
  const facts = element("div", { class: "facts" });
  const ways = element("div", { class: "ways" });
  const quotes = makeQuotes({
    context, codes: () => graph.book.byID, empty: "No quotes stand behind it.",
    request: () => {
      const thing = graph.byID.get(graph.chosen);
      return thing ? { path: `theory-of-change/${thing.isNode ? "nodes" : "links"}/${encodeURIComponent(thing.id)}/quotes`, query: { view: graph.query().view } } : null;
    },
  });
  const node = element("aside", { class: "graph-panel", hidden: true, "aria-label": "What stands behind it" },
    element("div", { class: "panel-head" }, kind, close), title, facts, focus, ways, element("h3", {}, "Quotes"), quotes.node);

  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    graph.choose(null);
  });

  function toggleFocus() {
    const thing = graph.byID.get(graph.chosen);
    graph.focusOn(graph.query().focus === thing?.key ? "" : thing?.key);
  }

  function update() {
    const thing = graph.byID.get(graph.chosen);
    node.hidden = !thing;
    node.dataset.chosen = thing?.id ?? "";
    if (!thing) return quotes.update();
    const name = (id) => graph.byID.get(id)?.text ?? id;
    setText(kind, thing.isNode ? [graph.data.stages.find((each) => each.key === thing.stage)?.name, thing.group].filter(Boolean).join(" · ") : "Link");
    setText(title, thing.isNode ? thing.text : `${name(thing.from)} — ${linkWord(thing)} — ${name(thing.to)}`);
    focus.hidden = !thing.isNode;
    setText(focus, graph.query().focus === thing.key ? "Show everything again" : "Show only what is near it");
    facts.replaceChildren(...factParts(thing));
    ways.replaceChildren(...(thing.isNode ? nodeWays(graph, thing) : linkWays(graph, thing)));
    quotes.update();
  }

  return { node, update, focus: () => title.focus(), dispose: quotes.dispose };
}

// What else is recorded: detail, assumptions, indicators, and the configurations it stands in.
function factParts(thing) {
  const list = (heading, lines) => (lines?.length ? [element("h3", {}, heading), ...lines.map((line) => element("p", {}, line))] : []);
  const uses = thing.isNode ? thing.uses ?? [] : (thing.configurations ?? []).map((number) => `CMO${number}`);
  return [
    ...(thing.details ?? []).map((line) => element("p", { class: "quiet" }, line)),
    ...list("Assumptions", thing.assumptions), ...list("Indicators", thing.indicators),
    ...(uses.length ? [element("h3", {}, thing.isNode ? "Stands for" : "Explained by"), element("p", {}, uses.flatMap((use, index) => [index ? ", " : "", configurationLink(use)]))] : []),
  ];
}

function configurationLink(use) {
  const number = /^CMO(\d+)/.exec(use)?.[1];
  return number ? element("a", { href: `#/configurations/${number}` }, use) : use;
}

function nodeWays(graph, node) {
  const incoming = graph.data.links.filter((link) => link.to === node.id);
  const outgoing = graph.data.links.filter((link) => link.from === node.id);
  const list = (heading, links, text) => links.length
    ? [element("h3", {}, heading), element("ul", { role: "list" }, links.map((link) => element("li", {}, thingButton(graph, link.id, text(link), link.quotes))))] : [];
  const name = (id) => graph.byID.get(id)?.text ?? id;
  return [
    ...list("Leads to", outgoing, (link) => `${linkWord(link)} ${name(link.to)}`),
    ...list("Comes from", incoming, (link) => `${name(link.from)} ${linkWord(link)} it`),
  ];
}

function linkWays(graph, link) {
  const label = link.label ? [element("p", {}, link.label)] : [];
  const ends = [link.from, link.to].map((id) => graph.byID.get(id)).filter(Boolean);
  return [...label, element("ul", { role: "list" }, ends.map((end) => element("li", {}, thingButton(graph, end.id, end.text, end.quotes))))];
}

export function thingButton(graph, id, text, quotes) {
  return element("button", { type: "button", class: "link", data: { choose: id }, on: { click: () => graph.choose(id, { focus: true }) } },
    text, element("span", { class: "quiet" }, ` (${counted(quotes, "quote")})`));
}
