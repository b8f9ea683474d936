// A button that does one thing: `data-action` names it; one that writes is not there in a read-only study.

import { element } from "./dom.js";

// options: look (a class), label (where the text does not say it), writes, data, and attributes.
export function actionButton(action, text, run, { look = null, label = null, writes = false, data = {}, ...attributes } = {}) {
  return element("button", {
    type: "button", class: look, "aria-label": label, title: label,
    data: { action, ...data, writes: writes ? "" : null }, on: { click: run }, ...attributes,
  }, text);
}
