// Undo and redo through the study's journal, saying what was undone.

import { api } from "./api.js";
import { announce, announceError } from "./announce.js";

export const undo = () => step("undo", "Undone", "There is nothing to undo.");
export const redo = () => step("redo", "Redone", "There is nothing to redo.");

/**
 * The entry is named, so that what somebody else did a moment ago is not undone unawares. It is looked up when this page's own changes
 * before it are made, so that what was done last is undone, however quickly the key is pressed.
 */
async function step(path, done, nothing) {
  const last = async () => {
    const entry = (await api.get("journal", { limit: 1 }))[path];
    if (entry === null || entry === undefined) throw new NothingLeft();
    return { entry };
  };
  try {
    const answer = await api.post(path, last);
    announce(answer.done ? done : `${done}: ${answer.entry.command}`, path === "undo" ? { action: { label: "Redo", run: redo } } : {});
  } catch (error) {
    if (error instanceof NothingLeft) announce(nothing);
    else if (error.kind === "moved") offerAnyway(path, done, error);
    else announceError(error);
  }
}

class NothingLeft extends Error {}

function offerAnyway(path, done, error) {
  const run = async () => {
    try {
      const answer = await api.post(path, {});
      announce(answer.done ? done : `${done}: ${answer.entry.command}`);
    } catch (again) {
      announceError(again);
    }
  };
  announce(error.message, { tone: "error", action: { label: path === "undo" ? "Undo it anyway" : "Redo it anyway", run } });
}
