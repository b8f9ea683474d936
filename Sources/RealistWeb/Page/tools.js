// The right end of the header (search, undo, who codes, look, help) and the banner that says when the server is away.

import { api } from "./api.js";
import { connection } from "./connection.js";
import { element, fill } from "./dom.js";
import { icon } from "./icons.js";
import { redo, undo } from "./undo.js";

const looks = ["auto", "light", "dark"];
/** Milliseconds that another program may write before it is told. */
const patience = 600;
const obstacles = {
  locked: "Another program is writing to the study. What you do is kept here and done when it has finished.",
  diskFull: "The disk is full: nothing can be saved. What you do is kept here and saved when there is room again; reading goes on.",
  diskFailed: "The disk cannot be written: it fails, or there is no more room for you on it. What you do is kept here and saved when it can be written again; reading goes on.",
  fileMoved: "The study file is no longer where it was opened: it was moved, deleted or replaced. What you do is kept here and saved when it is back in its place.",
};
/** What the program calls a coder without a name. */
const nobody = "unknown";

export function showTools(context) {
  const { keys, store, navigate, filter } = context;
  const place = document.getElementById("tools");
  const search = element("input", {
    type: "search", id: "search-study", placeholder: "Search all sources", "aria-label": "Search all sources", autocomplete: "off",
    on: { keydown: (event) => { if (event.key === "Enter" && search.value.trim()) navigate("#/search?q=" + encodeURIComponent(search.value.trim())); } },
  });
  const filterPlace = element("span", { id: "filter" });
  const coderPlace = element("span", { id: "coder" });
  fill(place, filterPlace, search,
    iconButton("undo", "Undo (Ctrl+Z)", undo), iconButton("redo", "Redo (Ctrl+Shift+Z)", redo),
    coderPlace, iconButton("look", "Light or dark", changeLook), iconButton("help", "Keys (?)", () => keys.showHelp()));
  addEventListener("hashchange", () => { if (!location.hash.startsWith("#/search")) search.value = ""; });
  keys.bind("Ctrl+Z", "Undo", undo);
  keys.bind("Ctrl+Shift+Z", "Redo", redo);
  keys.bind("Ctrl+Y", "", redo);
  keys.bind("Ctrl+Shift+F", "Search all sources", () => search.select(), { whileTyping: true });
  keys.bind("?", "Show these keys", () => keys.showHelp());
  Object.keys(viewKeys).forEach((digit) => keys.bind("Alt+" + digit, `Go to ${viewKeys[digit][0]}`, () => navigate(viewKeys[digit][1])));
  store.watch("study", (study) => showCoder(coderPlace, study, context));
  filter.onChange(() => showFilter(filterPlace, filter));
  showFilter(filterPlace, filter);
  setLook(localStorage.getItem("realist-look") || "auto");
}

const viewKeys = {
  1: ["sources", "#/sources"], 2: ["codes", "#/codes"], 3: ["configurations", "#/configurations"],
  4: ["the theory of change", "#/theory-of-change"], 5: ["tables", "#/tables"], 6: ["people", "#/people"],
};

function iconButton(id, name, run) {
  return element("button", { id, class: "icon", "aria-label": name, title: name, on: { click: run } }, icon(id));
}

/** Who codes: everybody who has coded, the coder that the server was started with first. */
function showCoder(place, study, { dialog, announce }) {
  if (study.readOnly) return fill(place, element("span", { class: "chip" }, "read only"));
  const now = api.coder || study.coder;
  const names = [...new Set([study.coder, ...study.coders, now].filter(Boolean))];
  const hadFocus = place.contains(document.activeElement);
  const select = element("select", { id: "coder-picker", "aria-label": "Who codes", on: { change } },
    names.map((name) => element("option", { value: name, selected: name === now }, name)),
    element("option", { value: "" }, "Somebody else…"));
  select.value = now;
  if (now === nobody && !place.firstChild) announce("Nobody has said who codes here.", { action: { label: "Say who codes", run: ask } });
  fill(place, select);
  if (hadFocus) select.focus();
  return place;

  function change() {
    return select.value ? choose(select.value) : ask();
  }

  async function ask() {
    const name = await dialog.prompt({ title: "Who codes?", label: "Name of the coder", yes: "Code under this name" });
    choose((name || "").trim() || now);
  }

  function choose(name) {
    api.coder = name === study.coder ? "" : name;
    showCoder(place, study, { dialog, announce });
    announce(`Coding as ${name}`);
  }
}

function showFilter(place, filter) {
  if (!filter.where) return fill(place);
  return fill(place, element("span", { class: "chip" }, `only ${filter.where}`,
    element("button", { class: "close", "aria-label": "Show everybody again", on: { click: () => { filter.set(""); document.getElementById("main").focus({ preventScroll: true }); } } }, "×")));
}

function changeLook() {
  setLook(looks[(looks.indexOf(document.documentElement.dataset.look) + 1) % looks.length]);
}

function setLook(look) {
  document.documentElement.dataset.look = look;
  localStorage.setItem("realist-look", look);
  const button = document.getElementById("look");
  button.title = { auto: "Light or dark as the system says", light: "Always light", dark: "Always dark" }[look];
  button.setAttribute("aria-label", button.title);
}

/** Says that the server is away, or cannot write, and how many changes wait. */
export function showBanner() {
  const banner = document.getElementById("banner");
  let timer = null;
  connection.onChange((state) => {
    clearTimeout(timer);
    const wanted = state === "online" ? connection.obstacle?.kind ?? state : state;
    // Another program that writes is mostly done in a moment: nobody needs to read of that.
    if (wanted === "locked" && banner.hidden) timer = setTimeout(() => show(wanted), patience);
    else show(wanted);
  });

  function show(state) {
    banner.hidden = state === "online";
    banner.dataset.state = state;
    if (state === "online") return;
    const told = words(state, api.unanswered);
    // The same words again would be read out again.
    if (banner.textContent !== told) banner.textContent = told;
    timer = setTimeout(() => show(state), 500);
  }
}

function words(state, waiting) {
  const kept = waiting === 0 ? "" : waiting === 1 ? " One change waits and will be sent." : ` ${waiting} changes wait and will be sent.`;
  if (connection.obstacle && state === connection.obstacle.kind) return obstacles[state] + kept;
  if (state === "refused") {
    return "This page has no key to the study, or an old one. Open the address that realist serve printed; this tab then goes on by itself." + kept;
  }
  return "The server does not answer. What you do is kept here and sent when it is back." + kept;
}
