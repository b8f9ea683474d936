// The diagram: nodes and links that can be pointed at, walked by keys and chosen; one loop or one neighbourhood stands out.

import { actionButton } from "./action-button.js";
import { counted, element } from "./dom.js";
import { makeCanvas } from "./canvas.js";
import { drawLayered } from "./layered-svg.js";
import { readSVG, svgElement } from "./svg.js";

export function makeDiagram(graph) {
  const paper = element("div", {
    class: "graph-paper", tabindex: "0", role: "group", data: { canvas: "" },
    "aria-label": "Diagram. Arrow keys move it; plus, minus and zero change the scale.",
  });
  const canvas = makeCanvas(paper, { resized: () => revealChosen() });
  const button = (action, text, label, run) => actionButton(action, text, run, { look: "icon", label });
  const buttons = element("div", { class: "zoom", role: "group", "aria-label": "Scale" },
    button("nearer", "+", "Nearer (+)", canvas.nearer),
    button("farther", "−", "Farther (−)", canvas.farther), button("fit", "⤢", "Show all of it (0)", canvas.fit));
  const node = element("div", { class: "graph-diagram" }, element("div", { class: "graph-frame" }, paper, buttons), legend());
  const shapes = new Map();
  let current = null;

  // `keepsView`: the same drawing as before, with what changed in the study.
  function draw({ keepsView }) {
    const focused = paper.contains(document.activeElement) ? document.activeElement.id : null;
    const svg = graph.isOwn ? drawLayered(graph.data) : readSVG(graph.svg);
    svg.setAttribute("role", "group");
    for (const name of ["aria-labelledby", "aria-describedby"]) svg.removeAttribute(name);
    svg.setAttribute("aria-label", "Factors and links");
    for (const title of svg.querySelectorAll("title, desc")) title.remove();
    shapes.clear();
    for (const group of svg.querySelectorAll("g[id]")) {
      const thing = graph.byID.get(group.id);
      if (thing) prepare(group, thing);
    }
    const wasDrawn = paper.firstChild !== null;
    paper.replaceChildren(svg);
    canvas.show(svg, extent(svg), { keepsView: keepsView && wasDrawn });
    current = [graph.chosen, current].find((each) => shapes.has(each)) ?? graph.data.nodes.find((each) => shapes.has(each.id))?.id ?? null;
    mark();
    if (focused) shapes.get(focused)?.focus({ preventScroll: true });
  }

  function prepare(group, thing) {
    shapes.set(thing.id, group);
    group.dataset[thing.isNode ? "node" : "link"] = thing.id;
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "-1");
    group.setAttribute("aria-label", spoken(graph, thing));
    group.prepend(svgElement("title", {}, spoken(graph, thing)));
    if (!thing.isNode) for (const path of group.querySelectorAll("path")) {
      const wide = path.cloneNode();
      for (const name of ["marker-end", "stroke", "stroke-width", "stroke-dasharray", "fill"]) wide.removeAttribute(name);
      wide.setAttribute("class", "hit");
      path.before(wide);
      break;
    }
  }

  function mark() {
    const loop = graph.data.loops.find((each) => each.key === graph.loop);
    const near = loop ? loopParts(graph, loop) : graph.chosen ? neighbourhood(graph, graph.chosen) : null;
    for (const group of paper.querySelectorAll("g.node, g.edge")) group.classList.toggle("dimmed", Boolean(near) && !near.has(group.id));
    for (const [id, group] of shapes) {
      group.classList.toggle("in-loop", Boolean(loop) && near.has(id));
      group.classList.toggle("chosen", id === graph.chosen);
      group.setAttribute("aria-pressed", String(id === graph.chosen));
      group.setAttribute("tabindex", id === current ? "0" : "-1");
    }
  }

  // The panel beside it takes room, so what was chosen may have got out of sight.
  function revealChosen() {
    const group = shapes.get(graph.chosen);
    if (group?.classList.contains("node")) canvas.reveal(boxIn(group));
  }

  function go(id) {
    const group = shapes.get(id);
    if (!group) return;
    current = id;
    mark();
    group.focus({ preventScroll: true });
    canvas.reveal(boxIn(group));
  }

  paper.addEventListener("click", (event) => {
    const group = event.target.closest("[data-node], [data-link]");
    if (!group) return;
    current = group.id;
    graph.choose(group.id);
  });
  paper.addEventListener("keydown", (event) => {
    const group = event.target.closest?.("[data-node], [data-link]");
    if (!group || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = event.key === "Enter" || event.key === " " ? () => graph.choose(group.id, { focus: true })
      : event.key === "Escape" ? () => graph.choose(null) : walk(graph, group.id, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    if (typeof next === "function") next();
    else go(next);
  }, { capture: true });

  // To what was chosen last, or to where the keys were.
  function focus(id) {
    if (shapes.has(id)) current = id;
    mark();
    shapes.get(current)?.focus({ preventScroll: true });
  }

  return { node, draw, mark, go, focus, dispose: canvas.dispose };
}

// Where an arrow key leads from a node or a link; null when nowhere.
function walk(graph, id, key) {
  const thing = graph.byID.get(id);
  const { nodes, links } = graph.data;
  if (!thing) return null;
  if (!thing.isNode) return { ArrowRight: thing.to, ArrowLeft: thing.from }[key] ?? null;
  if (key === "ArrowRight") return links.find((link) => link.from === id)?.to ?? null;
  if (key === "ArrowLeft") return links.find((link) => link.to === id)?.from ?? null;
  const column = nodes.filter((each) => each.stage === thing.stage);
  const at = column.findIndex((each) => each.id === id);
  if (key === "ArrowDown") return column[at + 1]?.id ?? null;
  if (key === "ArrowUp") return column[at - 1]?.id ?? null;
  if (key === "Home") return nodes[0].id;
  return key === "End" ? nodes.at(-1).id : null;
}

export function spoken(graph, thing) {
  if (thing.isNode) {
    const stage = graph.data.stages.find((each) => each.key === thing.stage)?.name;
    return [thing.text, stage, counted(thing.quotes, "quote")].filter(Boolean).join(", ");
  }
  const name = (id) => graph.byID.get(id)?.text ?? id;
  return `${name(thing.from)} ${linkWord(thing)} ${name(thing.to)}, ${counted(thing.quotes, "quote")}`;
}

export function linkWord(link) {
  if (link.despite) return "does not stop";
  if (link.polarity === "condition") return "is the condition for";
  return link.polarity === "decreases" ? "decreases" : "increases";
}

function neighbourhood(graph, id) {
  const thing = graph.byID.get(id);
  if (!thing) return null;
  if (!thing.isNode) return new Set([id, thing.from, thing.to]);
  const links = graph.data.links.filter((link) => link.from === id || link.to === id);
  return new Set([id, ...links.flatMap((link) => [link.id, link.from, link.to])]);
}

function loopParts(graph, loop) {
  const steps = new Set(loop.factors.map((id, index) => `${id} ${loop.factors[(index + 1) % loop.factors.length]}`));
  const links = graph.data.links.filter((link) => steps.has(`${link.from} ${link.to}`) && link.polarity !== "condition");
  return new Set([...loop.factors, ...links.map((link) => link.id)]);
}

// The box around what is drawn, without the heading and key that the page has of its own.
function extent(svg) {
  const groups = [...svg.querySelectorAll("g.node, g.edge, .stage-name")];
  const boxes = groups.map((group) => boxIn(group)).filter((box) => box.width > 0);
  if (!boxes.length) return { x: 0, y: 0, width: 100, height: 100 };
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left - 16, y: top - 16, width: right - left + 32, height: bottom - top + 32 };
}

// The box of a group in the coordinates of the drawing.
function boxIn(group) {
  const box = group.getBBox();
  const svg = group.ownerSVGElement;
  const matrix = svg.getScreenCTM()?.inverse().multiply(group.getScreenCTM());
  if (!matrix) return box;
  const corners = [[box.x, box.y], [box.x + box.width, box.y + box.height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  return {
    x: Math.min(corners[0].x, corners[1].x), y: Math.min(corners[0].y, corners[1].y),
    width: Math.abs(corners[1].x - corners[0].x), height: Math.abs(corners[1].y - corners[0].y),
  };
}

function legend() {
  const item = (kind, text) => element("li", {}, element("span", { class: "key", "aria-hidden": "true", data: { key: kind } }), text);
  return element("ul", { class: "legend", role: "list", "aria-label": "Key" },
    item("context", "context"), item("disabling", "(−) disabling, barrier"),
    item("enabling", "(+) enabling"), item("step", "input, activity, output"),
    item("outcome", "outcome"), item("impact", "impact"),
    ...["──▶ + increases", "╌╌┤ − decreases", "┈┈○ context in which it works", "(3) sources; the more, the thicker"].map((text) => element("li", {}, text)));
}
