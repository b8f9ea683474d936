// The codebook: the tree of codes, what each one means, and its quotes beside it.

import { announceError } from "./announce.js";
import { makeCodeDetails } from "./code-details.js";
import { newCode, mergeCode, removeCode } from "./code-dialogs.js";
import { Codebook } from "./codes.js";
import { counted, element } from "./dom.js";
import { keepTyped } from "./field.js";
import { filterBar } from "./filter-bar.js";
import { makeQuotes } from "./quotes.js";
import { makeTree } from "./tree.js";
import { moveTree } from "./tree-keys.js";

export function mount(container, context, route) {
  const state = { ...known([]), readOnly: false };
  const view = makeView(context, state);
  let wanted = route?.rest?.[0] ?? null;
  container.append(view.node);
  const stopKeys = context.keys.describe("In the codebook", keyRows);

  async function update() {
    try {
      const [{ codes }, study] = await Promise.all([context.store.get("codes"), context.store.get("study")]);
      Object.assign(state, { ...known(codes), readOnly: study.readOnly });
      view.update();
      if (wanted) go({ rest: [wanted] });
    } catch (error) {
      announceError(error);
    }
  }

  // "#/codes/ID" chooses a code.
  function go(to) {
    wanted = to.rest?.[0] ?? null;
    if (!wanted || !state.byID.has(wanted)) return true;
    view.choose(wanted);
    wanted = null;
    return true;
  }

  update();
  return { update, go, dispose: () => { keepTyped(container); stopKeys(); view.dispose(); } };
}

const keyRows = [
  ["ArrowUp and ArrowDown", "Walk through the codes"], ["ArrowLeft and ArrowRight", "Fold and unfold"],
  ["Enter or F2", "Rename"], ["Alt+ArrowUp and Alt+ArrowDown", "Move among its neighbours"],
  ["Alt+ArrowRight and Alt+ArrowLeft", "Move in and out"], ["Insert", "Add a code after it"],
  ["Shift+Insert", "Add a code under it"], ["Delete", "Delete, after asking"],
];

function makeView(context, state) {
  const act = { readOnly: () => state.readOnly };
  const tree = makeTree({
    label: "Codes", ...act,
    describe: (code) => String(code.below),
    spoken: (code) => `${code.name}, ${code.number}, ${countWords(code)}`,
    colour: (code) => state.book.colour(code.id),
    select: () => showSoon(),
    rename: (id, name) => send(() => context.api.patch(`codes/${id}`, { name }), `Renamed to ${name}`),
    move: (id, place) => attempt(() => context.api.patch(`codes/${id}`, place), () => movedWords(state, id, place)),
    refuse: (way) => context.announce(refusals[way], { quiet: true }),
    remove: (id) => withCode(id, (code) => removeCode(context, state, code, select)),
    add: (id, kind) => withCode(id, (code) => newCode(context, state, kind === "child" ? code : state.byID.get(code.parent), select)),
  });
  const details = makeCodeDetails(context, state, { act: press });
  const quotes = makeQuotes({
    context, codes: () => state.byID, empty: "No quotes bear this code.",
    request: () => tree.current ? { path: "quotes", query: { code: tree.current, subcodes: details.subcodes() } } : null,
  });
  const bar = filterBar(context);
  const empty = element("p", { class: "empty" }, "No codes yet. Make the first one here, or by typing its path when you tag a passage.");
  const find = element("input", { type: "search", placeholder: "Find a code", "aria-label": "Find a code", data: { field: "find-code" }, on: { input: () => findCode(), keydown: leaveFind } });
  const side = element("section", { class: "view-side codebook-tree", "aria-label": "Codes" },
    element("div", { class: "view-tools" }, find, ...toolButtons(press)), tree.node, empty);
  const main = element("section", { class: "view-main codebook-main", "aria-label": "The chosen code" },
    details.node, element("div", { class: "view-tools quotes-head" }, element("h2", {}, "Quotes"), details.subcodesBox, bar.node), quotes.node);
  const node = element("div", { class: "codebook" }, element("h1", { class: "unseen" }, "Codebook"), side, main);
  let timer = 0;
  details.onSubcodes(() => quotes.update());

  // The next row of a quick walk need not wait for the details of this one.
  function showSoon() {
    clearTimeout(timer);
    timer = setTimeout(show, 60);
  }

  function show() {
    clearTimeout(timer);
    const code = state.byID.get(tree.current) ?? null;
    details.update(code);
    main.hidden = !code;
    quotes.update();
    sessionStorage.setItem("realist-code", tree.current ?? "");
  }

  function update() {
    tree.update(state.codes);
    empty.hidden = state.codes.length > 0;
    node.dataset.readOnly = String(state.readOnly);
    if (!tree.current) tree.select(remembered(state), { silent: true });
    show();
  }

  function findCode() {
    const wanted = find.value.trim().toLocaleLowerCase();
    const found = wanted && state.codes.find((code) => code.name.toLocaleLowerCase().includes(wanted))
      || state.codes.find((code) => code.path.toLocaleLowerCase().includes(wanted));
    if (wanted && found) tree.select(found.id);
  }

  function leaveFind(event) {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    tree.focus();
  }

  // After a change the new list is fetched before the new code is chosen.
  async function select(id) {
    const { codes } = await context.store.get("codes");
    Object.assign(state, known(codes));
    tree.update(codes);
    if (id) tree.select(id, { focus: true });
    else tree.focus();
    show();
  }

  function withCode(id, run) {
    const code = state.byID.get(id);
    if (code && !state.readOnly) run(code);
  }

  async function send(run, words) {
    await run();
    context.announce(words, { quiet: true });
  }

  async function attempt(run, words) {
    if (state.readOnly) return;
    try {
      await run();
      context.announce(words(), { quiet: true });
      tree.node.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    } catch (error) {
      announceError(error);
    }
  }

  function press(action) {
    const code = state.byID.get(tree.current);
    if (action === "add") return newCode(context, state, code && state.byID.get(code.parent), select);
    if (!code) return;
    if (action === "add-under") newCode(context, state, code, select);
    else if (action === "rename") tree.rename(code.id);
    else if (action === "merge") mergeCode(context, state, code, select);
    else if (action === "delete") removeCode(context, state, code, select);
    else moveTree(tree, action);
  }

  return { node, update, choose: (id) => tree.select(id, { focus: true }), dispose: () => { clearTimeout(timer); bar.dispose(); quotes.dispose(); } };
}

const refusals = {
  up: "It is the first one here", down: "It is the last one here",
  in: "There is no code before it to go under", out: "It is at the outermost level",
};

function known(codes) {
  const book = new Codebook(codes);
  return { codes, book, byID: book.byID };
}

function countWords(code) {
  const all = counted(code.below, "coding");
  return code.below === code.codings ? all : `${all}, ${code.codings} of them its own`;
}

function movedWords(state, id, place) {
  const name = state.byID.get(id)?.name ?? "The code";
  const host = state.byID.get(place.parent)?.path ?? "the outermost level";
  return `${name} is now number ${place.position + 1} under ${host}`;
}

function remembered(state) {
  const id = sessionStorage.getItem("realist-code");
  return state.byID.has(id) ? id : state.codes[0]?.id;
}

function toolButtons(press) {
  const button = (action, text, title) =>
    element("button", { type: "button", class: "quiet", title, data: { action, writes: "" }, on: { click: () => press(action) } }, text);
  return [button("add", "Add code", "Add a code beside the chosen one (Insert)"), button("add-under", "Add under", "Add a code under the chosen one (Shift-Insert)")];
}
