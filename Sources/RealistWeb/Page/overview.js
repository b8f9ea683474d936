// Beside the transcript: the codes of the source with how often each is used, and whose codings are shown.

import { spot } from "./codes.js";
import { element, fill } from "./dom.js";
import { keepFocus } from "./returning.js";

export class Overview {
  /** `onChoose(code)` goes to the next passage with a code; `onCoders()` after the choice of coders changed. */
  constructor(place, { onChoose, onCoders }) {
    this.onCoders = onCoders;
    this.hidden = new Set(JSON.parse(sessionStorage.getItem("realist-hidden-coders") ?? "[]"));
    this.codes = element("ul", {});
    this.none = element("p", { class: "quiet" }, "None yet. Select words with the mouse, or put the caret on a word and press ",
      element("kbd", {}, "W"), ", ", element("kbd", {}, "S"), " or ", element("kbd", {}, "T"), ".");
    this.coders = element("fieldset", { id: "overview-coders", hidden: true });
    this.codes.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) onChoose(button.dataset.code);
    });
    fill(place, this.coders, element("h2", { id: "overview-title" }, "Codes in this source"), this.codes, this.none);
  }

  /** The passages without the codings of coders that are not shown; passages that had only such codings are left out. */
  shown(segments) {
    if (this.hidden.size === 0) return segments;
    return segments.map((segment) => ({ ...segment, codings: segment.codings.filter((coding) => !this.hidden.has(coding.coder)) }))
      .filter((segment, place) => segment.codings.length > 0 || segments[place].codings.length === 0);
  }

  /** `all`: every passage; `shown`: those of the coders that are shown. */
  show(all, shown, codebook) {
    this.#showCoders(all);
    const counts = new Map();
    for (const code of shown.flatMap((segment) => [...new Set(segment.codings.map((coding) => coding.code))])) {
      if (codebook.byID.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const signature = JSON.stringify([...counts].map(([code, count]) => [code, count, codebook.path(code), codebook.colour(code)]));
    if (signature === this.signature) return;
    this.signature = signature;
    const order = codebook.list.filter((code) => counts.has(code.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id));
    keepFocus(this.codes, "data-code", () => fill(this.codes, order.map((code) => element("li", {}, button(code, counts.get(code.id), codebook)))));
    this.none.hidden = counts.size > 0;
  }

  /** Only when several people have coded the source: so that one can read without being led by the other. */
  #showCoders(segments) {
    const names = [...new Set(segments.flatMap((segment) => segment.codings.map((coding) => coding.coder)))].sort();
    const signature = names.join("\n");
    this.coders.hidden = names.length < 2 && this.hidden.size === 0;
    if (signature === this.coderSignature) return;
    this.coderSignature = signature;
    fill(this.coders, element("legend", {}, "Codings of"), names.map((name) => element("label", {}, element("input", {
      type: "checkbox", checked: !this.hidden.has(name), data: { coder: name }, on: { change: (event) => this.#toggle(name, event.target.checked) },
    }), name || "nobody named")));
  }

  #toggle(name, isShown) {
    if (isShown) this.hidden.delete(name);
    else this.hidden.add(name);
    sessionStorage.setItem("realist-hidden-coders", JSON.stringify([...this.hidden]));
    this.onCoders();
  }
}

function button(code, count, codebook) {
  return element("button", { type: "button", title: code.path, data: { code: code.id } }, spot(codebook.colour(code.id)),
    element("span", { class: "code-name" }, code.name), element("span", { class: "times" }, String(count)));
}
