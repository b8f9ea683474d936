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
  setPorts(routes);
  return {
    boxes: cells.map(({ id, x, y, width, height, lines }) => ({ id, x, y, width, height, lines })),
    paths: routes.map((each) => ({ id: each.link.id, points: points(each) })),
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

// Where each link leaves and arrives: spread along the side of the box, in the order of where they come from, so that they do not lie on one another.
function setPorts(routes) {
  const sides = new Map();
  for (const each of routes) {
    const [first, last] = [each.cells[0], each.cells.at(-1)];
    const isLevel = first.layer === last.layer;
    const forwards = isLevel || first.layer < last.layer;
    add(first, forwards ? "right" : "left", { each, end: "start", toward: each.cells[1] });
    add(last, isLevel || !forwards ? "right" : "left", { each, end: "finish", toward: each.cells.at(-2) });
  }
  for (const { cell, side, ends } of sides.values()) {
    ends.sort((a, b) => middleOf(a.toward) - middleOf(b.toward));
    ends.forEach(({ each, end }, index) => {
      each[end] = [side === "right" ? cell.x + cell.width : cell.x, cell.y + (cell.height * (index + 1)) / (ends.length + 1)];
    });
  }

  function add(cell, side, port) {
    const key = `${side} ${cell.id}`;
    if (!sides.has(key)) sides.set(key, { cell, side, ends: [] });
    sides.get(key).ends.push(port);
  }
}

function middleOf(cell) {
  return cell.y + cell.height / 2;
}

// The points of a link: from the side of one box to the side of the other, straight through what it passes.
function points({ cells, start, finish }) {
  const forwards = cells[0].layer < cells.at(-1).layer;
  const between = cells.slice(1, -1).flatMap((cell) => {
    const ends = [[cell.x, middleOf(cell)], [cell.x + cell.width, middleOf(cell)]];
    return forwards ? ends : ends.reverse();
  });
  return [start, ...between, finish];
}
