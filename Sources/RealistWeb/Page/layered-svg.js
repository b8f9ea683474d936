// Draws the layout of layered.js with the same ids and classes as the server's diagrams have.

import { layeredLayout } from "./layered.js";
import { svgElement } from "./svg.js";

const margin = 24;
const headHeight = 40;

export function drawLayered({ stages, nodes, links }) {
  const layout = layeredLayout({ nodes, links, stages: stages.map((stage) => stage.key) });
  const byID = new Map(nodes.map((node) => [node.id, node]));
  const box = [-margin, -margin - headHeight, layout.width + 2 * margin, layout.height + 2 * margin + headHeight];
  const svg = svgElement("svg", { viewBox: box.join(" "), width: box[2], height: box[3], class: "layered" }, arrowHeads());
  svg.append(...headings(stages, layout, byID));
  for (const path of layout.paths) svg.append(linkGroup(links.find((link) => link.id === path.id), path));
  for (const each of layout.boxes) svg.append(nodeGroup(byID.get(each.id), each));
  return svg;
}

function arrowHeads() {
  const head = (id, path, refX) => svgElement("marker", {
    id, viewBox: "0 0 10 10", refX, refY: 5, markerWidth: 10, markerHeight: 10, markerUnits: "userSpaceOnUse",
    orient: "auto-start-reverse", class: "arrow-head",
  }, svgElement("path", { d: path }));
  return svgElement("defs", {}, head("arrow-increases", "M0,0 L10,5 L0,10 z", 9), head("arrow-decreases", "M7,0 L9,0 L9,10 L7,10 z", 9),
    head("arrow-condition", "M5,1 a4,4 0 1,0 0.01,0 z", 9));
}

function headings(stages, layout, byID) {
  return stages.flatMap((stage) => {
    const first = layout.boxes.find((each) => byID.get(each.id).stage === stage.key);
    return first ? [svgElement("text", { class: "stage-name", x: first.x + first.width / 2, y: -headHeight + 12, "text-anchor": "middle" }, stage.name)] : [];
  });
}

function nodeGroup(node, { x, y, width, height, lines }) {
  const group = svgElement("g", { id: node.id, class: `node ${node.kind ?? ""}`.trim() }, svgElement("title", {}, node.text));
  group.append(svgElement("rect", { x, y, width, height, rx: node.kind === "context" ? 10 : 2 }));
  lines.forEach((line, index) => group.append(svgElement("text", { x: x + width / 2, y: y + 22 + index * 16, "text-anchor": "middle" }, line)));
  return group;
}

function linkGroup(link, { points }) {
  const kind = link.polarity;
  const dashes = { decreases: "5,3", condition: "1,4" }[kind] ?? null;
  const sign = { increases: "+ ", decreases: "− " }[kind] ?? "";
  const group = svgElement("g", { id: link.id, class: `edge link ${kind}${link.despite ? " despite" : ""}` });
  group.append(svgElement("path", { d: curve(points), "marker-end": `url(#arrow-${kind})`, "stroke-dasharray": dashes }));
  const [x, y] = points.at(-1);
  const [beforeX] = points.at(-2)[0] === x ? [x + 1] : points.at(-2);
  group.append(svgElement("text", { x: x + Math.sign(beforeX - x) * 16, y: y - 6, "text-anchor": "middle" }, `${sign}(${link.quotes})`));
  return group;
}

// A smooth line through the points, level where it leaves and arrives.
function curve(points) {
  const [[startX, startY], ...rest] = points;
  let [x, y] = [startX, startY];
  let path = `M${x},${y}`;
  for (const [nextX, nextY] of rest) {
    // Between two boxes of one column it bows out to the side.
    const middle = nextX === x ? x + 28 + Math.min(40, Math.abs(nextY - y) / 6) : (x + nextX) / 2;
    path += ` C${middle},${y} ${middle},${nextY} ${nextX},${nextY}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}
