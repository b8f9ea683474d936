// Colours of codes: contrast by WCAG 2.2 (1.4.11: 3 : 1 for what is drawn) against the page in both themes.

// The surfaces of base.css (--paper) that a code's colour is drawn on.
const surfaces = { light: "#fdfdfb", dark: "#1a1b1d" };
export const leastContrast = 3;

// After Okabe and Ito, made as dark or light as both surfaces need.
export const palette = [
  { colour: "#0072b2", name: "Blue" },
  { colour: "#3a8fd1", name: "Sky blue" },
  { colour: "#009e73", name: "Green" },
  { colour: "#7a8b1a", name: "Olive" },
  { colour: "#b58a00", name: "Ochre" },
  { colour: "#d55e00", name: "Vermilion" },
  { colour: "#c2528f", name: "Pink" },
  { colour: "#8a6fc4", name: "Violet" },
  { colour: "#7d7f85", name: "Grey" },
];

export function parseColour(text) {
  const match = /^#?([0-9a-f]{6})$/i.exec(text ?? "");
  if (!match) return null;
  const value = parseInt(match[1], 16);
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255 };
}

function colourText({ red, green, blue }) {
  return "#" + [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
}

function linear(part) {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(text) {
  const colour = parseColour(text);
  if (!colour) return 0;
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// How a colour does on both surfaces.
export function checkColour(colour) {
  const light = contrast(colour, surfaces.light);
  const dark = contrast(colour, surfaces.dark);
  return { light, dark, isClear: light >= leastContrast && dark >= leastContrast };
}

// In words, for beside the field.
export function contrastWords(colour) {
  const { light, dark, isClear } = checkColour(colour);
  const figures = `${light.toFixed(1)} : 1 on the light page, ${dark.toFixed(1)} : 1 on the dark one`;
  return isClear ? `Clear in both themes (${figures}).` : `Hard to see: ${figures}; ${leastContrast} : 1 is needed.`;
}

// The nearest lighter or darker shade that is clear in both themes; the colour itself when it is.
export function clearShade(colour) {
  const start = parseColour(colour);
  if (!start || checkColour(colour).isClear) return colour;
  for (let step = 1; step <= 100; step += 1) {
    for (const target of [0, 255]) {
      const shade = colourText(mixed(start, target, step / 100));
      if (checkColour(shade).isClear) return shade;
    }
  }
  return colour;
}

function mixed(colour, target, share) {
  const mix = (part) => part + (target - part) * share;
  return { red: mix(colour.red), green: mix(colour.green), blue: mix(colour.blue) };
}
