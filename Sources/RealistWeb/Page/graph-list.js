// The theory of change in words: a heading for each stage, its factors, and what each leads to. It says all that the diagram shows.

import { element } from "./dom.js";
import { linkWord } from "./graph-diagram.js";
import { thingButton } from "./graph-panel.js";
import { keepFocus } from "./returning.js";

export function makeGraphList(graph) {
  const node = element("div", { class: "graph-list", hidden: true, data: { list: "" } });
  let shown = null;

  function update() {
    if (shown === graph.data) return mark();
    shown = graph.data;
    keepFocus(node, "data-choose", () => node.replaceChildren(...graph.data.stages.map(stageSection).filter(Boolean), ...loopSection()));
    mark();
  }

  function stageSection(stage) {
    const nodes = graph.data.nodes.filter((each) => each.stage === stage.key);
    return nodes.length ? element("section", {}, element("h2", {}, stage.name), element("ul", { role: "list" }, nodes.map(factorItem))) : null;
  }

  function factorItem(factor) {
    const links = graph.data.links.filter((link) => link.from === factor.id);
    const name = (id) => graph.byID.get(id)?.text ?? id;
    return element("li", {}, thingButton(graph, factor.id, factor.text, factor.quotes),
      links.length ? element("ul", { role: "list" }, links.map((link) => element("li", {}, `→ `, thingButton(graph, link.id, `${linkWord(link)} ${name(link.to)}`, link.quotes)))) : null);
  }

  function loopSection() {
    if (!graph.data.loops.length) return [];
    const name = (id) => graph.byID.get(id)?.text ?? id;
    return [element("section", {}, element("h2", {}, "Loops"), element("ul", {}, graph.data.loops.map((loop) =>
      element("li", {}, element("b", {}, loop.title || loop.key), ` (${loop.valence}): `, [...loop.factors, loop.factors[0]].map(name).join(" → ")))))];
  }

  function mark() {
    for (const button of node.querySelectorAll("[data-choose]")) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === graph.chosen));
    }
  }

  function focus(id) {
    (node.querySelector(`[data-choose="${CSS.escape(id ?? "")}"]`) ?? node.querySelector("[data-choose]"))?.focus();
  }

  return { node, update, mark, focus };
}
