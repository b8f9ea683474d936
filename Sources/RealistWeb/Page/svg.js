// SVG in the page: made from values, or taken from the server with everything active removed.

const space = "http://www.w3.org/2000/svg";
const active = "script, foreignObject, iframe, object, embed, image, use, style, animate, set, animateTransform, animateMotion, handler, listener";

export function svgElement(name, attributes = {}, ...children) {
  const node = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) node.setAttribute(key, value);
  node.append(...children.filter((child) => child != null));
  return node;
}

// Parses a document of the server; links are unwrapped, attributes that could run, fetch or style are dropped.
export function readSVG(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = parsed.documentElement;
  if (root.localName !== "svg" || parsed.querySelector("parsererror")) throw new Error("the server's diagram could not be read");
  for (const node of [...root.querySelectorAll(active)]) node.remove();
  for (const link of [...root.querySelectorAll("a")]) link.replaceWith(...link.childNodes);
  for (const node of [root, ...root.querySelectorAll("*")]) {
    for (const { name, value } of [...node.attributes]) if (isUnwanted(name, value)) node.removeAttribute(name);
  }
  return document.importNode(root, true);
}

function isUnwanted(name, value) {
  return /^on/i.test(name) || name === "style" || /(^|:)href$/.test(name) || /javascript:|data:|url\s*\(\s*['"]?(?!#)/i.test(value);
}
