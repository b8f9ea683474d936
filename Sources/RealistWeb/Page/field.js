// A labelled field that saves itself: on leaving it, on Enter (Ctrl-Enter where lines are written); Escape takes back what was typed.

import { drafts } from "./drafts.js";
import { element } from "./dom.js";
import { showProblem } from "./panel.js";

let count = 0;

// options: label, name (data-field), value, lines (more than one: a text area), save(value, what it began from) → promise, help, list (of
// suggestions), quiet (label hidden), draft (where what is typed is kept until it is saved).
export function makeField({ label, name, value = "", lines = 1, save, help, list, quiet, draft, attributes = {} }) {
  const id = `field-${++count}`;
  let stored = value;
  // What was there when typing began: who has changed it since then is not overwritten unawares.
  let seen = value;
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
    if (saving) await saving.catch(() => {});
    const typed = control.value;
    if (typed === stored) return clean();
    note.textContent = "Saving…";
    try {
      saving = save(typed, seen);
      await saving;
      stored = seen = typed;
      if (control.value === typed) clean();
      say("Saved");
    } catch (error) {
      note.textContent = "";
      control.setAttribute("aria-invalid", "true");
      if (error.kind === "changed") offerBoth(error.now);
      else showProblem(problem, error);
    } finally {
      saving = null;
    }
  }

  // Somebody else was faster: whoever comes second reads what is there now, and says which of the two is to stay.
  function offerBoth(now) {
    stored = seen = now;
    showProblem(problem, { message: `Changed elsewhere meanwhile to “${now}”. Yours is kept here and not saved.` });
    problem.append(" ", element("button", { type: "button", data: { action: "save-mine" }, on: { click: keep } }, "Save mine"),
      " ", element("button", { type: "button", data: { action: "take-theirs" }, on: { click: takeBack } }, "Take theirs"));
  }

  function takeBack() {
    control.value = stored;
    clean();
    control.focus();
  }

  function say(words) {
    note.textContent = words;
    setTimeout(() => { if (note.textContent === words) note.textContent = ""; }, 2500);
  }

  function clean() {
    seen = stored;
    if (draft) drafts.drop(draft);
    delete control.dataset.dirty;
    control.removeAttribute("aria-invalid");
    showProblem(problem, null);
  }

  control.addEventListener("input", () => {
    if (control.value === stored) return clean();
    control.dataset.dirty = "";
    if (draft) drafts.keep(draft, control.value, seen);
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
    if (isDirty && control.value === next) return clean();
    if (isDirty) note.textContent = "Changed elsewhere meanwhile; yours is not saved yet";
    else control.value = seen = next;
  }

  // Typed before the page was loaded again.
  function restore() {
    const left = draft ? drafts.at(draft) : null;
    if (!left) return;
    if (left.text === stored) return drafts.drop(draft);
    control.value = left.text;
    seen = left.seen;
    control.dataset.dirty = "";
    note.textContent = "Typed before the page was loaded again; not saved yet";
    control.addEventListener("blur", () => { if ("dirty" in control.dataset) keep(); }, { once: true });
  }

  // There is nothing left to save it to.
  function discard() {
    stored = control.value;
    clean();
  }

  restore();
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
