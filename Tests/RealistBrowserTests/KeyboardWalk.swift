import Foundation

/// Somebody who has a keyboard and nothing else. After every key the focus must be on something that can be seen to have it.
struct KeyboardWalk {
  let page: WorkbenchPage
  var browser: Browser { page.browser }

  init(_ page: WorkbenchPage) { self.page = page }

  // Keys

  func press(_ key: Key, holding held: [Key] = []) throws { try press(key.rawValue, holding: held) }

  /// Presses a key, then looks where the focus is.
  func press(_ key: String, holding held: [Key] = []) throws {
    try browser.press(key, holding: held)
    try requireFocus(after: "\(held) \(Key(rawValue: key).map { "\($0)" } ?? key)")
  }

  /// Types a text, then looks where the focus is.
  func type(_ text: String) throws {
    try browser.type(text)
    try requireFocus(after: "typing “\(text)”")
  }

  /// Presses Tab (with Shift when it goes back) until the focus is on something that fits; at most once around the page.
  func tab(to selector: String, back: Bool = false) throws {
    var rounds = 0
    for _ in 0..<600 {
      if try isFocused(selector) { return try requireFocus(after: "Tab to \(selector)") }
      try browser.press(.tab, holding: back ? [.shift] : [])
      if try isFocused("body, dialog[open]") { rounds += 1 }
      if rounds > 1 { break }
      if try !isFocused("body") { try requireFocus(after: "Tab on the way to \(selector)") }
    }
    throw Browser.Failure(description: "no Tab leads to \(selector)")
  }

  /// Goes to something with Tab and presses Enter on it.
  func enter(_ selector: String, back: Bool = false) throws {
    try tab(to: selector, back: back)
    try press(.enter)
  }

  // Looking

  func isFocused(_ selector: String) throws -> Bool {
    try browser.script("return document.activeElement?.matches(arguments[0]) ?? false;", selector).isTrue
  }

  /// Waits until the focus is on something that fits, and until it can be seen there.
  func wait(focus selector: String) throws {
    try browser.wait(
      "the focus is on \(selector)", "document.activeElement?.matches(arguments[0])", selector)
    try requireFocus(after: "the focus came to \(selector)")
  }

  /// Waits until an expression is true in the page.
  func wait(_ what: String, _ expression: String, _ arguments: Any...) throws {
    switch arguments.count {
    case 0: try browser.wait(what, expression)
    default: try browser.wait(what, expression, arguments[0])
    }
  }

  func count(_ selector: String) throws -> Int {
    try browser.script("return document.querySelectorAll(arguments[0]).length;", selector).int ?? 0
  }

  /// What the focus is on, in words.
  func focused() throws -> String {
    try browser.script(
      "const here = document.activeElement; return here.getAttribute('aria-label') ?? here.textContent;"
    ).string ?? ""
  }

  // The focus

  /// Requires that the focus is somewhere, is drawn, and is not hidden under something else (WCAG 2.2: 2.4.7, 2.4.11).
  func requireFocus(after step: String) throws {
    let deadline = Date(timeIntervalSinceNow: 3)
    while true {
      guard let problem = try browser.script(Self.lookAtFocus + "return look();").string else { return }
      guard Date() < deadline else {
        let place = try browser.script("return location.hash;").string ?? ""
        throw Browser.Failure(description: "after \(step), at \(place): \(problem)")
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// Goes once around the page with Tab. Every stop must be seen, none come twice, and nothing that can be reached be left out.
  /// Answers how many stops there are.
  @discardableResult
  func goAround(back: Bool = false) throws -> Int {
    let held: [Key] = back ? [.shift] : []
    try browser.press(.tab, holding: held)
    try requireFocus(after: "Tab")
    // What comes while the walk is under way, as more of a long list does, may come behind it.
    try browser.script(
      Self.stops + "window.walked = new Set([document.activeElement]); window.there = new Set(stops());")
    for stops in 1..<1_000 {
      try browser.press(.tab, holding: held)
      let state = try browser.script(Self.lookAtFocus + Self.nextStop).string ?? ""
      if state == "on" { continue }
      // The caret of a transcript is drawn with the next frame.
      if state == "unseen" {
        try requireFocus(after: "Tab to stop \(stops)")
        continue
      }
      guard state == "around" else { throw Browser.Failure(description: "at stop \(stops): \(state)") }
      let left = try browser.script(Self.stops + Self.leftOut).list.compactMap(\.string)
      guard left.isEmpty else { throw Browser.Failure(description: "Tab leaves out: \(left)") }
      return stops
    }
    throw Browser.Failure(description: "Tab does not come around")
  }

  /// "on" ("unseen" when nothing shows it yet), "around" at the stop where it began, or what is wrong. The browser's own stop between end and beginning is the body.
  private static let nextStop = """
    const here = document.activeElement;
    const isBody = here === document.body;
    if (!isBody && here === [...walked][0]) return "around";
    if (isBody ? window.leftPage : walked.has(here)) return isBody ? "the focus is lost again" : `Tab comes back to ${told(here)}`;
    window.leftPage = isBody || undefined;
    walked.add(here);
    return isBody || !look() ? "on" : "unseen";
    """

  private static let stops = """
    const stops = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));

    """

  private static let leftOut = """
    return stops().filter((each) => there.has(each) && !walked.has(each)).map((each) => each.outerHTML.slice(0, 120));
    """

  /// `look()`: null when the focus is where it can be seen, else what is wrong.
  private static let lookAtFocus = """
    const told = (node) => node ? [node.tagName.toLowerCase(), node.id && "#" + node.id, JSON.stringify({ ...node.dataset })].join(" ") : "nothing";
    function isDrawn(node) {
      const style = getComputedStyle(node);
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
      // A bar at its side, a caret of its own, a shape with a strong line.
      if (node.id === "main") return style.boxShadow.includes("inset");
      if (node.id === "transcript") return document.querySelector(".caret:not([hidden])") !== null;
      return node.ownerSVGElement != null && [...node.querySelectorAll("*")].some((each) => parseFloat(getComputedStyle(each).strokeWidth) >= 3);
    }
    function isInSight(node) {
      const box = node.getBoundingClientRect();
      const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
      const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
      if (right <= left || bottom <= top) return false;
      for (const x of [0.03, 0.25, 0.5, 0.75, 0.97]) for (const y of [0.05, 0.5, 0.95]) {
        const found = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        if (found && (node.contains(found) || (node.ownerSVGElement && node.ownerSVGElement.contains(found)))) return true;
      }
      return false;
    }
    function look() {
      const here = document.activeElement;
      if (!here || here === document.body || here === document.documentElement) return "the focus is lost";
      if (!isDrawn(here)) return `nothing shows that the focus is on ${told(here)}`;
      return isInSight(here) ? null : `something lies over ${told(here)}, which has the focus`;
    }

    """
}
