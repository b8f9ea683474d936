// Zooming and panning of an SVG through its viewBox: wheel, dragging, two fingers, keys and buttons.

const steps = { zoom: 1.25, pan: 0.12 };
// Pixels for a unit of the drawing at which its letters can be read.
const readable = 1.05;

export function makeCanvas(node, { say }) {
  let svg = null;
  let whole = { x: 0, y: 0, width: 1, height: 1 };
  let view = whole;
  const pointers = new Map();
  let hasMoved = false;

  // Shows the drawing that is in the node now; the part in sight stays when `keepsView` is set.
  function show(next, box, { keepsView = false } = {}) {
    svg = next;
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.setAttribute("preserveAspectRatio", "xMidYMid meet");
    const wasWhole = view === whole;
    whole = box;
    if (!keepsView) view = firstView();
    else if (wasWhole) view = whole;
    apply();
  }

  // All of it where that can be read; else its upper part at a readable size.
  function firstView() {
    const paper = node.getBoundingClientRect();
    if (!paper.width || !paper.height) return whole;
    const all = Math.min(paper.width / whole.width, paper.height / whole.height);
    const wide = Math.min(paper.width / whole.width, readable);
    if (all >= readable || wide < all * 1.15) return whole;
    const [width, height] = [paper.width / wide, paper.height / wide];
    return { x: whole.x - Math.max(0, width - whole.width) / 2, y: whole.y, width, height };
  }

  function apply() {
    // One finger scrolls the page while there is nothing to move.
    node.toggleAttribute("data-whole", view === whole);
    svg?.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  function scale() {
    const box = node.getBoundingClientRect();
    return Math.max(view.width / Math.max(box.width, 1), view.height / Math.max(box.height, 1));
  }

  function pointAt(x, y) {
    const matrix = svg?.getScreenCTM();
    return matrix ? new DOMPoint(x, y).matrixTransform(matrix.inverse()) : { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  }

  // Nearer (`factor` above 1) or farther, with the point under the pointer staying where it is.
  function zoom(factor, x, y) {
    const least = whole.width / 24;
    const width = Math.min(Math.max(view.width / factor, least), whole.width * 2.5);
    const share = width / view.width;
    const point = x === undefined ? { x: view.x + view.width / 2, y: view.y + view.height / 2 } : pointAt(x, y);
    view = {
      x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share,
      width, height: view.height * share,
    };
    apply();
    say?.(`${Math.round((whole.width / view.width) * 100)} %`);
  }

  function pan(x, y) {
    view = { ...view, x: view.x + x, y: view.y + y };
    apply();
  }

  // Moves no farther than the drawing goes; answers whether it moved.
  function scrollBy(x, y) {
    const within = (at, by, size, start, length) => {
      const [least, most] = [Math.min(at, start), Math.max(at, start + length - size)];
      return Math.min(Math.max(at + by, least), most) - at;
    };
    const [stepX, stepY] = [within(view.x, x, view.width, whole.x, whole.width), within(view.y, y, view.height, whole.y, whole.height)];
    if (!stepX && !stepY) return false;
    pan(stepX, stepY);
    return true;
  }

  function fit() {
    view = whole;
    apply();
    say?.("All of it is shown");
  }

  // Brings a part of the drawing into sight without changing the scale, unless it is too small to read.
  function reveal(box) {
    const readable = whole.width > 0 && scale() > 1.6;
    if (readable) zoom(scale() / 1.2);
    const inside = box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height;
    if (inside && !readable) return;
    view = { ...view, x: box.x + box.width / 2 - view.width / 2, y: box.y + box.height / 2 - view.height / 2 };
    apply();
  }

  node.addEventListener("wheel", (event) => {
    const isScale = event.ctrlKey || event.metaKey;
    if (isScale) zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    // Where there is nothing more to see in that direction, the page scrolls on.
    else if (!scrollBy(event.deltaX * scale(), event.deltaY * scale())) return;
    event.preventDefault();
  }, { passive: false });
  node.addEventListener("dblclick", (event) => zoom(1.6, event.clientX, event.clientY));
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    hasMoved = false;
  });
  node.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (pointers.size === 2) pinch(event, before);
    else {
      const [x, y] = [before.clientX - event.clientX, before.clientY - event.clientY];
      if (!hasMoved && Math.hypot(x, y) < 4) return;
      if (!hasMoved) node.setPointerCapture(event.pointerId);
      hasMoved = true;
      node.dataset.panning = "";
      pan(x * scale(), y * scale());
    }
    pointers.set(event.pointerId, event);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    node.addEventListener(kind, (event) => {
      pointers.delete(event.pointerId);
      delete node.dataset.panning;
    });
  }
  // A drag is not a click on what lies under it.
  node.addEventListener("click", (event) => {
    if (hasMoved) event.stopPropagation();
    hasMoved = false;
  }, { capture: true });
  node.addEventListener("keydown", (event) => {
    const act = keys(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });

  function pinch(event, before) {
    const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    hasMoved = true;
    zoom(apart(event) / Math.max(apart(before), 1), (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return null;
    const named = { "+": () => zoom(steps.zoom), "=": () => zoom(steps.zoom), "-": () => zoom(1 / steps.zoom), 0: fit };
    if (named[event.key]) return named[event.key];
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!ways || (event.target !== node && !event.shiftKey)) return null;
    return () => pan(ways[0] * view.width * steps.pan, ways[1] * view.height * steps.pan);
  }

  return { show, fit, reveal, nearer: () => zoom(steps.zoom), farther: () => zoom(1 / steps.zoom) };
}
