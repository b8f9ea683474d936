// The columns of a card: its elements under their kinds; codes and quotes are dropped or placed here.

import { actionButton } from "./action-button.js";
import { counted, element } from "./dom.js";
import { bearingSigns, placeOfEvidence } from "./evidence-words.js";
import { keyedList, setText } from "./keyed.js";
import { quoteKind } from "./quotes.js";
import { codeKind } from "./tree-drag.js";

const valenceSigns = { enabling: "+", disabling: "−", intended: "+", unintended: "−" };

export function makeColumns(card) {
  const node = element("div", { class: "columns-of-card" });
  const slots = slotsOf(card);
  const columns = slots.map((slot) => makeColumn(card, slot));
  node.style.setProperty("--slots", slots.length);
  node.append(...columns.map((column) => column.node));
  return { node, update: (configuration) => { for (const column of columns) column.update(configuration); } };
}

// Those of the template, and a column for each other letter that a configuration has all the same.
function slotsOf({ board, current }) {
  const { slots } = board.study.template;
  const others = new Set(current.elements.map((each) => each.letter).filter((letter) => !slots.some((slot) => slot.letter === letter)));
  return [...slots, ...[...others].map((letter) => ({ letter, name: letter, role: "other", definition: "The template has no such element." }))];
}

function makeColumn(card, slot) {
  const { board } = card;
  const list = element("ul", { class: "elements", role: "list" });
  const items = keyedList(list, { key: (each) => each.id, make: (each) => makeElement(card, each) });
  const name = `${slot.name} of CMO ${card.current.number}`;
  const place = actionButton("place", "Place here", () => put(board.held), {
    look: "place-here", label: `Place here, as ${name}`, data: { letter: slot.letter },
  });
  const plus = actionButton("add-element", "+", () => write({}), {
    look: "icon add-element", label: `Add: ${name}`, writes: true, data: { letter: slot.letter },
  });
  const head = element("div", { class: "column-head" }, element("h3", { title: slot.definition || null }, slot.name), plus);
  const node = element("section", { class: "column", data: { letter: slot.letter } }, head, list, place);
  let form = null;

  dropTarget(node, (thing) => put(thing));

  // A code becomes an element of this kind; a quote one whose evidence it is.
  function put(thing) {
    if (!thing || !board.canWrite()) return;
    if (thing.kind === "code") write({ text: thing.name, code: thing.id });
    else write({ text: thing.quote.words, quote: thing.quote, code: thing.code });
  }

  function write(start) {
    form?.remove();
    form = elementForm(slot, board.book.path(start.code), start.text ?? "", async (members) => {
      const answer = await card.add("elements", { letter: slot.letter, ...members, ...(start.code ? { code: start.code } : {}) }, `Added a ${slot.name.toLowerCase()}`);
      if (!answer) return false;
      if (start.quote && answer.configuration) await addQuote(card, newest(answer.configuration, slot.letter), start.quote);
      board.placed(`Added to CMO ${card.current.number}: ${members.text}`);
      return true;
    }, () => { form = null; plus.focus({ preventScroll: true }); });
    node.append(form);
    form.querySelector("textarea").select();
  }

  function update(configuration) {
    items.update(configuration.elements.filter((each) => each.letter === slot.letter));
  }

  return { node, update };
}

function newest(configuration, letter) {
  return configuration.elements.filter((each) => each.letter === letter).at(-1)?.id;
}

function elementForm(slot, code, text, save, closed) {
  const area = element("textarea", { rows: 2, "aria-label": `${slot.name}, in words`, data: { field: "element-text" } });
  area.value = text;
  const valence = valenceChoice(slot);
  const node = element("form", { class: "element-form" }, area, valence, element("div", { class: "actions" },
    element("button", { type: "button", data: { action: "cancel" }, on: { click: close } }, "Cancel"),
    element("button", { type: "submit", class: "primary", data: { action: "save-element" } }, "Add")));
  if (code && code !== "a deleted code") area.after(element("p", { class: "quiet code-path" }, code));

  function close() {
    node.remove();
    closed();
  }

  async function finish(event) {
    event?.preventDefault();
    const text = area.value.trim();
    if (text && (await save({ text, ...(valence?.value ? { valence: valence.value } : {}) }))) close();
  }

  node.addEventListener("submit", finish);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && event.target === area) finish(event);
    if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); close(); }
  });
  queueMicrotask(() => area.select());
  return node;
}

// Mechanisms enable or disable, outcomes are intended or not; nothing need be said.
function valenceChoice(slot) {
  const values = { mechanism: ["enabling", "disabling"], reasoning: ["enabling", "disabling"], outcome: ["intended", "unintended"] }[slot.role];
  if (!values) return null;
  return element("select", { "aria-label": "Which way it works", data: { field: "valence" } },
    element("option", { value: "" }, "which way: not said"), values.map((value) => element("option", { value }, `${valenceSigns[value]} ${value}`)));
}

// One element: label, words, code, and what speaks for and against it.
function makeElement(card, item) {
  const { board } = card;
  const label = element("span", { class: "element-label" });
  const text = element("span", { class: "element-text" });
  const code = element("span", { class: "code-path" });
  const signs = element("span", { class: "element-signs" });
  const more = element("span", { class: "quiet element-more" });
  const open = actionButton("element", [label, text, code, more, signs], () => card.choose(current.id), { look: "element-open" });
  const place = actionButton("place-quote", "Place here", () => put(board.held), { look: "place-here" });
  const node = element("li", { class: "element", data: { element: item.id } }, open, place);
  let current = item;

  dropTarget(node, put, [quoteKind]);

  function put(thing) {
    if (thing?.kind !== "quote" || !board.canWrite()) return;
    addQuote(card, current.id, thing.quote).then((done) => {
      if (!done) return;
      const isHere = node.contains(document.activeElement);
      board.placed(`Added as evidence of ${current.label}`);
      if (isHere) open.focus({ preventScroll: true });
    });
  }

  function update(next) {
    current = next;
    const sign = valenceSigns[next.valence] ?? "";
    setText(label, next.label + sign);
    label.title = next.valence ?? "";
    node.dataset.valence = next.valence ?? "";
    node.dataset.label = next.label;
    setText(text, next.text);
    setText(code, next.code ? board.book.path(next.code) : "");
    setText(more, [next.level, next.beneficiary && `for ${next.beneficiary}`].filter(Boolean).join(" · "));
    const mine = card.current.evidence.filter((each) => each.elements.includes(next.id));
    signs.replaceChildren(...bearingCounts(mine));
    const counts = mine.length ? counted(mine.length, "piece of evidence", "pieces of evidence") : "no evidence";
    open.setAttribute("aria-label", `${next.label}${next.valence ? `, ${next.valence}` : ""}: ${next.text}. ${counts}`);
    open.setAttribute("aria-pressed", String(card.chosen === next.id));
    place.setAttribute("aria-label", `Place here, as evidence of ${next.label}`);
  }

  update(item);
  return { node, update };
}

function bearingCounts(evidence) {
  return Object.entries(bearingSigns).map(([bearing, sign]) => {
    const number = evidence.filter((each) => each.bearing === bearing).length;
    return number ? element("span", { class: "bearing", title: `${number} ${bearing}`, data: { bearing } }, `${sign} ${number}`) : null;
  }).filter(Boolean);
}

function addQuote(card, elementID, quote) {
  const body = { ...placeOfEvidence(quote), elements: elementID ? [elementID] : [], bearing: "supports", standing: "observed" };
  return card.add("evidence", body, "Evidence added: supports, observed");
}

// Makes a node take what is dragged from the shelf or a list of quotes.
function dropTarget(node, put, kinds = [codeKind, quoteKind]) {
  const fits = (event) => kinds.some((kind) => event.dataTransfer.types.includes(kind));
  node.addEventListener("dragover", (event) => {
    if (!fits(event)) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = "copy";
    node.dataset.drop = "inside";
  });
  node.addEventListener("dragleave", () => { delete node.dataset.drop; });
  node.addEventListener("drop", (event) => {
    delete node.dataset.drop;
    if (!fits(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const quote = event.dataTransfer.getData(quoteKind);
    const id = event.dataTransfer.getData(codeKind);
    const name = event.dataTransfer.getData("text/plain").split("/").at(-1);
    put(quote ? { kind: "quote", quote: JSON.parse(quote) } : { kind: "code", id, name });
  });
}
