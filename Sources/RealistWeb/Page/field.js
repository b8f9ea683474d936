// A labelled field that saves itself: on leaving it, on Enter (Ctrl-Enter where lines are written); Escape takes back what was typed.

import { element } from "./dom.js";
import { showProblem } from "./panel.js";

let count = 0;

// options: label, name (data-field), value, lines (more than one: a text area), save(value) → promise, help, list (of suggestions), quiet (label hidden).
export function makeField({ label, name, value = "", lines = 1, save, help, list, quiet, attributes = {} }) {
  const id = `field-${++count}`;
  let stored = value;
  let saving = null;
  const control = element(lines > 1 ? "textarea" : "input", {
    id, data: { field: name }, rows: lines > 1 ? lines : null, type: lines > 1 ? null : "text",
    "aria-describedby": help ? `${id}-help` : null, list, ...attributes,
  });
  control.value = value;
  const note = element("span", { class: "field-note", role: "status" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const labelNode = element("label", { for: id, class: quiet ? "unseen" : null }, label);
  const node = element("div", { class: "field" }, element("div", { class: "field-head" }, labelNode, note), control, problem,
    help ? element("p", { class: "quiet", id: `${id}-help` }, help) : null);

  async function keep() {
    if (saving) await saving;
    const typed = control.value;
    if (typed === stored) return clean();
    note.textContent = "Saving…";
    try {
      saving = save(typed);
      await saving;
      stored = typed;
      if (control.value === typed) clean();
      say("Saved");
    } catch (error) {
      note.textContent = "";
      control.setAttribute("aria-invalid", "true");
      showProblem(problem, error);
    } finally {
      saving = null;
    }
  }

  function say(words) {
    note.textContent = words;
    setTimeout(() => { if (note.textContent === words) note.textContent = ""; }, 2500);
  }

  function clean() {
    delete control.dataset.dirty;
    control.removeAttribute("aria-invalid");
    showProblem(problem, null);
  }

  control.addEventListener("input", () => {
    if (control.value === stored) clean();
    else control.dataset.dirty = "";
  });
  control.addEventListener("change", keep);
  control.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (lines === 1 || event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      keep();
    }
    if (event.key === "Escape" && "dirty" in control.dataset) {
      event.stopPropagation();
      control.value = stored;
      clean();
      note.textContent = "Taken back";
    }
  });

  // What the store now has; what somebody is typing stays.
  function update(next) {
    if (next === stored) return;
    const isDirty = "dirty" in control.dataset;
    stored = next;
    if (isDirty) note.textContent = "Changed elsewhere meanwhile; yours is not saved yet";
    else control.value = next;
  }

  // There is nothing left to save it to.
  function discard() {
    stored = control.value;
    clean();
  }

  return { node, control, update, keep, discard, isDirty: () => "dirty" in control.dataset };
}

// Saves what is typed in the fields of a view that is being left.
export function keepTyped(container) {
  for (const control of container.querySelectorAll("[data-dirty]")) control.dispatchEvent(new Event("change"));
}

// A labelled choice that saves itself; a refusal puts it back.
export function makeChoice({ label, name, value, options, save, quiet }) {
  const id = `field-${++count}`;
  let stored = value ?? "";
  const control = element("select", { id, data: { field: name }, "aria-label": quiet ? label : null },
    ...options.map(({ value: one, text }) => element("option", { value: one }, text)));
  control.value = stored;
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const node = element("div", { class: "field" }, quiet ? null : element("label", { for: id }, label), control, problem);

  control.addEventListener("change", async () => {
    const wanted = control.value;
    try {
      showProblem(problem, null);
      await save(wanted);
      stored = wanted;
    } catch (error) {
      control.value = stored;
      showProblem(problem, error);
    }
  });

  function update(next) {
    stored = next ?? "";
    if (control.value !== stored) control.value = stored;
  }

  return { node, control, update };
}
