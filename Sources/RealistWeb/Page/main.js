// Starts the page: header, routes, live changes. Each view is loaded when it is first shown.

import { announce, announceError } from "./announce.js";
import { api } from "./api.js";
import { connection } from "./connection.js";
import { dialog } from "./dialog.js";
import { counted, element, fill } from "./dom.js";
import { filter } from "./filter.js";
import { acceptDrops } from "./import.js";
import { keys } from "./keys.js";
import { follow } from "./live.js";
import { focusView, isLostWith, rememberLinks } from "./returning.js";
import { store } from "./store.js";
import { showBanner, showTools } from "./tools.js";

const views = {
  "sources": { title: "Sources", load: () => import("./sources.js"), needs: () => [filter.narrowed("sources"), "participants"] },
  "source": { title: "Source", tab: "sources", load: () => import("./reader.js") },
  "search": { title: "Search", tab: "search", load: () => import("./search.js") },
  "codes": { title: "Codes", load: () => import("./codebook.js") },
  "configurations": { title: "Configurations", load: () => import("./board.js") },
  "theory-of-change": { title: "Theory of change", load: () => import("./graph.js") },
  "tables": { title: "Tables", load: () => import("./tables.js") },
  "people": { title: "People", load: () => import("./people.js") },
};

const main = document.getElementById("main");
let current = { name: null, view: null };
let turn = 0;
let lastTitle = "";

/** What every view is given. `navigate("#/sources/ID@10-20")` goes there; `setTitle` names the page. */
const context = { api, store, announce, announceError, dialog, keys, filter, navigate, setTitle };

export function navigate(hash) {
  if (location.hash === hash) route();
  else location.hash = hash;
}

export function setTitle(title) {
  lastTitle = title;
  const study = store.peek("study");
  document.title = [title, study && study.title, "Realist"].filter(Boolean).join(" · ");
}

/** "#/sources/ID@10-20?q=x" as {name: "source", id, span: [10, 20], rest: [...], query: {...}}. */
function parseRoute(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/").map(decodeURIComponent);
  const route = { name: name || "sources", rest, query: Object.fromEntries(new URLSearchParams(query)) };
  if (route.name !== "sources" || rest.length === 0) return route;
  const found = /^([^@]+)(?:@(\d+)-(\d+))?$/.exec(rest[0]);
  if (!found) return route;
  return { ...route, name: "source", id: found[1], span: found[2] ? [Number(found[2]), Number(found[3])] : null };
}

async function route() {
  const wanted = parseRoute(location.hash);
  const known = views[wanted.name] ? wanted : { ...wanted, name: "sources" };
  markTab(known.name);
  // A view that can go to another place in what it shows need not be made anew.
  if (current.name === known.name && current.view?.go?.(known)) return;
  const mine = turn += 1;
  try {
    const loading = views[known.name].load();
    // Asked for while the view itself is on its way.
    for (const path of views[known.name].needs?.(known) ?? []) store.get(path).catch(() => {});
    const module = await loading;
    if (mine !== turn) return;
    const isLost = current.view !== null && isLostWith(main);
    leave();
    const container = element("div", { class: "view", data: { view: known.name } });
    fill(main, container);
    setTitle(views[known.name].title);
    main.setAttribute("aria-label", views[known.name].title);
    announce(views[known.name].title, { quiet: true });
    scrollTo(0, 0);
    current = { name: known.name, view: module.mount(container, { ...context, route: known }, known) };
    if (isLost) focusView(main);
  } catch (error) {
    if (mine !== turn) return;
    leave();
    fill(main, element("div", { class: "view" }, element("h1", {}, views[known.name].title),
      element("p", { class: "quiet" }, `This view could not be opened: ${error.message}`)));
  }
}

function leave() {
  current.view?.dispose?.();
  current = { name: null, view: null };
}

function markTab(name) {
  const tab = views[name].tab || name;
  for (const link of document.querySelectorAll("#views a")) {
    if (link.dataset.view === tab) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** After a change by anybody: what is watched is read again, then the view looks. */
async function changed({ version, coder, command, wasAway }) {
  await store.changed(version, { wasAway });
  current.view?.update?.();
  if (command && coder && coder !== api.coder && coder !== store.peek("study")?.coder) {
    announce(`${coder}: ${command}`, { quiet: true });
  }
}

/** What was done before the page was loaded again and had not reached the server. */
async function resume(study) {
  api.study = study;
  const { made, refused } = await api.resume();
  if (made) announce(`${counted(made, "change")} from before this page was loaded again ${made === 1 ? "is" : "are"} saved now.`);
  refused.forEach(announceError);
}

function start() {
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  rememberLinks(main);
  addEventListener("hashchange", route);
  filter.onChange(() => current.view?.update?.());
  showBanner();
  showTools(context);
  acceptDrops(navigate);
  store.watch("study", (study) => {
    document.getElementById("study-title").textContent = study.title || study.file;
    setTitle(lastTitle);
    document.documentElement.dataset.readOnly = study.readOnly;
    if (!api.study) resume(study.id);
  });
  addEventListener("beforeunload", (event) => {
    if (api.unanswered > 0 || document.querySelector("[data-dirty]")) event.preventDefault();
  });
  if (!location.hash) history.replaceState(null, "", "#/sources");
  route();
  follow(changed);
  // While the server is away every view can be opened.
  setTimeout(() => { for (const view of Object.values(views)) view.load().catch(() => {}); }, 4_000);
  // Opening a source is the next thing that most people do.
  setTimeout(() => views.source.load().catch(() => {}), 400);
  if (!connection.token) connection.mark("refused");
}

start();
