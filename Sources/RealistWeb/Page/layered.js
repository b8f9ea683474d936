// A layered layout of our own, for when Graphviz is not there: columns by stage, order by the middle of the neighbours
// (Sugiyama, Tagawa and Toda 1981), long links led between the boxes of the columns they pass.

const size = { width: 210, line: 16, pad: 10, columnGap: 110, rowGap: 22, dummy: 8, columns: 28, sweeps: 12 };

// Nodes `{id, text, stage}`, links `{id, from, to}`, stages `[key]` → boxes, paths and the size of the whole.
export function layeredLayout({ nodes, links, stages }) {
  const cells = nodes.map((node) => makeCell(node));
  const byID = new Map(cells.map((cell) => [cell.id, cell]));
  const arrows = links.filter((link) => byID.has(link.from) && byID.has(link.to) && link.from !== link.to);
  assignLayers(cells, arrows, stages);
  const layers = collect(cells);
  const routes = arrows.map((link) => route(link, byID, layers));
  order(layers);
  place(layers);
  return {
    boxes: cells.map(({ id, x, y, width, height, lines }) => ({ id, x, y, width, height, lines })),
    paths: routes.map(({ link, cells: chain }) => ({ id: link.id, points: points(chain) })),
    width: Math.max(0, ...cells.map((cell) => cell.x + cell.width)),
    height: Math.max(0, ...layers.flat().map((cell) => cell.y + cell.height)),
  };
}

function makeCell(node) {
  const lines = wrapped(node.text, size.columns);
  return { id: node.id, stage: node.stage, lines, width: size.width, height: lines.length * size.line + 2 * size.pad, near: [] };
}

// Words in lines of at most so many characters; a longer word is cut.
export function wrapped(text, columns) {
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    let rest = word;
    if (lines.at(-1) && lines.at(-1).length + 1 + rest.length > columns) lines.push("");
    while (rest.length > columns) {
      lines[lines.length - 1] = rest.slice(0, columns);
      rest = rest.slice(columns);
      lines.push("");
    }
    lines[lines.length - 1] += (lines.at(-1) ? " " : "") + rest;
  }
  return lines;
}

// By stage where there are several, else by the longest way from a beginning; what leads back is left out of that.
function assignLayers(cells, links, stages) {
  const present = stages.filter((stage) => cells.some((cell) => cell.stage === stage));
  if (present.length > 1) {
    for (const cell of cells) cell.layer = Math.max(0, present.indexOf(cell.stage));
    return;
  }
  const after = new Map(cells.map((cell) => [cell.id, links.filter((link) => link.from === cell.id).map((link) => link.to)]));
  const byID = new Map(cells.map((cell) => [cell.id, cell]));
  const state = new Map();
  const finished = [];
  const ahead = new Map(cells.map((cell) => [cell.id, []]));
  const visit = (id) => {
    state.set(id, "open");
    for (const next of after.get(id)) {
      if (state.get(next) === "open") continue;
      ahead.get(id).push(next);
      if (!state.has(next)) visit(next);
    }
    state.set(id, "done");
    finished.unshift(id);
  };
  for (const cell of cells) {
    cell.layer = 0;
    if (!state.has(cell.id)) visit(cell.id);
  }
  for (const id of finished) {
    for (const next of ahead.get(id)) byID.get(next).layer = Math.max(byID.get(next).layer, byID.get(id).layer + 1);
  }
}

function collect(cells) {
  const layers = Array.from({ length: Math.max(0, ...cells.map((cell) => cell.layer)) + 1 }, () => []);
  for (const cell of cells) layers[cell.layer].push(cell);
  return layers;
}

// The cells a link passes: an unseen one in every column between its ends.
function route(link, byID, layers) {
  const [from, to] = [byID.get(link.from), byID.get(link.to)];
  const step = Math.sign(to.layer - from.layer);
  const chain = [from];
  for (let layer = from.layer + step; step && layer !== to.layer; layer += step) {
    const dummy = { id: null, layer, width: size.width, height: size.dummy, near: [], isDummy: true };
    layers[layer].push(dummy);
    chain.push(dummy);
  }
  chain.push(to);
  for (let at = 1; at < chain.length; at += 1) {
    chain[at - 1].near.push(chain[at]);
    chain[at].near.push(chain[at - 1]);
  }
  return { link, cells: chain };
}

function order(layers) {
  layers.forEach(number);
  for (let sweep = 0; sweep < size.sweeps; sweep += 1) {
    const indices = layers.map((_, index) => index);
    if (sweep % 2) indices.reverse();
    for (const index of indices) {
      const side = sweep % 2 ? 1 : -1;
      for (const cell of layers[index]) cell.wish = middle(cell, (other) => Math.sign(other.layer - cell.layer) === side);
      layers[index].sort((a, b) => a.wish - b.wish || a.place - b.place);
      number(layers[index]);
    }
  }
}

function number(layer) {
  layer.forEach((cell, index) => { cell.place = layer.length > 1 ? index / (layer.length - 1) : 0.5; });
}

function middle(cell, counts) {
  const places = cell.near.filter(counts).map((other) => other.place);
  return places.length ? places.reduce((sum, each) => sum + each, 0) / places.length : cell.place;
}

function place(layers) {
  const heights = layers.map((layer) => layer.reduce((sum, cell) => sum + cell.height + size.rowGap, -size.rowGap));
  const tallest = Math.max(0, ...heights);
  layers.forEach((layer, index) => {
    let y = (tallest - heights[index]) / 2;
    for (const cell of layer) {
      Object.assign(cell, { x: index * (size.width + size.columnGap), y });
      y += cell.height + size.rowGap;
    }
  });
}

// The points of a link: from the side of one box to the side of the other, straight through what it passes.
function points(chain) {
  const found = [];
  const first = chain[0];
  const last = chain.at(-1);
  const middleOf = (cell) => cell.y + cell.height / 2;
  if (first.layer === last.layer) {
    const x = first.x + first.width;
    return [[x, middleOf(first)], [x, middleOf(last)]];
  }
  const forwards = first.layer < last.layer;
  found.push([forwards ? first.x + first.width : first.x, middleOf(first)]);
  for (const cell of chain.slice(1, -1)) {
    const ends = [[cell.x, middleOf(cell)], [cell.x + cell.width, middleOf(cell)]];
    found.push(...(forwards ? ends : ends.reverse()));
  }
  found.push([forwards ? last.x : last.x + last.width, middleOf(last)]);
  return found;
}
