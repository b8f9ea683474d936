// The evidence of a configuration or of one of its elements, and the quotes that could be added to it.

import { actionButton } from "./action-button.js";
import { announceError } from "./announce.js";
import { element } from "./dom.js";
import { bearingSigns, placeOfEvidence, standingSigns } from "./evidence-words.js";
import { makeChoice, makeField } from "./field.js";
import { keyedList, setText } from "./keyed.js";
import { makeQuotes, placeOf } from "./quotes.js";

export function makeEvidence(card) {
  const { board } = card;
  const heading = element("h3", {});
  const all = actionButton("all-evidence", "Show all", () => { card.choose(null); card.toggle.focus(); }, { look: "quiet" });
  const list = element("ul", { class: "evidence-list", role: "list" });
  const none = element("p", { class: "quiet" });
  const rows = keyedList(list, { key: (each) => each.id, make: (each) => makeRow(card, each) });
  const adder = makeAdder(card);
  const node = element("section", { class: "evidence", hidden: true, "aria-label": "Evidence" },
    element("div", { class: "evidence-head" }, heading, all), list, none, adder.node);

  function update(configuration) {
    if (node.hidden) return;
    const chosen = configuration.elements.find((each) => each.id === card.chosen);
    const shown = configuration.evidence.filter((each) => !chosen || each.elements.includes(chosen.id));
    setText(heading, chosen ? `Evidence of ${chosen.label}: ${chosen.text}` : "Evidence");
    all.hidden = !chosen;
    rows.update(shown);
    setText(none, shown.length ? "" : chosen ? `${chosen.label} has no evidence.` : "Nothing has been recorded as evidence.");
    adder.update(chosen);
  }

  return {
    node, update, isOpen: () => !node.hidden,
    setOpen(isOpen) { node.hidden = !isOpen; if (!isOpen) adder.update(null); },
    dispose: () => { rows.dispose(); adder.dispose(); },
  };
}

function makeRow(card, evidence) {
  const { board } = card;
  const { context } = board;
  const patch = (members) => context.api.patch(`evidence/${evidence.id}`, members);
  const sign = element("span", { class: "bearing", "aria-hidden": "true" });
  const words = element("blockquote", {});
  const who = element("span", { class: "quote-who" });
  const jump = element("a", { class: "quote-jump", data: { action: "jump" } });
  const options = (values, signs) => values.map((value) => ({ value, text: `${signs[value] ?? ""} ${value}` }));
  const bearing = makeChoice({
    label: "Bearing", name: "bearing", quiet: true, value: evidence.bearing,
    options: options(board.study.bearings, bearingSigns), save: (value) => patch({ bearing: value }),
  });
  const standing = makeChoice({
    label: "Standing", name: "standing", quiet: true, value: evidence.standing,
    options: options(board.study.standings, standingSigns), save: (value) => patch({ standing: value }),
  });
  const note = makeField({
    label: "Note", name: "note", quiet: true, value: evidence.note, save: (text, seen) => patch({ note: text, seen: { note: seen } }),
    draft: `evidence/${evidence.id}/note`, attributes: { placeholder: "Note" },
  });
  const elements = element("span", { class: "speaks-to", role: "group", "aria-label": "Speaks to" });
  const remove = actionButton("remove-evidence", "×", () => drop(), { look: "icon", label: "Remove this evidence", writes: true });
  const node = element("li", { class: "evidence-row", data: { evidence: evidence.id } }, sign,
    element("div", {}, words, element("div", { class: "quote-foot" }, who, jump, elements, bearing.node, standing.node, note.node, remove)));
  let current = evidence;

  async function drop() {
    try {
      await context.api.remove(`evidence/${evidence.id}`);
      context.announce("Evidence removed; the passage stays marked");
    } catch (error) {
      announceError(error);
    }
  }

  // Which elements it speaks to: two or three make a dyad or triad, none the whole configuration.
  async function toggle(id) {
    const held = current.elements.includes(id);
    const next = held ? current.elements.filter((each) => each !== id) : [...current.elements, id];
    try {
      await patch({ elements: next });
    } catch (error) {
      announceError(error);
    }
  }

  function showElements() {
    const wanted = card.current.elements;
    const buttons = new Map([...elements.children].map((each) => [each.dataset.element, each]));
    for (const [id, button] of buttons) if (!wanted.some((each) => each.id === id)) button.remove();
    for (const each of wanted) {
      let button = buttons.get(each.id);
      if (!button) {
        button = element("button", { type: "button", class: "speaks", disabled: !board.canWrite(), data: { element: each.id }, on: { click: () => toggle(each.id) } });
        elements.append(button);
      }
      setText(button, each.label);
      button.title = each.text;
      button.setAttribute("aria-pressed", String(current.elements.includes(each.id)));
    }
  }

  function update(next) {
    current = next;
    node.dataset.bearing = next.bearing;
    setText(sign, bearingSigns[next.bearing] ?? "");
    setText(words, next.withdrawn ? "The participant has withdrawn; the words are gone." : next.words);
    words.classList.toggle("quiet", Boolean(next.withdrawn));
    setText(who, next.participant ?? "");
    setText(jump, next.sourceName);
    jump.href = placeOf(next);
    jump.setAttribute("aria-label", `${next.sourceName}: open at this passage`);
    bearing.update(next.bearing);
    standing.update(next.standing);
    note.update(next.note ?? "");
    showElements();
  }

  update(evidence);
  return { node, update };
}

// Quotes of the chosen element's code that are not its evidence yet.
function makeAdder(card) {
  const { board } = card;
  const heading = element("summary", {});
  const details = element("details", { class: "adder" }, heading);
  let chosen = null;
  const quotes = makeQuotes({
    context: board.context, canDrag: true, codes: () => board.book.byID, empty: "No quotes bear this code.",
    request: () => (chosen?.code && details.open ? { path: "quotes", query: { code: chosen.code, subcodes: true } } : null),
    actions: (quote) => board.study.bearings.map((bearing) => element("button", {
      type: "button", class: "add-bearing", title: `Add as evidence that ${bearing} this`, "aria-label": `Add: ${bearing}`,
      data: { bearing, writes: "" }, on: { click: () => add(quote, bearing) },
    }, `${bearingSigns[bearing] ?? ""} ${bearing}`)),
  });
  details.append(quotes.node);
  details.addEventListener("toggle", () => quotes.update());

  function add(quote, bearing) {
    const body = { ...placeOfEvidence(quote), elements: [chosen.id], bearing, standing: "observed" };
    return card.add("evidence", body, `Added to ${chosen.label}: ${bearing}`);
  }

  function update(next) {
    const isOther = next?.id !== chosen?.id;
    chosen = next ?? null;
    details.hidden = !chosen?.code || !board.canWrite();
    setText(heading, chosen?.code ? `Add from the quotes of ${board.book.path(chosen.code)}` : "");
    if (isOther || details.open) quotes.update();
  }

  return { node: details, update, dispose: quotes.dispose };
}
