// Adds a quote to a configuration: as evidence for an element that is there, or for a new one. Opened by C, M, O and by the board.

import { announce, announceError } from "./announce.js";
import { element, fill } from "./dom.js";

const anew = "new";

/**
 * `where`: {segment} or {source, start, end}; `words`: the quote; `codes`: its codings, offered as the theme of a new element;
 * `configuration`: the id that is chosen at first. Fulfilled with the configuration as it is then, or null.
 */
export async function configure(context, { letter, where, words, codes = [], codebook, configuration }) {
  const [{ configurations }, study] = await Promise.all([context.store.get("configurations"), context.store.get("study")]);
  const slot = study.template.slots.find((each) => each.letter === letter) ?? { letter, name: letter };
  const last = configuration ?? sessionStorage.getItem("realist-last-configuration");
  const form = new Form({ slot, words, codes, codebook, configurations, study, last });
  const values = await context.dialog.show({
    title: `Add as ${slot.name.toLowerCase()}`, id: "configure", body: form.body, focus: "#configure-configuration",
    actions: [{ label: "Cancel", value: null }, { label: "Add", value: () => form.values(), primary: true }],
  });
  if (!values) return null;
  try {
    return await save(context, slot, where, values);
  } catch (error) {
    announceError(error);
    return null;
  }
}

class Form {
  constructor({ slot, words, codes, codebook, configurations, study, last }) {
    Object.assign(this, { slot, configurations });
    this.configuration = chooser("configure-configuration", [
      ...configurations.map((each) => [each.id, [each.key, each.title].filter(Boolean).join(": ")]), [anew, "A new configuration"],
    ], configurations.some((each) => each.id === last) ? last : configurations[0]?.id ?? anew);
    this.configuration.addEventListener("change", () => this.#showElements());
    this.element = element("select", { id: "configure-element", on: { change: () => this.#showText() } });
    this.text = element("input", { id: "configure-text", value: codes.length && codebook ? codebook.nameOf(codes[0]).replaceAll("-", " ") : "", autocomplete: "off" });
    this.code = chooser("configure-code", [["", "none"], ...codes.map((each) => [each.code, codebook.pathOf(each)])], codes[0]?.code ?? "");
    this.bearing = chooser("configure-bearing", study.bearings.map((each) => [each, each]), "supports");
    this.standing = chooser("configure-standing", study.standings.map((each) => [each, each]), "observed");
    this.note = element("input", { id: "configure-note", autocomplete: "off" });
    this.anew = element("div", {}, field(`The ${slot.name.toLowerCase()} in words`, this.text), codes.length ? field("Theme", this.code) : null);
    this.told = element("p", { class: "wrong", role: "alert", id: "configure-told" });
    this.body = element("div", {}, element("blockquote", { class: "passage-words", dir: "auto" }, words), field("Configuration", this.configuration),
      field(`Which ${slot.name.toLowerCase()}`, this.element), this.anew,
      element("div", { class: "pair" }, field("The quote", this.bearing), field("What it tells of is", this.standing)), field("Note", this.note), this.told);
    this.#showElements();
  }

  /** What was filled in; undefined (the dialog stays) when the words of a new element are missing. */
  values() {
    const isNew = this.element.value === anew;
    if (isNew && !this.text.value.trim()) {
      this.told.textContent = `Say the ${this.slot.name.toLowerCase()} in words.`;
      this.text.focus();
      return undefined;
    }
    return {
      configuration: this.configuration.value, element: this.element.value, text: this.text.value.trim(), code: this.code.value,
      bearing: this.bearing.value, standing: this.standing.value, note: this.note.value.trim(),
    };
  }

  #showElements() {
    const chosen = this.configurations.find((each) => each.id === this.configuration.value);
    const there = (chosen?.elements ?? []).filter((each) => each.letter === this.slot.letter);
    const options = there.map((each) => element("option", { value: each.id }, `${each.label}: ${each.text}`));
    fill(this.element, options, element("option", { value: anew }, `A new ${this.slot.name.toLowerCase()}`));
    this.element.value = there[0]?.id ?? anew;
    this.#showText();
  }

  #showText() {
    this.anew.hidden = this.element.value !== anew;
  }
}

async function save({ api, store }, slot, where, values) {
  const known = new Set(store.peek("configurations").configurations.map((each) => each.id));
  /** The configuration in an answer; when the change had arrived before, as the server has it now. */
  const result = async (answer, is) => answer.configuration ?? (await store.get("configurations")).configurations.findLast(is);
  let [id, part] = [values.configuration, values.element];
  if (id === anew) {
    const made = await result(await api.post("configurations", { statement: `${values.text} (${slot.letter})` }), (each) => !known.has(each.id));
    [id, part] = [made.id, made.elements[0].id];
  } else if (part === anew) {
    const answer = await api.post(`configurations/${id}/elements`, { letter: slot.letter, text: values.text, ...(values.code ? { code: values.code } : {}) });
    const made = await result(answer, (each) => each.id === id);
    part = made.elements.filter((each) => each.letter === slot.letter).at(-1).id;
  }
  const { bearing, standing, note } = values;
  const answer = await api.post(`configurations/${id}/evidence`, { ...where, elements: [part], bearing, standing, ...(note ? { note } : {}) });
  const now = await result(answer, (each) => each.id === id);
  sessionStorage.setItem("realist-last-configuration", id);
  announce(`Added to ${now.key} as evidence for ${now.elements.find((each) => each.id === part)?.label ?? slot.letter}`);
  return now;
}

function chooser(id, options, chosen) {
  const made = element("select", { id }, options.map(([value, words]) => element("option", { value }, words)));
  made.value = chosen;
  return made;
}

function field(name, control) {
  return element("label", { class: "field" }, name, control);
}
