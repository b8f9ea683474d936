// Makes elements from values. Text only ever becomes text nodes: nothing from a study can turn into markup.

/** `element("button", {class: "quiet", on: {click}, data: {code: id}}, "Untag")`; null and false children are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(made, key, value);
  append(made, children);
  return made;
}

function setAttribute(target, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key === "on") {
    for (const [event, listener] of Object.entries(value)) target.addEventListener(event, listener);
  } else if (key === "data") {
    for (const [name, each] of Object.entries(value)) if (each !== null && each !== undefined) target.dataset[name] = each;
  } else if (key === "style") {
    for (const [name, each] of Object.entries(value)) target.style.setProperty(name, each);
  } else if (key === "value" || key === "checked" || key === "disabled" || key === "selected") {
    target[key] = value;
  } else {
    target.setAttribute(key, value === true ? "" : value);
  }
}

function append(target, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(target, child);
    else target.append(child);
  }
}

/** Puts these children in the place of all that `target` holds. */
export function fill(target, ...children) {
  target.textContent = "";
  append(target, children);
  return target;
}

/** Runs when what has been done so far is on the screen. */
export function afterPaint(run) {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}

// Made once: making one takes longer than using it for a whole table.
const figures = new Intl.NumberFormat("en-GB");
const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const dayLength = 86_400_000;

/** A number as it is read: 2000 is "2,000". */
export function figure(number) {
  return figures.format(number);
}

/** A count with its noun: `counted(1, "word")` is "1 word", `counted(2000, "word")` "2,000 words". */
export function counted(number, noun, plural = noun + "s") {
  return `${figure(number)} ${number === 1 ? noun : plural}`;
}

/** "today", "yesterday" or a date, from an ISO time. */
export function day(time) {
  if (!time) return "";
  const date = new Date(time);
  const apart = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / dayLength);
  if (apart === 0) return "today";
  if (apart === 1) return "yesterday";
  return dates.format(date);
}

/** Whether keys typed now belong to a field that takes text. */
export function isTyping(target = document.activeElement) {
  if (!target || !target.matches) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !["checkbox", "radio", "button", "range", "color", "file"].includes(target.type);
}
