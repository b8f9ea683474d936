import Foundation
import Testing

extension BrowserSuite {
  /// What is shown in a narrow window: a place, what shows that it is there, and what is done there with keys or clicks.
  private struct Sight: Sendable {
    var name: String
    var hash: String
    var isThere: String
    var click: String?
    var opens: String?
  }

  private static let sights = [
    Sight(name: "sources", hash: "#/sources", isThere: "#sources tbody tr"),
    Sight(name: "search", hash: "#/search?q=trust", isThere: "#search-hits li"),
    Sight(
      name: "codes", hash: "#/codes", isThere: ".quote [data-action=jump]", click: "[data-action=merge]",
      opens: "dialog[open]"),
    Sight(
      name: "configurations", hash: "#/configurations", isThere: ".card",
      click: ".card [data-action=edit-statement]",
      opens: "[data-field=statement]"),
    Sight(
      name: "evidence", hash: "#/configurations/2", isThere: ".evidence-row",
      click: "[data-action=new-configuration]", opens: "dialog[open]"),
    Sight(
      name: "theory of change", hash: "#/theory-of-change", isThere: "[data-canvas] [data-node]",
      click: "[data-node]",
      opens: ".graph-panel:not([hidden])"),
    Sight(name: "tables", hash: "#/tables/cmo", isThere: "table.data tbody tr"),
    Sight(
      name: "people", hash: "#/people", isThere: "tr[data-participant]", click: "[data-action=filter]",
      opens: "dialog[open]"),
  ]

  @Test(
    "in a narrow window and at 200 % everything is there without scrolling to the side, tables and drawings aside",
    arguments: [[320, 640], [640, 400]])
  func reflow(size: [Int]) throws {
    try Self.withWorkbench { _, page in
      let browser = page.browser
      try browser.resize(width: size[0], height: size[1])
      for sight in Self.sights {
        try page.go(to: sight.hash)
        try browser.wait("\(sight.name) is shown", "document.querySelector(arguments[0])", sight.isThere)
        try requireNothingBeside(page, sight.name)
        guard let click = sight.click, let opens = sight.opens else { continue }
        try browser.click(click)
        try browser.wait("\(sight.name): \(click) opens", "document.querySelector(arguments[0])", opens)
        try requireNothingBeside(page, "\(sight.name), \(click)")
        try browser.press(.escape)
      }
      try readInANarrowWindow(page)
    }
  }

  private func readInANarrowWindow(_ page: WorkbenchPage) throws {
    let (browser, walk) = (page.browser, KeyboardWalk(page))
    try page.open(source: "P01")
    try requireNothingBeside(page, "reading")
    try browser.press(.home, holding: .control)
    try walk.press(.down, holding: [.control])
    try walk.press("s")
    try walk.press(.enter)
    try walk.wait(focus: "#palette-input")
    try requireNothingBeside(page, "the palette")
    try walk.press(.escape)
    try walk.press(.escape)
    // The passage lies over the lower part of the window; what has the focus must not be under it.
    try walk.press("n")
    try browser.wait("a passage is open", "!document.querySelector('#passage').hidden")
    try requireNothingBeside(page, "an open passage")
    #expect(try walk.goAround() > 15)
    try walk.tab(to: "#transcript")
    try walk.press("C", holding: [.shift])
    try walk.wait(focus: "#configure-configuration")
    try requireNothingBeside(page, "adding to a configuration")
    try walk.press(.escape)
    try walk.press("?")
    try walk.wait("the keys are shown", "document.querySelector('#keys-help')")
    try requireNothingBeside(page, "the keys")
    try walk.press(.escape)
  }

  /// Requires that the page is as wide as the window and that nothing reaches over its edges, but what scrolls by itself because it has two
  /// dimensions (WCAG 2.2: 1.4.10).
  private func requireNothingBeside(_ page: WorkbenchPage, _ place: String) throws {
    let beside = try page.browser.script(
      """
      const free = ".table-scroller, .graph-paper, .unseen, .skip";
      const width = document.documentElement.clientWidth;
      const told = (node) => [node.tagName.toLowerCase(), node.id && "#" + node.id, node.getAttribute("class")].join(" ");
      const shown = [...document.body.querySelectorAll("*")].filter((each) => !each.closest(free) && !each.closest("svg") && each.checkVisibility());
      const over = shown.filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1);
      });
      const scrolling = shown.filter((each) => !each.matches("input") && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
        && ["auto", "scroll"].includes(getComputedStyle(each).overflowX));
      const wide = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
      return [shown.length, [...wide, ...over.slice(0, 5).map(told), ...scrolling.map(told)]];
      """)
    #expect((beside[0].int ?? 0) > 30, "\(place): nothing is shown")
    #expect(beside[1].list.compactMap(\.string) == [], "\(place)")
  }
}
