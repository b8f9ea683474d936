// Zooming and panning of an SVG through its viewBox: wheel, dragging, two fingers, keys and buttons.

import { firstView, revealing, scrolled, wholeView, zoomed } from "./viewport.js";

const steps = { zoom: 1.25, pan: 0.12 };

// `resized()` is called when the paper has got another size.
export function makeCanvas(node, { resized }) {
  let svg = null;
  let whole = { x: 0, y: 0, width: 1, height: 1 };
  let view = null;
  let paper = { width: 0, height: 0 };
  // While it is printed all of it is shown, whatever is in sight on the screen.
  let isOnPaper = false;
  const sizes = new ResizeObserver(() => {
    if (!measure()) return;
    apply();
    resized();
  });
  sizes.observe(node);

  // Shows the drawing that is in the node now; the part in sight stays when `keepsView` is set.
  function show(next, box, { keepsView = false } = {}) {
    [svg, whole] = [next, box];
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    measure();
    if (!keepsView) view = paper.width ? firstView(whole, paper) : null;
    apply();
  }

  // Whether the paper has another size than before.
  function measure() {
    const [width, height] = [node.clientWidth, node.clientHeight];
    const isOther = width > 0 && (width !== paper.width || height !== paper.height);
    if (width > 0) paper = { width, height };
    return isOther;
  }

  const now = () => view ?? wholeView(whole, paper);

  function apply() {
    if (!svg || !paper.width) return;
    if (isOnPaper) return svg.setAttribute("viewBox", `${whole.x} ${whole.y} ${whole.width} ${whole.height}`);
    // One finger scrolls the page while there is nothing to move.
    node.toggleAttribute("data-whole", view === null);
    const { x, y, pixels } = now();
    svg.setAttribute("viewBox", `${x} ${y} ${paper.width / pixels} ${paper.height / pixels}`);
  }

  const print = () => { isOnPaper = true; apply(); };
  const resume = () => { isOnPaper = false; apply(); };
  addEventListener("beforeprint", print);
  addEventListener("afterprint", resume);

  function look(next) {
    view = next;
    apply();
  }

  // The point of the drawing under a place in the window; without one, the middle of what is in sight.
  function pointAt(x, y) {
    const at = now();
    const box = node.getBoundingClientRect();
    const [left, top] = x === undefined ? [paper.width / 2, paper.height / 2] : [x - box.left, y - box.top];
    return { x: at.x + left / at.pixels, y: at.y + top / at.pixels };
  }

  const zoom = (factor, x, y) => look(zoomed(now(), factor, pointAt(x, y), whole, paper));
  const pan = (x, y) => look({ ...now(), x: now().x + x / now().pixels, y: now().y + y / now().pixels });
  const reveal = (box) => {
    const next = revealing(now(), box, paper);
    if (next.pixels !== now().pixels || next.x !== now().x || next.y !== now().y) look(next);
  };

  function scroll(x, y) {
    const next = scrolled(now(), x / now().pixels, y / now().pixels, whole, paper);
    if (next) look(next);
    return next !== null;
  }

  node.addEventListener("wheel", (event) => {
    const isZoom = event.ctrlKey || event.metaKey;
    if (isZoom) zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    // Where there is nothing more to see in that direction, the page scrolls on.
    else if (!scroll(event.deltaX, event.deltaY)) return;
    event.preventDefault();
  }, { passive: false });
  node.addEventListener("dblclick", (event) => zoom(1.6, event.clientX, event.clientY));
  node.addEventListener("keydown", (event) => {
    const act = keyAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  dragging(node, { pan, zoom });

  function keyAct(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return null;
    const named = { "+": () => zoom(steps.zoom), "=": () => zoom(steps.zoom), "-": () => zoom(1 / steps.zoom), 0: () => look(null) };
    if (named[event.key]) return named[event.key];
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || (event.target !== node && !event.shiftKey)) return null;
    return () => pan(way[0] * paper.width * steps.pan, way[1] * paper.height * steps.pan);
  }

  function dispose() {
    sizes.disconnect();
    removeEventListener("beforeprint", print);
    removeEventListener("afterprint", resume);
  }

  return { show, reveal, dispose, fit: () => look(null), nearer: () => zoom(steps.zoom), farther: () => zoom(1 / steps.zoom) };
}

// One pointer moves the drawing, two change its scale; a drag is not a click on what lies under it.
function dragging(node, { pan, zoom }) {
  const pointers = new Map();
  let hasMoved = false;

  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    hasMoved = false;
  });
  node.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (pointers.size === 2) pinch(event, before);
    else if (!move(event, before)) return;
    pointers.set(event.pointerId, event);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    node.addEventListener(kind, (event) => {
      pointers.delete(event.pointerId);
      delete node.dataset.panning;
    });
  }
  node.addEventListener("click", (event) => {
    if (hasMoved) event.stopPropagation();
    hasMoved = false;
  }, { capture: true });

  function move(event, before) {
    const [x, y] = [before.clientX - event.clientX, before.clientY - event.clientY];
    if (!hasMoved && Math.hypot(x, y) < 4) return false;
    if (!hasMoved) node.setPointerCapture(event.pointerId);
    hasMoved = true;
    node.dataset.panning = "";
    pan(x, y);
    return true;
  }

  function pinch(event, before) {
    const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    hasMoved = true;
    zoom(apart(event) / Math.max(apart(before), 1), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
  }
}
