// The codebook: the tree of codes, what each one means, and its quotes beside it.

import { announceError } from "./announce.js";
import { makeCodeDetails } from "./code-details.js";
import { makeCodebookActs } from "./codebook-acts.js";
import { Codebook } from "./codes.js";
import { counted, element } from "./dom.js";
import { keepTyped } from "./field.js";
import { filterBar } from "./filter-bar.js";
import { makeQuotes } from "./quotes.js";
import { makeTree } from "./tree.js";

export function mount(container, context, route) {
  const state = { ...known([]), readOnly: false };
  const view = makeView(context, state);
  let wanted = route?.rest?.[0] ?? null;
  container.append(view.node);
  const stops = [
    context.keys.describe("In the codebook", keyRows),
    context.keys.bind("/", "Find a code", () => container.querySelector("[data-field=find-code]").select(), { group: "In the codebook" }),
  ];

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
  return { update, go, dispose: () => { keepTyped(container); for (const stop of stops) stop(); view.dispose(); } };
}

const keyRows = [
  ["ArrowUp and ArrowDown", "Walk through the codes"], ["ArrowLeft and ArrowRight", "Fold and unfold"],
  ["Enter or F2", "Rename"], ["Alt+ArrowUp and Alt+ArrowDown", "Move among its neighbours"],
  ["Alt+ArrowRight and Alt+ArrowLeft", "Move in and out"], ["Insert", "Add a code beside it"],
  ["Shift+Insert", "Add a code under it"], ["Delete", "Delete, after asking"],
];

function makeView(context, state) {
  const acts = makeCodebookActs(context, state, { tree: () => tree, select });
  const tree = makeTree({
    label: "Codes", ...acts, readOnly: () => state.readOnly, select: () => showSoon(),
    describe: (code) => String(code.below),
    spoken: (code) => `${code.name}, ${code.number}, ${countWords(code)}`,
    colour: (code) => state.book.colour(code.id),
  });
  const details = makeCodeDetails(context, state, { act: acts.press });
  const quotes = makeQuotes({
    context, codes: () => state.byID, empty: "No quotes bear this code.",
    request: () => tree.current ? { path: "quotes", query: { code: tree.current, subcodes: details.subcodes() } } : null,
  });
  const bar = filterBar(context);
  const empty = element("p", { class: "empty" }, "No codes yet. Make the first one here, or by typing its path when you tag a passage.");
  const side = element("section", { class: "view-side codebook-tree", "aria-label": "Codes" },
    element("div", { class: "view-tools" }, findField(state, tree), ...toolButtons(acts.press)), tree.node, empty);
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

  // After a change the new list is fetched before the new code is chosen.
  async function select(id) {
    const { codes } = await context.store.get("codes");
    Object.assign(state, known(codes));
    tree.update(codes);
    if (id) tree.select(id, { focus: true });
    else tree.focus();
    show();
  }

  function dispose() {
    clearTimeout(timer);
    bar.dispose();
    quotes.dispose();
  }

  return { node, update, dispose, choose: (id) => tree.select(id, { focus: true }) };
}

// Goes to the first code whose name, else whose path, has what is typed; Enter or Down goes on in the tree.
function findField(state, tree) {
  const has = (text, wanted) => text.toLocaleLowerCase().includes(wanted);
  const field = element("input", {
    type: "search", placeholder: "Find a code", "aria-label": "Find a code", data: { field: "find-code" }, on: { input: find, keydown: leave },
  });

  function find() {
    const wanted = field.value.trim().toLocaleLowerCase();
    const found = state.codes.find((code) => has(code.name, wanted)) ?? state.codes.find((code) => has(code.path, wanted));
    if (wanted && found) tree.select(found.id);
  }

  function leave(event) {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    tree.focus();
  }

  return field;
}

function known(codes) {
  const book = new Codebook(codes);
  return { codes, book, byID: book.byID };
}

function countWords(code) {
  const all = counted(code.below, "coding");
  return code.below === code.codings ? all : `${all}, ${code.codings} of them its own`;
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
