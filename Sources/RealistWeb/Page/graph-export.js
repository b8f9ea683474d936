// Downloads of the diagram: DOT and SVG from the server, PNG drawn by the browser.

import { actionButton } from "./action-button.js";
import { announceError } from "./announce.js";
import { element } from "./dom.js";

export function graphDownloads(graph) {
  const { context } = graph;
  const acts = {
    dot: () => context.api.download("theory-of-change.dot", graph.query(), "theory-of-change.dot"),
    svg: async () => saveBlob(new Blob([drawing(graph)], { type: "image/svg+xml" }), "theory-of-change.svg"),
    png: async () => saveBlob(await picture(drawing(graph)), "theory-of-change.png"),
  };
  return element("span", { class: "downloads", role: "group", "aria-label": "Download" }, ...Object.entries(acts).map(([kind, run]) =>
    actionButton("download", kind.toUpperCase(), () => run().catch(announceError), { look: "quiet", label: `Download ${kind.toUpperCase()}`, data: { download: kind } })));
}

// The server's drawing as it came; our own with its looks written into it.
function drawing(graph) {
  if (graph.svg) return graph.svg;
  const svg = document.querySelector(".graph-paper svg")?.cloneNode(true);
  if (!svg) throw new Error("there is nothing to draw");
  const box = svg.getAttribute("viewBox").split(" ");
  svg.setAttribute("width", box[2]);
  svg.setAttribute("height", box[3]);
  for (const hit of svg.querySelectorAll(".hit")) hit.remove();
  for (const rect of svg.querySelectorAll("rect")) setAll(rect, { fill: "white", stroke: "#333333" });
  for (const path of svg.querySelectorAll("g > path")) setAll(path, { fill: "none", stroke: "#333333" });
  for (const text of svg.querySelectorAll("text")) setAll(text, { "font-family": "Helvetica, sans-serif", "font-size": "13" });
  return new XMLSerializer().serializeToString(svg);
}

function setAll(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}

// Twice as large as drawn, for print, and not larger than browsers can.
async function picture(svg) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, 12000 / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = element("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("the picture is too large")), "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function saveBlob(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
