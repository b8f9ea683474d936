// Which part of a drawing is in sight: its upper left corner and how many pixels a unit takes; pure, the paper's size comes in.

// Pixels for a unit: from which letters can be read, and at which they read well.
const readable = { least: 0.6, well: 1.05 };

// All of it, in the middle of the paper.
export function wholeView(whole, paper) {
  const pixels = Math.min(paper.width / whole.width, paper.height / whole.height);
  return centred({ x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }, pixels, paper);
}

// What is shown first: all of it where that can be read, else its upper part, as wide as the paper where that is large enough; null for all.
export function firstView(whole, paper) {
  const all = Math.min(paper.width / whole.width, paper.height / whole.height);
  const pixels = Math.max(Math.min(paper.width / whole.width, readable.well), readable.least);
  if (pixels < all * 1.15) return null;
  return { x: whole.x - Math.max(0, paper.width / pixels - whole.width) / 2, y: whole.y, pixels };
}

function centred(point, pixels, paper) {
  return { x: point.x - paper.width / pixels / 2, y: point.y - paper.height / pixels / 2, pixels };
}

// Nearer (`factor` above 1) or farther; the point stays where it is on the paper.
export function zoomed(view, factor, point, whole, paper) {
  const all = wholeView(whole, paper).pixels;
  const pixels = Math.min(Math.max(view.pixels * factor, all * 0.4), Math.max(all * 24, 4));
  const share = view.pixels / pixels;
  return { x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share, pixels };
}

// Moved by units, no farther than the drawing goes; null when there is nothing more to see in that direction.
export function scrolled(view, x, y, whole, paper) {
  const within = (at, by, size, start, length) => {
    const [least, most] = [Math.min(at, start), Math.max(at, start + length - size)];
    return Math.min(Math.max(at + by, least), most);
  };
  const next = {
    ...view,
    x: within(view.x, x, paper.width / view.pixels, whole.x, whole.width),
    y: within(view.y, y, paper.height / view.pixels, whole.y, whole.height),
  };
  return next.x === view.x && next.y === view.y ? null : next;
}

// A box brought into sight, large enough to be read; the view itself when it is already.
export function revealing(view, box, paper) {
  const pixels = view.pixels < readable.least ? readable.well : view.pixels;
  const [width, height] = [paper.width / view.pixels, paper.height / view.pixels];
  const isInside = box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + width && box.y + box.height <= view.y + height;
  if (isInside && pixels === view.pixels) return view;
  return centred({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, pixels, paper);
}
