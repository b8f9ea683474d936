// The keys while something from the shelf is held: to the nearest "Place here", by the arrows from one to the next, and back with Escape.

// `list` holds the cards.
export function makePlacing(list) {
  let origin = null;
  list.addEventListener("keydown", walk);

  const places = () => [...list.querySelectorAll(".place-here")].filter((each) => each.checkVisibility());
  const cardOf = (place) => place.closest(".card");

  // Who picked it up with keys goes on at a place that is in sight, else at the first one.
  function begin({ goesThere }) {
    origin = document.activeElement;
    if (!goesThere) return;
    const all = places();
    const inSight = all.find((each) => each.getBoundingClientRect().top > 80 && each.getBoundingClientRect().bottom < innerHeight);
    (inSight ?? all[0])?.focus();
  }

  // The places are about to go.
  function end() {
    if (document.activeElement?.matches(".place-here, [data-action=put-back]") && origin?.isConnected) origin.focus();
    origin = null;
  }

  function walk(event) {
    const here = event.target.closest(".place-here");
    if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = destination(here, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  // Right and Left go through the places, Down and Up to the first place of the next and the last card.
  function destination(here, key) {
    const all = places();
    const at = all.indexOf(here);
    const others = all.filter((each) => cardOf(each) !== cardOf(here));
    const isBehind = (each) => here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (key === "ArrowRight") return all[at + 1];
    if (key === "ArrowLeft") return all[at - 1];
    if (key === "ArrowDown") return others.find(isBehind);
    if (key !== "ArrowUp") return null;
    const above = others.findLast((each) => !isBehind(each));
    return above && all.find((each) => cardOf(each) === cardOf(above));
  }

  return { begin, end };
}
