// Which codes the palette offers for what was typed, the likeliest first. Pure; lower-case names are made once per codebook.

/** Prepared for many searches: `list` is the codebook's. */
export function prepare(list) {
  return list.map((code, place) => ({ code, place, name: code.name.toLowerCase(), path: code.path.toLowerCase() }));
}

/** Up to `limit` codes for `typed`; `recent` (ids, newest first) come first among equals and when nothing was typed. */
export function ranked(prepared, typed, recent, limit = 60) {
  const parts = typed.toLowerCase().split(/[\s/]+/).filter(Boolean);
  const recency = new Map(recent.map((id, place) => [id, recent.length - place]));
  const inside = parts.length ? new RegExp(`[\\s_-]${escaped(parts.at(-1))}`) : null;
  const scored = [];
  for (const entry of prepared) {
    const score = parts.length ? scoreOf(entry, parts, inside) : 1;
    if (score > 0) scored.push({ ...entry, score: score + (recency.get(entry.code.id) ?? 0) * (parts.length ? 0.1 : 10) });
  }
  return scored.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, limit).map((entry) => entry.code);
}

/** Every part must be found in the path, in this order; the last one counts most in the name. `inside` finds it at the beginning of a word. */
function scoreOf({ name, path }, parts, inside) {
  let from = 0;
  for (const part of parts) {
    const found = path.indexOf(part, from);
    if (found < 0) return parts.length === 1 && abbreviates(part, name) ? 1 : 0;
    from = found + part.length;
  }
  const last = parts.at(-1);
  if (name === last) return 100;
  if (name.startsWith(last)) return 60 - name.length * 0.1;
  if (inside.test(name)) return 40 - name.length * 0.1;
  return name.includes(last) ? 25 : 10;
}

/** Whether the letters stand at the beginnings of words: "pic" for "pride-in-craft". */
function abbreviates(letters, name) {
  return letters.length > 1 && name.split(/[\s_-]+/).map((word) => word[0]).join("").startsWith(letters);
}

function escaped(words) {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
