// What can be done to the codes in the tree, and the words that say it was done.

import { announceError } from "./announce.js";
import { mergeCode, newCode, removeCode } from "./code-dialogs.js";
import { moveTree } from "./tree-keys.js";

// `tree()` is the tree; `select(id)` shows the codebook as it is after a change and chooses a code.
export function makeCodebookActs(context, state, { tree, select }) {
  const { api } = context;
  const parentOf = (code) => code && state.byID.get(code.parent);
  const byAction = {
    "add": (code) => newCode(context, state, parentOf(code), select, code ? tree().model.siblings(code.id).indexOf(code.id) + 1 : null),
    "add-under": (code) => code && newCode(context, state, code, select),
    "rename": (code) => code && tree().rename(code.id),
    "merge": (code) => code && mergeCode(context, state, code, select),
    "delete": (code) => code && removeCode(context, state, code, select),
  };

  function press(action) {
    if (state.readOnly) return;
    const code = state.byID.get(tree().current);
    if (byAction[action]) byAction[action](code);
    else if (code) moveTree(tree(), action);
  }

  async function rename(id, name) {
    await api.patch(`codes/${id}`, { name });
    context.announce(`Renamed to ${name}`, { quiet: true });
  }

  async function move(id, place) {
    if (state.readOnly) return;
    try {
      await api.patch(`codes/${id}`, place);
      context.announce(movedWords(state, id, place), { quiet: true });
      tree().node.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    } catch (error) {
      announceError(error);
    }
  }

  return {
    press, rename, move,
    refuse: (way) => context.announce(refusals[way], { quiet: true }),
    remove: () => press("delete"),
    add: (id, kind) => press(kind === "child" ? "add-under" : "add"),
  };
}

const refusals = {
  up: "It is the first one here", down: "It is the last one here",
  in: "There is no code before it to go under", out: "It is at the outermost level",
};

function movedWords(state, id, place) {
  const name = state.byID.get(id)?.name ?? "The code";
  const host = state.byID.get(place.parent)?.path ?? "the outermost level";
  return `${name} is now number ${place.position + 1} under ${host}`;
}
