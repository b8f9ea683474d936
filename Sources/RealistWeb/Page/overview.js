// The codes of the open source with how often each is used; pressing one goes from passage to passage.

import { element, fill } from "./dom.js";

export class Overview {
  constructor(place, onChoose) {
    this.list = element("ul", {});
    this.title = element("h2", { id: "overview-title" }, "Codes in this source");
    this.none = element("p", { class: "quiet" }, "None yet. Select words with the mouse, or put the caret on a word and press ", element("kbd", {}, "W"), ", ", element("kbd", {}, "S"), " or ", element("kbd", {}, "T"), ".");
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) onChoose(button.dataset.code);
    });
    fill(place, this.title, this.list, this.none);
  }

  show(segments, codebook) {
    const counts = new Map();
    for (const code of segments.flatMap((segment) => [...new Set(segment.codings.map((coding) => coding.code))])) {
      if (codebook.byID.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const signature = JSON.stringify([...counts].map(([code, count]) => [code, count, codebook.path(code), codebook.colour(code)]));
    if (signature === this.signature) return;
    this.signature = signature;
    const held = this.list.contains(document.activeElement) ? document.activeElement.dataset.code : null;
    const order = codebook.list.filter((code) => counts.has(code.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id));
    fill(this.list, order.map((code) => element("li", {}, this.#button(code, counts.get(code.id), codebook))));
    this.none.hidden = counts.size > 0;
    if (held) this.list.querySelector(`[data-code="${CSS.escape(held)}"]`)?.focus();
  }

  #button(code, count, codebook) {
    const swatch = element("span", { class: "hue", "aria-hidden": "true" });
    swatch.style.setProperty("--code", codebook.colour(code.id));
    return element("button", { type: "button", title: code.path, data: { code: code.id } }, swatch, element("span", { class: "code-name" }, code.name), element("span", { class: "times" }, String(count)));
  }
}
