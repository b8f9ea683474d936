// Statements of configurations: prose whose clauses end in tags such as (C), (M+: trust/in-colleagues; for: patients).

import { element } from "./dom.js";

const signs = { "+": "+", "-": "−", "−": "−", "–": "−" };

// Cuts a statement at its tags: `[{text, tag: null | {letter, sign, code, level, beneficiary}}]`; the text of all parts is the statement.
export function cutStatement(text, letters) {
  const parts = [];
  let from = 0;
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", at + 1)) {
    const end = closing(text, at);
    const tag = end > at ? readTag(text.slice(at + 1, end), letters) : null;
    if (!tag) continue;
    if (at > from) parts.push({ text: text.slice(from, at), tag: null });
    parts.push({ text: text.slice(at, end + 1), tag });
    from = end + 1;
    at = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), tag: null });
  return parts;
}

function closing(text, open) {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === ")") return at;
    else if (text[at] === "(") return -1;
  }
  return -1;
}

function readTag(content, letters) {
  const [head, ...rest] = content.split(/(?<!\\);/);
  const colon = head.indexOf(":");
  const word = (colon < 0 ? head : head.slice(0, colon)).trim();
  const sign = signs[word.slice(-1)] ?? "";
  const letter = sign ? word.slice(0, -1).trim() : word;
  if (!letters.includes(letter)) return null;
  const more = Object.fromEntries(rest.map((part) => part.split(":").map((piece) => plain(piece))));
  return { letter, sign, code: colon < 0 ? "" : plain(head.slice(colon + 1)), level: more.level ?? "", beneficiary: more.for ?? "" };
}

function plain(text) {
  return text.replace(/\\([;()\\])/g, "$1").replace(/\s+/g, " ").trim();
}

// The statement as nodes, its tags as chips with the labels C1, M1, M2 …
export function statementNodes(text, letters) {
  const counts = {};
  return cutStatement(text, letters).map((part) => {
    if (!part.tag) return document.createTextNode(part.text.replace(/\s+/g, " "));
    counts[part.tag.letter] = (counts[part.tag.letter] ?? 0) + 1;
    return tagChip(part.tag, `${part.tag.letter}${counts[part.tag.letter]}`);
  });
}

function tagChip(tag, label) {
  const about = [tag.code, tag.level && `level: ${tag.level}`, tag.beneficiary && `for: ${tag.beneficiary}`].filter(Boolean).join("; ");
  return element("span", { class: "tag", title: about || null, data: { letter: tag.letter } },
    element("b", {}, label + tag.sign), about ? element("span", { class: "unseen" }, ` (${about})`) : null);
}

// A tag as it is written, with what would be read as notation escaped.
export function tagText({ letter, sign = "", code = "" }) {
  return `(${letter}${sign === "−" ? "-" : sign}${code ? `: ${code.replace(/[;()\\]/g, "\\$&")}` : ""})`;
}
