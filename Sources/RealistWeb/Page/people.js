// The participants: their attributes, changed in place, the sources they speak in, and the filter that follows from them.

import { announceError } from "./announce.js";
import { counted, element } from "./dom.js";
import { keepTyped } from "./field.js";
import { filterBar } from "./filter-bar.js";
import { keyedList, setText } from "./keyed.js";
import { openPanel, showProblem } from "./panel.js";
import { makePersonRow } from "./person-row.js";

export function mount(container, context) {
  const people = { context, attributes: [], sources: new Map(), readOnly: false };
  const counts = element("p", { class: "quiet", role: "status" });
  const bar = filterBar(context);
  const find = element("input", { type: "search", placeholder: "Find somebody", "aria-label": "Find a participant", data: { field: "find-person" }, on: { input: () => show() } });
  const add = element("button", { type: "button", class: "primary", disabled: true, data: { action: "add-participant", writes: "" }, on: { click: () => addParticipant(context) } }, "Add participant");
  const addColumn = element("button", { type: "button", disabled: true, data: { action: "add-attribute", writes: "" }, on: { click: () => addAttribute() } }, "Add attribute");
  const head = element("tr", {});
  const body = element("tbody", {});
  const rows = keyedList(body, { key: (person) => person.id, make: (person) => makePersonRow(people, person) });
  const lists = element("div", { hidden: true });
  const table = element("table", { class: "data people-table" }, element("caption", { class: "unseen" }, "Participants and their attributes"), element("thead", {}, head), body);
  const empty = element("p", { class: "empty", hidden: true });
  container.classList.add("people");
  container.append(element("header", { class: "view-head" }, element("div", {}, element("h1", {}, "People"), counts),
    element("div", { class: "view-tools" }, find, bar.node, addColumn, add)),
  element("div", { class: "table-scroller", role: "region", "aria-label": "Participants", tabindex: "0", on: { focusin: bringIn } }, table), empty, lists);
  const stopKey = context.keys.bind("/", "Find somebody", () => find.select(), { group: "People" });
  let all = [];
  // Columns that nobody has a value in yet; the study has them as soon as one is typed.
  let planned = [];

  async function update() {
    try {
      const { where } = context.filter;
      const [answer, { sources }, study] = await Promise.all([
        where ? context.api.get("participants", { where }) : context.store.get("participants"), context.store.get("sources"), context.store.get("study"),
      ]);
      all = answer.participants;
      planned = planned.filter((each) => !answer.attributes.some(({ name }) => name === each.name));
      Object.assign(people, { attributes: [...answer.attributes, ...planned], sources: new Map(sources.map((each) => [each.id, each])), readOnly: study.readOnly });
      showHead();
      show(study.counts?.participants);
      add.disabled = addColumn.disabled = study.readOnly;
    } catch (error) {
      announceError(error);
    }
  }

  async function addAttribute() {
    const name = (await context.dialog.prompt({ title: "Add attribute", label: "Name of the attribute, such as region", yes: "Add" }))?.trim();
    if (!name || people.attributes.some((each) => each.name === name)) return;
    planned.push({ name, kind: "text" });
    await update();
    context.announce(`Type a value under ${name}; the attribute is kept with its first one`);
    body.querySelector(`[data-attribute="${CSS.escape(name)}"] input`)?.focus();
  }

  function showHead() {
    const consents = [...new Set(all.map((person) => person.consent.join("; ")).filter(Boolean))].sort();
    const state = JSON.stringify([consents, people.attributes.map(({ name, kind, values }) => [name, kind, values])]);
    if (head.dataset.state === state) return;
    head.dataset.state = state;
    head.replaceChildren(...["Participant", ...people.attributes.map((each) => each.name.replaceAll("_", " ")), "Consent", "Withdrawn on", "Sources"].map((text) => element("th", { scope: "col" }, text)));
    lists.replaceChildren(...[...people.attributes, { name: "consent", values: consents }].map((each) => element("datalist", { id: `known-${each.name}` }, (each.values ?? []).map((value) => element("option", { value })))));
  }

  function show(total = all.length) {
    const wanted = find.value.trim().toLocaleLowerCase();
    const shown = all.filter((person) => !wanted || textOf(person).includes(wanted));
    rows.update(shown);
    setText(counts, shown.length === total ? counted(total, "participant") : `${shown.length} of ${counted(total, "participant")}`);
    empty.hidden = shown.length > 0;
    table.hidden = shown.length === 0;
    setText(empty, all.length ? "Nobody is called that." : context.filter.where ? "The filter holds for nobody." : "No participants yet. They come with the transcripts, or add one here.");
  }

  update();
  return { update, dispose: () => { keepTyped(container); stopKey(); bar.dispose(); rows.dispose(); } };
}

// A choice that is half outside the table is not brought in by the browser.
function bringIn({ target, currentTarget }) {
  if (target !== currentTarget) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function textOf(person) {
  return [person.key, person.name, ...Object.values(person.attributes)].join("\n").toLocaleLowerCase();
}

function addParticipant(context) {
  const panel = openPanel({ title: "Add participant" });
  const key = element("input", { id: "new-participant", type: "text", required: true, autocomplete: "off", data: { field: "new-participant" } });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const form = element("form", {}, element("label", { class: "field", for: "new-participant" }, "Id, such as P15", key),
    element("p", { class: "quiet" }, "A pseudonym: nothing that names the person."), problem,
    element("div", { class: "actions" }, element("button", { type: "button", data: { action: "cancel" }, on: { click: () => panel.close() } }, "Cancel"),
      element("button", { type: "submit", class: "primary", data: { action: "confirm" } }, "Add")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await context.api.post("participants", { key: key.value.trim() });
      panel.close();
      context.announce(`Added ${key.value.trim()}`);
    } catch (error) {
      showProblem(problem, error);
    }
  });
  panel.body.append(form);
  panel.show(key);
}
