// Signs for bearing and standing, so that neither depends on colour, and how a passage is named in a request.

export const bearingSigns = { supports: "✓", refutes: "✕", refines: "≈" };
export const standingSigns = { observed: "●", anticipated: "○", implied: "◐" };

export function placeOfEvidence(quote) {
  return quote.segment ? { segment: quote.segment } : { source: quote.source, start: quote.start, end: quote.end };
}
