// The palette at a selection: type to filter codes, Enter applies, Shift+Enter applies and stays, a new path is offered to be made.

import { spot } from "./codes.js";
import { element, fill } from "./dom.js";
import { prepare, ranked } from "./ranking.js";
import { recentCodes } from "./recent.js";

/** How many options are made at once: more than the list has room for. The others follow when somebody goes further down. */
const firstOptions = 14;

export class Palette {
  /**
   * `onChoose({id}|{path}, stays)`, `onConfigure(letter)`, `onLeave()` (Escape: back to the text), `onKey(event)` for keys that belong to the text while
   * nothing is typed, `onCodeKey(letter)` → whether it is the key of a code, `words()` for copying, `onGone(code)` when the chosen code was deleted.
   */
  constructor(frame, handlers) {
    Object.assign(this, handlers);
    this.frame = frame;
    this.input = element("input", {
      id: "palette-input", type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list",
      "aria-label": "Code for the selection", placeholder: "Code, or a new path", autocomplete: "off", spellcheck: "false", data: { lends: "" },
      on: { input: () => this.#typedOnly(), keydown: (event) => this.#key(event), copy: (event) => this.#copy(event), pointerdown: () => this.#showCodeKeys(false) },
    });
    this.list = element("ul", { id: "palette-list", role: "listbox", "aria-label": "Codes" });
    this.codeKeys = element("p", { class: "palette-keys", id: "palette-keys", hidden: true });
    this.footer = element("div", { class: "palette-foot" });
    this.box = element("div", {
      id: "palette", class: "palette", role: "group", "aria-label": "Tag the selection", hidden: true, on: { pointerdown: keepFocus },
    }, this.input, this.codeKeys, this.list, this.footer);
    this.list.addEventListener("click", (event) => this.#click(event));
    frame.append(this.box);
    this.applied = new Set();
    /** The options that were made, by code: typing only puts them in another order. */
    this.options = new Map();
    this.list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.setCodebook({ list: [] });
  }

  get isOpen() { return !this.box.hidden; }

  setCodebook(codebook, slots = []) {
    this.codebook = codebook;
    this.prepared = prepare(codebook.list);
    this.slots = slots;
    this.options.clear();
    if (this.isOpen) this.#filterAgain();
  }

  /** After a change by anybody: the code that was chosen stays chosen. Where it was deleted none is, so that Enter does not take another. */
  #filterAgain() {
    const held = this.codes[this.active];
    const wasNew = this.offersNew && this.active === this.codes.length;
    const scrolled = this.list.scrollTop;
    this.filter();
    if (scrolled > 0) this.#showRest();
    if (wasNew && this.offersNew) this.#activate(this.codes.length);
    else if (held) this.#activate(this.codes.findIndex((code) => code.id === held.id));
    if (held && this.codebook.byID && !this.codebook.byID.has(held.id)) this.onGone(held);
    this.list.scrollTop = scrolled;
  }

  /**
   * Opens under (or over) the place on the screen where the selection ends. `applied`: ids of codes that the span has already;
   * `codeKeysWork`: until something is typed, the key of a code applies it.
   */
  open(ends, { applied = new Set(), takesFocus = false, codeKeysWork } = {}) {
    const wasOpen = this.isOpen;
    if (applied.size > 0 || this.applied.size > 0) this.options.clear();
    this.applied = applied;
    if (!wasOpen || codeKeysWork !== undefined) this.#showCodeKeys(codeKeysWork ?? false);
    this.box.hidden = false;
    if (!wasOpen) {
      this.input.value = "";
      this.#showFooter();
    }
    this.filter();
    this.#place(ends);
    if (takesFocus) this.input.focus({ preventScroll: true });
  }

  close() {
    this.box.hidden = true;
  }

  /** From now on letters are letters. */
  #typedOnly() {
    this.#showCodeKeys(false);
    this.filter();
  }

  #showCodeKeys(work) {
    const keys = this.codebook.list.filter((code) => code.hotkey).map((code) => element("kbd", {}, code.hotkey));
    this.codeKeysWork = work && keys.length > 0;
    this.codeKeys.hidden = !this.codeKeysWork;
    this.input.toggleAttribute("data-keys", this.codeKeysWork);
    if (this.codeKeysWork) this.input.setAttribute("aria-describedby", "palette-keys");
    else this.input.removeAttribute("aria-describedby");
    if (this.codeKeysWork) fill(this.codeKeys, keys, " tag at once; ", element("kbd", {}, "Space"), " to type");
  }

  /** Keys while nothing has been typed after a selection by mouse; true when it was one of them. */
  #codeKey(event) {
    if (!this.codeKeysWork || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.key !== " ") return event.key.length === 1 && this.onCodeKey(event.key);
    this.#typedOnly();
    return true;
  }

  /** Shows the codes for what is typed now. */
  filter() {
    const typed = this.input.value.trim();
    this.codes = ranked(this.prepared, typed, recentCodes());
    this.typed = typed;
    this.offersNew = typed !== "" && !this.codebook.byPath?.has(newPath(typed)) && !this.codes.some((code) => code.name === typed);
    this.list.replaceChildren(...this.#made(0, firstOptions));
    // Asking for a place that nobody scrolled to would only make the browser measure.
    if (this.isScrolled) this.list.scrollTop = 0;
    this.isScrolled = false;
    this.#activate(0);
  }

  /** The options of these places; what can be created comes after all codes. */
  #made(from, to) {
    const options = this.codes.slice(from, to).map((code) => this.#option(code));
    if (this.offersNew && to >= this.codes.length) options.push(this.#newOption());
    return options;
  }

  #showRest() {
    const shown = this.list.children.length;
    if (shown < this.#count()) this.list.append(...this.#made(shown, Infinity));
  }

  #scrolled() {
    this.isScrolled = this.list.scrollTop > 0;
    if (this.isScrolled) this.#showRest();
  }

  #option(code) {
    const known = this.options.get(code.id);
    if (known) return known;
    const made = this.#newlyMade(code);
    this.options.set(code.id, made);
    return made;
  }

  #newlyMade(code) {
    const above = code.path.slice(0, Math.max(code.path.length - code.name.length - 1, 0));
    return element("li", { id: `palette-${code.id}`, role: "option", "aria-selected": "false", data: { code: code.id, applied: this.applied.has(code.id) ? "" : null }, title: code.definition || null },
      spot(this.codebook.colour(code.id)), element("span", { class: "code-name" }, code.name), element("span", { class: "code-above" }, above),
      this.applied.has(code.id) ? element("span", { class: "tick" }, "✓") : null,
      code.hotkey ? element("kbd", {}, code.hotkey) : null);
  }

  #newOption() {
    return element("li", { id: "palette-new", role: "option", "aria-selected": "false", data: { new: newPath(this.typed) } },
      element("span", { class: "hue new", "aria-hidden": "true" }, "+"), "Create ", element("strong", {}, newPath(this.typed)));
  }

  #showFooter() {
    const buttons = this.slots.map(({ letter, name }) => element("button", {
      type: "button", tabindex: "-1", data: { letter }, title: `Add as ${name.toLowerCase()} (Shift+${letter})`, on: { click: () => this.onConfigure(letter) },
    }, letter));
    fill(this.footer, element("span", { class: "hint" }, element("kbd", {}, "Enter"), " tag ", element("kbd", {}, "⇧Enter"), " and stay"),
      buttons.length ? element("span", { class: "slots" }, "Add as ", buttons) : null);
  }

  #count() {
    return this.codes.length + (this.offersNew ? 1 : 0);
  }

  /** Makes the option at this place the one that Enter takes. */
  #activate(place) {
    this.active = place;
    const option = this.list.children[place];
    if (option !== this.activeOption) {
      this.activeOption?.setAttribute("aria-selected", "false");
      this.activeOption = option;
    }
    option?.setAttribute("aria-selected", "true");
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** Scrolls the list only: scrollIntoView would move the page too. */
  #reveal(option) {
    const [top, bottom] = [option.offsetTop - this.list.offsetTop, option.offsetTop - this.list.offsetTop + option.offsetHeight];
    if (top < this.list.scrollTop) this.list.scrollTop = top;
    else if (bottom > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = bottom - this.list.clientHeight;
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.#codeKey(event)) return event.preventDefault();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (this.input.value === "" && (event.altKey || event.shiftKey) && event.key !== "Enter" && event.key !== "Shift" && this.onKey(event)) {
      event.preventDefault();
    } else if (step && !event.shiftKey) {
      event.preventDefault();
      this.#showRest();
      this.#activate(Math.min(Math.max(this.active + step, 0), this.#count() - 1));
      if (this.activeOption) this.#reveal(this.activeOption);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(this.active, event.shiftKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.onLeave();
    } else if (event.key === "Tab") {
      this.onLeave();
      event.preventDefault();
    }
    return undefined;
  }

  #click(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.choose([...this.list.children].indexOf(option), event.shiftKey);
  }

  /** Applies the code at this place of the list. */
  choose(place, stays) {
    const code = this.codes[place];
    const made = place === this.codes.length && this.offersNew ? newPath(this.typed) : null;
    if (!code && !made) return;
    if (stays) {
      this.input.value = "";
      if (code) {
        this.applied.add(code.id);
        this.options.delete(code.id);
      }
    }
    this.onChoose(code ? { id: code.id } : { path: made }, stays);
    if (stays) this.filter();
  }

  /** While nothing is typed, copying means the selected words, not the empty field. */
  #copy(event) {
    if (this.input.value !== "") return;
    event.clipboardData.setData("text/plain", this.words());
    event.preventDefault();
  }

  /** Below the selection, or above it where there is more room; always in view, the list as long as the room allows. */
  #place([first, last]) {
    const frame = this.frame.getBoundingClientRect();
    const below = innerHeight - last.bottom - 16;
    const above = first.top - 120;
    const isAbove = below < 260 && above > below && first.top < innerHeight;
    const room = Math.max(Math.min(isAbove ? above : below, 360), 200);
    this.list.style.setProperty("max-height", `${room - 110}px`);
    const left = Math.min(Math.max(last.left - frame.left, 8), Math.max(frame.width - this.box.offsetWidth - 8, 8));
    this.box.style.setProperty("left", `${left}px`);
    const top = Math.max(Math.min(last.bottom + 8, innerHeight - 220), 120);
    this.box.style.setProperty("top", isAbove ? "auto" : `${top - frame.top}px`);
    this.box.style.setProperty("bottom", isAbove ? `${frame.bottom - Math.max(first.top, 320) + 8}px` : "auto");
  }
}

/** "a / b" as "a/b". */
function newPath(typed) {
  return typed.split("/").map((part) => part.trim()).filter(Boolean).join("/");
}

/** A press on the palette must not take the selection away. */
function keepFocus(event) {
  if (!event.target.closest("input")) event.preventDefault();
}
