// Where the focus is when what had it goes: after going from view to view, on coming back, and when a list is made anew.

/** How long a link is waited for that comes only when its view has read what it shows. */
const patience = 4_000;

/** The link that was followed last from a place, by the place's hash. */
const followed = new Map();

/** Remembers which link of the content leads away from where. */
export function rememberLinks(main) {
  main.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link) followed.set(location.hash, link.getAttribute("href"));
  }, { capture: true });
}

/** Whether the focus would be nowhere when the content of `main` is gone. */
export function isLostWith(main) {
  return document.activeElement === document.body || main.contains(document.activeElement);
}

/** Gives the focus to a view that has none, and to the link that once led away from it as soon as that is there. */
export function focusView(main) {
  if (document.activeElement !== document.body) return;
  main.focus({ preventScroll: true });
  const href = followed.get(location.hash);
  followed.delete(location.hash);
  if (href) awaitLink(main, href);
}

function awaitLink(main, href) {
  const look = () => {
    const link = main.querySelector(`a[href="${CSS.escape(href)}"]`);
    if (!link?.checkVisibility()) return;
    stop();
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  };
  const watch = new MutationObserver(look);
  // Whoever does something meanwhile goes on from there.
  const events = ["keydown", "pointerdown", "hashchange"];
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, stop, true);
  };
  const timer = setTimeout(stop, patience);
  for (const event of events) addEventListener(event, stop, true);
  watch.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ["href", "hidden"] });
  look();
}

/** Makes the inside of `container` anew: what has the focus there is known by `attribute`; when it is gone for good, the focus goes to what stands in its place. */
export function keepFocus(container, attribute, change) {
  const all = () => [...container.querySelectorAll(`[${attribute}]`)];
  const held = container.contains(document.activeElement) ? document.activeElement : null;
  const [name, place] = [held?.getAttribute(attribute), all().indexOf(held)];
  change();
  if (!held || held === document.activeElement) return;
  const now = all();
  const found = now.find((each) => each.getAttribute(attribute) === name) ?? now[Math.min(Math.max(place, 0), now.length - 1)];
  (found ?? document.getElementById("main")).focus({ preventScroll: true });
}
