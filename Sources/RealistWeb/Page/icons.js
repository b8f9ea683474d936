// The few signs of the header, drawn so that they look alike whatever fonts there are.

const shapes = {
  undo: "M7 4 3 8l4 4M3 8h8a5 5 0 0 1 5 5v1",
  redo: "m13 4 4 4-4 4m4-4H9a5 5 0 0 0-5 5v1",
  look: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 0v14M10 6h4M10 10h6.6M10 14h4",
  help: "M7 7.5a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1.1-1.4 2.1M10 15.4v.2",
};

const manner = {
  viewBox: "0 0 20 20", width: "20", height: "20", "aria-hidden": "true", fill: "none",
  stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round",
};

/** An SVG element; the button around it has the name. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [key, value] of Object.entries(manner)) drawing.setAttribute(key, value);
  path.setAttribute("d", shapes[name]);
  drawing.append(path);
  return drawing;
}
