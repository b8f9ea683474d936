// Chooses a code's colour: a palette, the browser's own picker, and in words how clear it is in both themes.

import { checkColour, clearShade, contrastWords, palette, parseColour } from "./colours.js";
import { element } from "./dom.js";
import { setText } from "./keyed.js";
import { showProblem } from "./panel.js";

// `colour` is "#rrggbb" or null for the colour of the code above; `save(colour)` → promise.
export function makeColourField({ colour, name, save }) {
  let stored = colour ?? null;
  const words = element("p", { class: "quiet", role: "status" });
  const problem = element("p", { class: "problem", role: "alert", hidden: true });
  const mend = element("button", { type: "button", class: "quiet", data: { action: "clear-shade" } }, "Use the nearest clear shade");
  const own = element("input", { type: "color", "aria-label": "A colour of your own", data: { field: name } });
  const none = choice(null, "As above", "The colour of the code above");
  const choices = palette.map((each) => choice(each.colour, "", each.name));
  const node = element("fieldset", { class: "field colour-field" }, element("legend", {}, "Colour"),
    element("div", { class: "colour-choices" }, ...choices, own, none), words, mend, problem);

  function choice(value, text, label) {
    const button = element("button", {
      type: "button", class: value ? "colour-choice" : "quiet", "aria-label": label, title: label,
      data: { colour: value ?? "none" }, on: { click: () => keep(value) },
    }, text);
    if (value) button.style.setProperty("--code-colour", value);
    return button;
  }

  async function keep(value) {
    try {
      showProblem(problem, null);
      await save(value);
      update(value);
    } catch (error) {
      showProblem(problem, error);
      update(stored);
    }
  }

  function update(value) {
    stored = value ?? null;
    for (const button of [...choices, none]) {
      const mine = button.dataset.colour === "none" ? null : button.dataset.colour;
      button.setAttribute("aria-pressed", String(mine === stored));
    }
    if (document.activeElement !== own) own.value = parseColour(stored) ? stored : "#808080";
    own.dataset.chosen = String(Boolean(stored) && !palette.some((each) => each.colour === stored));
    setText(words, stored ? contrastWords(stored) : "");
    mend.hidden = !stored || checkColour(stored).isClear;
  }

  own.addEventListener("input", () => setText(words, contrastWords(own.value)));
  own.addEventListener("change", () => keep(own.value));
  mend.addEventListener("click", () => { keep(clearShade(stored)); own.focus(); });
  update(stored);
  return { node, update };
}
