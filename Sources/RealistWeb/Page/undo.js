// Undo and redo through the study's journal, saying what was undone.

import { api } from "./api.js";
import { announce, announceError } from "./announce.js";

export const undo = () => step("undo", "Undone", "There is nothing to undo.");
export const redo = () => step("redo", "Redone", "There is nothing to redo.");

/** The entry is named, so that what somebody else did a moment ago is not undone unawares. */
async function step(path, done, nothing) {
  try {
    const journal = await api.get("journal", { limit: 1 });
    const entry = journal[path];
    if (entry === null || entry === undefined) return announce(nothing);
    const answer = await api.post(path, { entry });
    announce(answer.done ? done : `${done}: ${answer.entry.command}`, path === "undo" ? { action: { label: "Redo", run: redo } } : {});
  } catch (error) {
    if (error.kind === "moved") offerAnyway(path, done, error);
    else announceError(error);
  }
}

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
