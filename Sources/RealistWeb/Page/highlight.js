// Paints spans over the text without touching it (the browser's custom highlights); where they are missing nothing is lost but the paint.

const canPaint = typeof Highlight !== "undefined" && CSS.highlights;

/** Paints these ranges under a name that reader.css knows: "selected", "open", "found", "found-here". */
export function paint(name, ranges) {
  if (!canPaint) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

export function clearPaint() {
  if (canPaint) for (const name of ["selected", "open", "found", "found-here"]) CSS.highlights.delete(name);
}
