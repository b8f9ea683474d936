// A modal dialog with a title; closing it gives the focus back to where it was.

import { element } from "./dom.js";

let count = 0;

export function openPanel({ title, class: name = "" }) {
  const before = document.activeElement;
  const heading = element("h2", { id: `panel-${++count}` }, title);
  const body = element("div", { class: "panel-body" });
  const node = element("dialog", { class: `panel ${name}`.trim(), "aria-labelledby": heading.id }, heading, body);
  const closed = new Promise((resolve) => node.addEventListener("close", () => resolve(node.returnValue)));

  node.addEventListener("close", () => {
    node.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  document.body.append(node);
  return {
    node, body, closed,
    close: (value = "") => { if (node.open) node.close(value); else node.remove(); },
    show(focus) {
      node.showModal();
      focus?.focus();
    },
  };
}

// Asks before something is done; answers whether it was confirmed. `run` may throw: its words stay in the dialog.
export async function confirmAct({ title, words, act, isDangerous = false, run }) {
  const panel = openPanel({ title, class: "confirm" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const cancel = element("button", { type: "button", data: { action: "cancel" }, on: { click: () => panel.close() } }, "Cancel");
  const confirm = element("button", { type: "submit", class: isDangerous ? "danger" : "primary", data: { action: "confirm" } }, act);
  const form = element("form", {}, ...[words].flat().map((word) => typeof word === "string" ? element("p", {}, word) : word),
    problem, element("div", { class: "actions" }, cancel, confirm));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    confirm.disabled = true;
    try {
      await run?.();
      panel.close("done");
    } catch (error) {
      showProblem(problem, error);
      confirm.disabled = false;
      confirm.focus();
    }
  });
  panel.body.append(form);
  panel.show(isDangerous ? cancel : confirm);
  return (await panel.closed) === "done";
}

// The words of an error where it happened.
export function showProblem(node, error) {
  node.hidden = !error;
  node.textContent = error ? [error.message, error.hint].filter(Boolean).join(" — ") : "";
}
