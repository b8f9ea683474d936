// Dialogs of the codebook: a new code, merging one into another, deleting one; each says what hangs on it.

import { counted, element } from "./dom.js";
import { confirmAct, openPanel, showProblem } from "./panel.js";

// A new code under `parent` (a code, or undefined for the outermost level), at a place among those that are there; else the last.
export function newCode(context, state, parent, done, position = null) {
  const where = parent ? parent.path : "the outermost level";
  const input = element("input", { id: "new-code", type: "text", autocomplete: "off", required: true, data: { field: "new-code" } });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const panel = openPanel({ title: "New code" });
  const form = element("form", {}, element("label", { for: "new-code" }, `Name, under ${where}`), input,
    element("p", { class: "quiet" }, "With / between them several levels are made at once, such as trust/in-colleagues."),
    problem, actions(panel, "Add"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const path = [parent?.path, input.value.trim()].filter(Boolean).join("/");
    try {
      const answer = await context.api.post("codes", position === null ? { path } : { path, position });
      panel.close();
      context.announce(`Added ${path}`, { quiet: true });
      await done(answer.code?.id ?? null);
    } catch (error) {
      showProblem(problem, error);
      input.focus();
    }
  });
  panel.body.append(form);
  panel.show(input);
}

// Puts all codings of a code onto another one.
export function mergeCode(context, state, code, done) {
  const panel = openPanel({ title: `Merge “${code.name}” into another code` });
  const targets = state.codes.filter((each) => !isBelow(state, each, code));
  const find = element("input", { id: "merge-into", type: "text", autocomplete: "off", "aria-controls": "merge-targets", data: { field: "merge-find" } });
  const list = element("select", { id: "merge-targets", size: 10, "aria-label": "Codes to merge into", data: { field: "merge-target" } });
  const words = element("p", { role: "status", class: "quiet" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const merge = element("button", { type: "submit", class: "primary", data: { action: "confirm" } }, "Merge");
  const form = element("form", {}, element("label", { for: "merge-into" }, "Merge into"), find, list, words, problem,
    element("div", { class: "actions" }, cancelButton(panel), merge));

  function refill() {
    const wanted = find.value.trim().toLocaleLowerCase();
    const kept = list.value;
    list.replaceChildren(...targets.filter((each) => each.path.toLocaleLowerCase().includes(wanted))
      .map((each) => element("option", { value: each.id }, `${each.number}  ${each.path}`)));
    if (targets.some((each) => each.id === kept)) list.value = kept;
    if (!list.value && list.options.length) list.selectedIndex = 0;
    say();
  }

  function say() {
    const target = state.byID.get(list.value);
    merge.disabled = !target;
    words.textContent = target
      ? `${counted(code.codings, "coding")} of “${code.name}” will bear “${target.path}” (now ${target.codings}); what lies under it `
        + `and its uses in configurations go along. “${code.name}” is then gone; this can be undone.`
      : "No code is called that.";
  }

  find.addEventListener("input", refill);
  find.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.focus();
  });
  list.addEventListener("change", say);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const into = list.value;
    try {
      await context.api.post(`codes/${code.id}/merge`, { into });
      panel.close();
      context.announce(`Merged ${code.name} into ${state.byID.get(into)?.path ?? "it"}`);
      await done(into);
    } catch (error) {
      showProblem(problem, error);
    }
  });
  panel.body.append(form);
  refill();
  panel.show(find);
}

// Deletes a code with those under it, after saying what hangs on them.
export async function removeCode(context, state, code, done) {
  const words = await hanging(context, state, code);
  const isDone = await confirmAct({
    title: `Delete “${code.name}”?`, words: [words, "The passages themselves stay. This can be undone."], act: "Delete", isDangerous: true,
    run: () => context.api.remove(`codes/${code.id}`, { all: true }),
  });
  if (!isDone) return;
  context.announce(`Deleted ${code.path}`);
  await done(null);
}

async function hanging(context, state, code) {
  const branch = new Set(state.codes.filter((each) => isBelow(state, each, code)).map((each) => each.id));
  const { configurations } = await context.store.get("configurations");
  const numbers = configurations.filter((each) => each.elements.some((element) => branch.has(element.code))).map((each) => `CMO ${each.number}`);
  const parts = code.below ? [counted(code.below, "coding")] : [];
  if (branch.size > 1) parts.unshift(counted(branch.size - 1, "code") + " under it");
  if (numbers.length) parts.push(`its place in ${numbers.join(", ")}`);
  if (!parts.length) return `Nothing hangs on “${code.path}”.`;
  return `With “${code.path}” go ${new Intl.ListFormat("en-GB").format(parts)}.`;
}

function isBelow(state, each, code) {
  for (let at = each; at; at = state.byID.get(at.parent)) if (at.id === code.id) return true;
  return false;
}

function cancelButton(panel) {
  return element("button", { type: "button", data: { action: "cancel" }, on: { click: () => panel.close() } }, "Cancel");
}

function actions(panel, text) {
  return element("div", { class: "actions" }, cancelButton(panel), element("button", { type: "submit", class: "primary", data: { action: "confirm" } }, text));
}
