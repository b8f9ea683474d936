// Modal dialogs over the native element, which keeps the focus inside and gives it back when it closes.

import { element } from "./dom.js";

/**
 * Shows a dialog and is fulfilled with the value of the button that closed it, or null.
 * `actions`: [{label, value, primary, danger}]; `value` may be a function, asked when the button is pressed; undefined keeps the dialog open.
 */
export function showDialog({ title, body, actions = [{ label: "Close", value: null }], id, wide = false, focus }) {
  return new Promise((finish) => {
    let result = null;
    const heading = element("h2", { id: "dialog-title" }, title);
    const form = element("form", { method: "dialog", on: { submit } }, heading, body, buttonRow(actions, press));
    const box = element("dialog", { id, class: wide ? "wide" : null, "aria-labelledby": "dialog-title", on: { close, click: backdrop } }, form);
    document.body.append(box);
    box.showModal();
    (focus && box.querySelector(focus))?.focus();
    if (!focus && box.scrollHeight > box.clientHeight) beginAtTop(box, heading);

    function press(action) {
      const value = typeof action.value === "function" ? action.value() : action.value;
      if (value === undefined) return;
      result = value;
      box.close();
    }
    // Enter in a field presses the main button, as in any form.
    function submit(event) {
      event.preventDefault();
      press(actions.find((each) => each.primary) || actions[0]);
    }
    function backdrop(event) {
      if (event.target === box) box.close();
    }
    function close() {
      box.remove();
      finish(result);
    }
  });
}

/** A long dialog whose first control is at its end would open scrolled down, or with the focus out of sight. */
function beginAtTop(box, heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  box.scrollTop = 0;
}

function buttonRow(actions, press) {
  return element("div", { class: "actions" }, actions.map((action) => element("button", {
    type: action.primary ? "submit" : "button",
    class: action.primary ? "primary" : action.danger ? "danger" : null,
    data: { action: action.label },
    on: action.primary ? {} : { click: () => press(action) },
  }, action.label)));
}

export const dialog = {
  show: showDialog,
  /** True when `yes` was pressed. */
  async confirm({ title, text, yes = "Go on", no = "Cancel", danger = false }) {
    const actions = [{ label: no, value: null }, { label: yes, value: true, primary: !danger, danger }];
    return (await showDialog({ title, body: element("p", {}, text), actions })) === true;
  },
  /** The words typed, or null. */
  async prompt({ title, label, value = "", yes = "Save", multiline = false }) {
    const field = element(multiline ? "textarea" : "input", { id: "dialog-field", value, rows: multiline ? 6 : null, autocomplete: "off" });
    const body = element("label", { class: "field" }, label, field);
    const actions = [{ label: "Cancel", value: null }, { label: yes, value: () => field.value, primary: true }];
    return showDialog({ title, body, actions, focus: "#dialog-field" });
  },
};
