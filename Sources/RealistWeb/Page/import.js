// Files into the study: by a button, or dropped anywhere on the page.

import { announce, announceError } from "./announce.js";
import { api } from "./api.js";
import { dialog, showDialog } from "./dialog.js";
import { counted, element } from "./dom.js";
import { store } from "./store.js";

const accepted = ".txt,.md,.vtt,.srt,.docx,.odt,.rtf,.html,.htm,.pdf,.csv,.json";
const encodings = [
  "utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
  "iso-8859-1", "macroman", "utf-16", "utf-16le", "utf-16be",
];

/** Lets files be dropped on the page; never leaves the page for them. */
export function acceptDrops(navigate) {
  let depth = 0;
  const cover = element("div", { class: "drop", id: "drop", hidden: true }, element("p", {}, "Let go to import into the study"));
  document.body.append(cover);
  const isFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const show = (by) => { depth = Math.max(depth + by, 0); cover.hidden = depth === 0; };
  addEventListener("dragenter", (event) => { if (isFiles(event)) show(1); });
  addEventListener("dragleave", (event) => { if (isFiles(event)) show(-1); });
  addEventListener("dragover", (event) => { if (isFiles(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    show(-depth);
    importFiles([...event.dataTransfer.files]).then((made) => { if (made.length) navigate("#/sources"); });
  });
}

/** A hidden file field and the button that opens it. */
export function importButton() {
  const input = element("input", { type: "file", id: "import-file", multiple: true, accept: accepted, class: "unseen", tabindex: "-1", "aria-label": "Files to import" });
  input.addEventListener("change", async () => {
    await importFiles([...input.files]);
    input.value = "";
  });
  return [input, element("button", { class: "primary", id: "import", on: { click: () => input.click() } }, "Import…")];
}

/** Imports one after the other; fulfilled with the sources that were made. */
export async function importFiles(files) {
  if (store.peek("study")?.readOnly) {
    announce("The study is open for reading only.", { tone: "error" });
    return [];
  }
  const made = [];
  for (const [place, file] of files.entries()) {
    if (files.length > 1) announce(`Importing ${file.name} (${place + 1} of ${files.length})…`);
    const source = await importFile(file);
    if (source) made.push(source);
  }
  return made;
}

async function importFile(file, query = {}) {
  try {
    const answer = await api.upload("sources", file, query);
    if (answer.done) {
      announce(`Imported ${file.name}`);
      return { name: file.name };
    }
    const who = answer.speakers?.length ? `, ${counted(answer.speakers.length, "speaker")}` : "";
    announce(`Imported ${answer.source.name}: ${counted(answer.words, "word")}, ${counted(answer.turns, "turn")}${who}`);
    for (const note of answer.notes ?? []) announce(note);
    return answer.source;
  } catch (error) {
    if (error.kind === "taken" && !query.name) return askName(file, error);
    if (error.offer?.name === "encoding" && error.offer.value !== query.encoding) return askEncoding(file, error, query);
    if (error.offer?.name === "format" && !query.format) return askFormat(file, error, query);
    announceError(error);
    return null;
  }
}

async function askName(file, error) {
  const value = file.name.replace(/\.[^.]*$/, "") + "-2";
  const name = await dialog.prompt({ title: "Import under another name?", label: `${error.message}. The name of this one:`, value, yes: "Import" });
  return name?.trim() ? importFile(file, { name: name.trim() }) : null;
}

/** Text is never repaired by guessing: whoever has the file says which encoding it is. */
async function askEncoding(file, error, query) {
  const choice = element("select", { id: "import-encoding" }, encodings.map((name) => element("option", { value: name }, name)));
  choice.value = error.offer.value;
  const encoding = await showDialog({
    title: "Which encoding is it?", body: element("div", {}, problemWords(error), element("label", { class: "field" }, "Encoding", choice)),
    actions: [{ label: "Cancel", value: null }, { label: "Import", value: () => choice.value, primary: true }], focus: "#import-encoding",
  });
  return encoding ? importFile(file, { ...query, encoding }) : null;
}

/** The same for a file that is not what it seems to be. */
async function askFormat(file, error, query) {
  const format = error.offer.value;
  const isWanted = await dialog.confirm({
    title: format === "plain" ? "Import it as plain text?" : `Import it as ${format.toUpperCase()}?`, text: sentence(error), yes: "Import",
  });
  return isWanted ? importFile(file, { ...query, format }) : null;
}

function problemWords(error) {
  return element("p", {}, sentence(error));
}

function sentence({ message, hint }) {
  return hint ? `${message}: ${hint}.` : `${message}.`;
}
