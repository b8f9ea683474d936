// The theory of change: a diagram or a list, narrowed by focus, stage and status; what is chosen shows its quotes beside it.

import { announceError } from "./announce.js";
import { Codebook } from "./codes.js";
import { counted, element } from "./dom.js";
import { filterBar, filtered } from "./filter-bar.js";
import { makeDiagram } from "./graph-diagram.js";
import { graphDownloads } from "./graph-export.js";
import { makeGraphList } from "./graph-list.js";
import { makeGraphPanel } from "./graph-panel.js";
import { setText } from "./keyed.js";
import { keepFocus } from "./returning.js";

export function mount(container, context, route) {
  const graph = {
    context, data: { stages: [], nodes: [], links: [], loops: [] }, all: null, byID: new Map(), book: new Codebook(),
    chosen: route.rest[0] ?? null, loop: null, svg: null, isOwn: false, choose, focusOn, query,
  };
  const controls = makeControls(graph, changed, route.query);
  const diagram = makeDiagram(graph);
  const list = makeGraphList(graph);
  const panel = makeGraphPanel(graph);
  const counts = element("p", { class: "quiet", role: "status" });
  const loops = element("div", { class: "loops", role: "group", "aria-label": "Loops" });
  const notice = element("p", { class: "notice", hidden: true });
  const empty = element("p", { class: "empty", hidden: true }, 
    "There are no factors to draw. Factors and links come from the theory of change, or from the configurations.");
  const bar = filterBar(context);
  const body = element("div", { class: "graph-body" }, element("div", { class: "graph-stage" }, diagram.node, list.node), panel.node);
  container.classList.add("graph");
  container.append(
    element("header", { class: "view-head" }, element("div", {}, element("h1", {}, "Theory of change"), counts),
      element("div", { class: "view-tools" }, ...controls.nodes, bar.node, graphDownloads(graph))),
    loops, notice, empty, body);
  const stopKeys = context.keys.describe("In the diagram", keyRows);
  let turn = 0;
  let drawn = "";
  let shownQuery = "";

  function query() {
    return filtered(context, controls.query());
  }

  function changed() {
    rememberPlace();
    return update();
  }

  // Whoever follows a quote and comes back finds the same thing chosen and the same part shown.
  function rememberPlace() {
    const chosen = graph.chosen ? `/${encodeURIComponent(graph.chosen)}` : "";
    const query = String(new URLSearchParams(controls.place()));
    history.replaceState(null, "", `#/theory-of-change${chosen}${query && `?${query}`}`);
  }

  async function update() {
    const mine = ++turn;
    try {
      const asked = query();
      const isNarrowed = Boolean(asked.focus || asked.stage || asked.status);
      const [data, codes] = await Promise.all([context.api.get("theory-of-change", asked), context.store.get("codes")]);
      // What can be chosen from is in the whole, which need not be asked for twice.
      const all = isNarrowed ? graph.all ?? await context.api.get("theory-of-change", { view: asked.view }) : data;
      if (mine !== turn) return;
      const state = JSON.stringify([asked, { ...data, version: 0 }]);
      Object.assign(graph, { data, all, book: new Codebook(codes.codes) });
      graph.byID = new Map([...data.nodes.map((each) => [each.id, { ...each, isNode: true }]), ...data.links.map((each) => [each.id, each])]);
      controls.update();
      if (state !== drawn) await draw(asked, mine);
      if (mine === turn) drawn = state;
      show();
    } catch (error) {
      if (mine === turn) announceError(error);
    }
  }

  // The server's drawing when it has Graphviz, else one of our own.
  async function draw(asked, mine) {
    graph.svg = null;
    try {
      if (graph.data.nodes.length) graph.svg = await (await context.api.open("theory-of-change.svg", { query: asked })).text();
    } catch (error) {
      if (error.status !== 503) throw error;
    }
    if (mine !== turn) return;
    graph.isOwn = !graph.svg;
    const keepsView = shownQuery === JSON.stringify(asked);
    shownQuery = JSON.stringify(asked);
    diagram.draw({ keepsView });
  }

  function show() {
    const { nodes, links } = graph.data;
    setText(counts, `${counted(nodes.length, "factor")}, ${counted(links.length, "link")}, ${counted(graph.data.loops.length, "loop")}`);
    empty.hidden = nodes.length > 0;
    body.hidden = nodes.length === 0;
    notice.hidden = !graph.isOwn || !nodes.length;
    setText(notice, "Drawn by the page itself: Graphviz is not on this machine.");
    const heldPanel = panel.node.contains(document.activeElement);
    if (!graph.byID.has(graph.chosen)) graph.chosen = null;
    showLoops();
    list.update();
    diagram.mark();
    panel.update();
    const isList = controls.isList();
    diagram.node.hidden = isList;
    list.node.hidden = !isList;
    if (heldPanel && !graph.chosen) focusDrawing();
  }

  function focusDrawing(id) {
    if (controls.isList()) list.focus(id);
    else diagram.focus(id);
  }

  function showLoops() {
    const { loops: known } = graph.data;
    if (!known.some((each) => each.key === graph.loop)) graph.loop = null;
    loops.hidden = known.length === 0;
    const buttons = known.map((each) => element("button", {
      type: "button", class: "loop", data: { loop: each.key, valence: each.valence }, "aria-pressed": String(each.key === graph.loop),
      on: { click: () => highlight(each) },
    }, element("span", { "aria-hidden": "true" }, "⟳ "), each.title || each.key, each.valence ? element("span", { class: "quiet" }, ` ${each.valence}`) : null));
    keepFocus(loops, "data-loop", () => loops.replaceChildren(element("span", { class: "quiet" }, "Loops"), ...buttons));
  }

  function highlight(loop) {
    graph.loop = graph.loop === loop.key ? null : loop.key;
    show();
    loops.querySelector(`[data-loop="${CSS.escape(loop.key)}"]`)?.focus();
    const names = loop.factors.map((id) => graph.byID.get(id)?.text).filter(Boolean);
    context.announce(graph.loop ? `${loop.title}: ${names.join(", then ")}, and back to the first` : "No loop is highlighted", { quiet: true });
  }

  function choose(id, { focus = false } = {}) {
    const before = graph.chosen;
    graph.chosen = id;
    rememberPlace();
    diagram.mark();
    list.mark();
    panel.update();
    // In a narrow window it stands below the drawing.
    if (id && matchMedia("(max-width: 62rem)").matches) panel.node.scrollIntoView({ block: "nearest" });
    if (focus && id) panel.focus();
    else if (!id) focusDrawing(before);
  }

  function focusOn(key) {
    controls.focusOn(key);
    changed();
  }

  update();
  return { update, dispose: () => { stopKeys(); bar.dispose(); panel.dispose(); diagram.dispose(); } };
}

const keyRows = [
  ["ArrowRight and ArrowLeft", "Go along a link, and back"], ["ArrowUp and ArrowDown", "Go to the neighbour in the column"],
  ["Enter", "Show the quotes of the factor"], ["+ and -", "Nearer and farther"], ["0", "Show all of it"], ["Shift+ArrowLeft and Shift+ArrowRight", "Move the drawing"],
];

// What is drawn, and whether as diagram or list.
function makeControls(graph, changed, wanted) {
  const select = (label, name) => element("select", { "aria-label": label, data: { field: name }, on: { change: changed } });
  const view = select("What is drawn", "view");
  view.append(element("option", { value: "toc" }, "Theory of change"), element("option", { value: "configurations" }, "Configurations"));
  const focus = select("Focus", "focus");
  const stage = select("Stage", "stage");
  const shape = select("Shown as", "shape");
  shape.append(element("option", { value: "diagram" }, "Diagram"), element("option", { value: "list" }, "List"));
  const status = select("Status of the configurations", "status");
  for (const choice of [view, shape]) if ([...choice.options].some((each) => each.value === wanted[choice.dataset.field])) choice.value = wanted[choice.dataset.field];
  view.addEventListener("change", () => { focus.value = stage.value = status.value = ""; });

  function fillChoice(choice, all, options) {
    const kept = valueOf(choice);
    const state = JSON.stringify(options);
    if (choice.dataset.state === state) return;
    choice.dataset.state = state;
    choice.replaceChildren(element("option", { value: "" }, all), ...options.map(([value, text]) => element("option", { value }, text)));
    choice.value = options.some(([value]) => value === kept) ? kept : "";
  }

  // What a link asked for holds until there is something to choose from.
  function valueOf(choice) {
    return choice.options.length ? choice.value : wanted[choice.dataset.field] ?? "";
  }

  function update() {
    const { nodes, stages } = graph.all;
    fillChoice(focus, "Everything", nodes.map((each) => [each.key, `Near “${shortened(each.text)}”`]));
    fillChoice(stage, "All stages", stages.map((each) => [each.key, each.name]));
    fillChoice(status, "Any status", (graph.context.store.peek("study")?.statuses ?? []).map((each) => [each, each]));
    status.hidden = view.value !== "configurations";
  }

  graph.context.store.get("study").then(() => graph.all && update()).catch(() => {});
  return {
    nodes: [view, focus, stage, status, shape], update,
    isList: () => shape.value === "list",
    focusOn: (key) => { focus.value = key ?? ""; },
    query: () => ({ view: view.value, focus: valueOf(focus), stage: valueOf(stage), status: view.value === "configurations" ? valueOf(status) : "" }),
    place: () => [view, focus, stage, status, shape].filter((each) => valueOf(each) && each.selectedIndex !== 0).map((each) => [each.dataset.field, valueOf(each)]),
  };
}

function shortened(text) {
  return text.length > 48 ? `${text.slice(0, 46).trimEnd()}…` : text;
}
