// Beside the transcript: the codes of the source with how often each is used, and whose codings are shown.

import { spot } from "./codes.js";
import { afterPaint, element, fill } from "./dom.js";
import { keyedList, setText } from "./keyed.js";

export class Overview {
  /** `onChoose(code)` goes to the next passage with a code; `onCoders()` after the choice of coders changed. */
  constructor(place, { onChoose, onCoders }) {
    this.onCoders = onCoders;
    this.hidden = new Set(JSON.parse(sessionStorage.getItem("realist-hidden-coders") ?? "[]"));
    this.codes = element("ul", {});
    this.rows = keyedList(this.codes, { key: ({ code }) => code.id, make: makeRow });
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

  /** `all`: every passage; `shown`: those of the coders that are shown. Drawn when the text has been: nobody waits for the list beside it. */
  show(all, shown, codebook) {
    const isScheduled = this.wanted !== undefined;
    this.wanted = { all, shown, codebook };
    if (!isScheduled) afterPaint(() => this.#draw());
  }

  #draw() {
    const { all, shown, codebook } = this.wanted;
    this.wanted = undefined;
    this.#showCoders(all);
    const counts = new Map();
    for (const code of shown.flatMap((segment) => [...new Set(segment.codings.map((coding) => coding.code))])) {
      if (codebook.byID.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const order = codebook.list.filter((code) => counts.has(code.id)).sort((a, b) => counts.get(b.id) - counts.get(a.id));
    this.rows.update(order.map((code) => ({ code, count: counts.get(code.id), colour: codebook.colour(code.id) })));
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

function makeRow(item) {
  const hue = spot(item.colour);
  const name = element("span", { class: "code-name" });
  const times = element("span", { class: "times" });
  const button = element("button", { type: "button", data: { code: item.code.id } }, hue, name, times);
  function update({ code, count, colour }) {
    button.title = code.path;
    setText(name, code.name);
    setText(times, String(count));
    hue.style.setProperty("--code", colour);
  }
  update(item);
  return { node: element("li", {}, button), update };
}
