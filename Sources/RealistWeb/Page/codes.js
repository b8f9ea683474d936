// The codebook as the page needs it: codes by id and path, and the colour that each is shown in.

import { element } from "./dom.js";
import { store } from "./store.js";

/** Colours that stay apart for people who confuse red and green (after Okabe and Ito), for top-level codes without one. */
const ownColours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#56b4e9", "#7b61c4", "#8c6d46"];

/** Made of the answer of `GET codes`. */
export class Codebook {
  constructor(list = []) {
    this.list = list;
    this.byID = new Map(list.map((code) => [code.id, code]));
    this.byPath = new Map(list.map((code) => [code.path, code]));
    this.roots = list.filter((code) => !code.parent);
    this.colours = new Map();
  }

  name(id) { return this.byID.get(id)?.name ?? "…"; }
  path(id) { return this.byID.get(id)?.path ?? "…"; }

  /** The name of a coding's code, also of one that is being made. */
  nameOf(coding) { return this.byID.get(coding.code)?.name ?? coding.path?.split("/").at(-1) ?? "…"; }
  pathOf(coding) { return this.byID.get(coding.code)?.path ?? coding.path ?? "…"; }

  /** The code's own colour, else that of the nearest code above it, else one by the place of its top-level code. */
  colour(id) {
    if (!this.colours.has(id)) this.colours.set(id, this.#findColour(id));
    return this.colours.get(id);
  }

  #findColour(id) {
    let code = this.byID.get(id);
    while (code) {
      if (/^#[0-9a-f]{6}$/i.test(code.colour || "")) return code.colour;
      if (!code.parent) return ownColours[this.roots.indexOf(code) % ownColours.length];
      code = this.byID.get(code.parent);
    }
    return "#7d828a";
  }

  /** The code that this key applies. */
  withHotkey(key) {
    return this.list.find((code) => code.hotkey && code.hotkey.toLowerCase() === key.toLowerCase());
  }
}

/** A spot of a code's colour, beside its name. */
export function spot(colour) {
  return element("span", { class: "hue", "aria-hidden": "true", style: { "--code": colour } });
}

/** The codebook now and after each change. Returns a function that stops it. */
export function watchCodebook(listener) {
  return store.watch("codes", ({ codes }) => listener(new Codebook(codes)));
}
