// What a screen reader says where the keys of the transcript have led.

import { sentenceAt } from "./motions.js";

/** Nobody listens to a whole turn before the next key. */
const longest = 400;

/** What is selected, else the sentence at the caret and how it is coded; who says it, when the sentence before was somebody else's. */
export function spoken(reader) {
  const { selection, transcript, shown, codebook } = reader;
  const { span, focus } = selection;
  const here = span ?? sentenceAt(transcript, focus);
  const speaker = transcript.speakerAt(here.start);
  const isAnother = speaker !== reader.lastSpoken;
  reader.lastSpoken = speaker;
  const over = span ? [] : shown.filter((each) => each.start <= focus && focus < each.end);
  const codes = new Set(over.flatMap((each) => each.codings.map((coding) => codebook.nameOf(coding))));
  const words = transcript.words(here.start, Math.min(here.end, here.start + longest));
  return [span ? "Selected" : isAnother && speaker, words, codes.size > 0 && `coded ${[...codes].join(", ")}`].filter(Boolean).join(": ");
}
