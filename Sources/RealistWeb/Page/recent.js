// The codes used last, newest first, kept by this browser for each study.

import { store } from "./store.js";

const most = 8;
const key = () => `realist-recent-${store.peek("study")?.file ?? ""}`;

export function recentCodes() {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? "[]");
  } catch {
    return [];
  }
}

export function remember(id) {
  localStorage.setItem(key(), JSON.stringify([id, ...recentCodes().filter((each) => each !== id)].slice(0, most)));
}
