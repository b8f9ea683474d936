// Configurations: a card for each with a column for every kind of element, and a shelf of codes and quotes to fill them from.

import { announceError } from "./announce.js";
import { makeCard } from "./configuration.js";
import { newConfiguration } from "./configuration-dialogs.js";
import { Codebook } from "./codes.js";
import { counted, element } from "./dom.js";
import { keepTyped } from "./field.js";
import { keyedList, setText } from "./keyed.js";
import { makePlacing } from "./placing.js";
import { makeShelf } from "./shelf.js";

export function mount(container, context, route) {
  const board = {
    context, study: null, book: new Codebook(), configurations: [], held: null,
    hold, release, placed, canWrite: () => board.study && !board.study.readOnly,
  };
  const held = makeHeldBar(board);
  const shelf = makeShelf(board);
  const head = makeHead(board, () => showCards());
  const list = element("div", { class: "cards" });
  const empty = element("p", { class: "empty", hidden: true });
  const placing = makePlacing(list);
  const cards = keyedList(list, { key: (each) => each.id, make: (each) => makeCard(board, each) });
  container.classList.add("board");
  container.append(element("div", { class: "board-main" }, head.node, held.node, list, empty), shelf.node);
  const stops = [
    context.keys.describe("On the board", keyRows),
    context.keys.bind("Escape", "", () => release(), { group: "On the board" }),
    context.keys.bind("/", "Find a code on the shelf", () => shelf.focus(), { group: "On the board" }),
  ];
  let wanted = route?.rest?.[0] ?? null;

  async function update() {
    try {
      const [study, codes, { configurations }] = await Promise.all(["study", "codes", "configurations"].map(context.store.get));
      if (board.book.list !== codes.codes) board.book = new Codebook(codes.codes);
      Object.assign(board, { study, configurations });
      show();
    } catch (error) {
      announceError(error);
    }
  }

  function show() {
    head.update();
    shelf.update();
    showCards();
    if (wanted) go({ rest: [wanted] });
  }

  function showCards() {
    const shown = board.configurations.filter(head.isShown);
    cards.update(shown);
    empty.hidden = shown.length > 0;
    setText(empty, board.configurations.length
      ? "No configuration is as chosen above."
      : "No configurations yet. Make one from a sentence: “If … (C), then … (M), so that … (O).”");
  }

  // Something picked from the shelf, to be placed with a button, or dragged. `byKeys`: whoever picked it up has no mouse to go there with.
  function hold(thing, { byKeys = false } = {}) {
    if (!board.canWrite()) return;
    board.held = thing;
    container.dataset.holding = thing.kind;
    held.update();
    placing.begin({ goesThere: byKeys });
    context.announce(`Picked up ${thing.label}. The arrows go from one “Place here” to the next, Enter places it, Escape puts it back.`, { quiet: true });
  }

  function release() {
    if (!board.held) return;
    board.held = null;
    placing.end();
    delete container.dataset.holding;
    held.update();
  }

  function placed(words) {
    release();
    context.announce(words);
  }

  function go(to) {
    const name = to.rest?.[0];
    if (!name) return true;
    wanted = name;
    const found = board.configurations.find((each) => each.id === name || each.key === name || String(each.number) === name);
    if (!found) return true;
    wanted = null;
    const card = cards.get(found.id);
    card?.open();
    card?.node.scrollIntoView({ block: "start" });
    card?.node.focus({ preventScroll: true });
    return true;
  }

  update();
  return { update, go, dispose: () => { keepTyped(container); for (const stop of stops) stop(); shelf.dispose(); cards.dispose(); } };
}

const keyRows = [
  ["ArrowUp and ArrowDown", "Walk the shelf"], ["ArrowRight", "On a code of the shelf: show its quotes"],
  ["Enter", "On a code or quote of the shelf: pick it up and go to the columns; on “Place here”: put it there"],
  ["ArrowLeft and ArrowRight", "Holding something: go from one place to the next"], ["ArrowUp and ArrowDown", "Holding something: go to another configuration"],
  ["Escape", "Put back what was picked up; leave the statement as it was"], ["Ctrl+Enter", "Save the statement"],
];

// The title, what is shown, and the button for a new one.
function makeHead(board, changed) {
  const counts = element("p", { class: "quiet", role: "status" });
  const status = element("select", { "aria-label": "Status", data: { field: "show-status" }, on: { change: changed } });
  const group = element("select", { "aria-label": "Group", data: { field: "show-group" }, on: { change: changed } });
  const gaps = element("input", { type: "checkbox", data: { field: "show-gaps" }, on: { change: changed } });
  const add = element("button", {
    type: "button", class: "primary", disabled: true, data: { action: "new-configuration", writes: "" }, on: { click: () => newConfiguration(board) },
  }, "New configuration");
  const node = element("header", { class: "view-head" }, element("div", {}, element("h1", {}, "Configurations"), counts),
    element("div", { class: "view-tools" }, status, group, element("label", { class: "check" }, gaps, "With gaps only"), add));

  function fillChoice(choice, all, values) {
    const kept = choice.value;
    const texts = [all, ...values];
    if ([...choice.options].map((option) => option.text).join() === texts.join()) return;
    choice.replaceChildren(...texts.map((text, index) => element("option", { value: index ? text : "" }, text)));
    choice.value = values.includes(kept) ? kept : "";
  }

  function update() {
    const all = board.configurations;
    fillChoice(status, "Any status", board.study.statuses);
    fillChoice(group, "Any group", [...new Set(all.map((each) => each.group).filter(Boolean))].sort());
    group.hidden = group.options.length < 2;
    const withGaps = all.filter((each) => each.gaps.length).length;
    setText(counts, `${counted(all.length, "configuration")}, ${withGaps} with gaps`);
    add.disabled = !board.canWrite();
  }

  function isShown(each) {
    return (!status.value || each.status === status.value) && (!group.value || each.group === group.value)
      && (!gaps.checked || each.gaps.length > 0);
  }

  return { node, update, isShown };
}

function makeHeldBar(board) {
  const words = element("span", {});
  const node = element("div", { class: "held-bar", hidden: true, role: "status" }, words,
    element("button", { type: "button", data: { action: "put-back" }, on: { click: () => board.release() } }, "Put back"));
  return {
    node,
    update() {
      node.hidden = !board.held;
      setText(words, board.held ? `Holding ${board.held.label}` : "");
    },
  };
}
