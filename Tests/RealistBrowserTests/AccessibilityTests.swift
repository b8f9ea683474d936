import Foundation
import TestSupport
import Testing

/// The checker axe-core (WCAG 2.2 A and AA) as a Python package brings it; `nil` where it is not installed.
private let checker: String? = {
  guard let python = PeerProgram.python(with: "axe_playwright_python"),
    let found = try? PeerProgram.run(
      python,
      [
        "-c",
        "import axe_playwright_python, pathlib; print(pathlib.Path(axe_playwright_python.__file__).parent / 'axe.min.js')",
      ])
  else { return nil }
  let path = String(decoding: found.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  return try? String(contentsOfFile: path, encoding: .utf8)
}()

extension BrowserSuite {
  /// Where the checker looks: a view, what is done there, and what shows that it is there.
  private struct Place: Sendable {
    var name: String
    var hash: String
    var isThere: String
    var click: String?
    var opens: String?
  }

  private static let places = [
    Place(name: "sources", hash: "#/sources", isThere: "document.querySelector('#sources tbody tr')"),
    Place(name: "search", hash: "#/search?q=trust", isThere: "document.querySelector('#search-hits li')"),
    Place(
      name: "codes", hash: "#/codes", isThere: "document.querySelector('[role=treeitem]')",
      click: "[role=treeitem]", opens: "document.querySelector('[data-field=definition]')"),
    Place(
      name: "configurations", hash: "#/configurations", isThere: "document.querySelector('.card')",
      click: ".card [data-action=edit-statement]", opens: "document.querySelector('[data-field=statement]')"),
    Place(
      name: "evidence", hash: "#/configurations/2", isThere: "document.querySelector('.evidence-row')",
      click: "[data-action=new-configuration]", opens: "document.querySelector('dialog[open]')"),
    Place(
      name: "theory of change", hash: "#/theory-of-change",
      isThere: "document.querySelector('[data-canvas] [data-node]')",
      click: "[data-node]", opens: "document.querySelector('.graph-panel:not([hidden]) [data-action=jump]')"),
    Place(
      name: "tables", hash: "#/tables/cmo", isThere: "document.querySelector('table.data tbody tr')",
      click: "[data-action=copy-table]", opens: "document.querySelector('.toast')"),
    Place(
      name: "people", hash: "#/people", isThere: "document.querySelector('tr[data-participant]')",
      click: "[data-action=filter]", opens: "document.querySelector('dialog[open]')"),
  ]

  @Test(
    "axe finds nothing to complain of on any view, light and dark",
    .enabled(if: checker != nil, "the Python package axe-playwright-python is not installed"),
    arguments: [false, true])
  func accessibility(isDark: Bool) throws {
    try Self.withWorkbench { _, page in
      try page.browser.prefer(dark: isDark)
      for place in Self.places {
        try page.go(to: place.hash)
        try page.browser.wait("\(place.name) is shown", place.isThere)
        try requireNothing(page.browser, place.name)
        guard let click = place.click, let opens = place.opens else { continue }
        try page.browser.click(click)
        try page.browser.wait("\(place.name): \(click) opens", opens)
        try requireNothing(page.browser, "\(place.name), \(click)")
        try page.browser.press(.escape)
      }
      try checkReading(page)
    }
  }

  private func checkReading(_ page: WorkbenchPage) throws {
    try page.open(source: "P01")
    try page.browser.wait("stripes are drawn", "document.querySelector('.stripe')")
    try requireNothing(page.browser, "reading")
    try page.browser.click(try page.point(.middle, of: "I do a lot of tea."))
    try page.browser.wait("a passage is open", "!document.querySelector('#passage').hidden")
    try requireNothing(page.browser, "an open passage")
    try page.browser.press("s")
    try page.browser.press(.enter)
    try page.browser.wait("the palette is open", "!document.querySelector('#palette').hidden")
    try requireNothing(page.browser, "the palette")
    try page.browser.press(.escape)
    try page.browser.press("?")
    try page.browser.wait("the keys are shown", "document.querySelector('#keys-help')")
    try requireNothing(page.browser, "the keys")
    try page.browser.press(.escape)
  }

  /// Runs the checker on what is shown now; it must have looked at something.
  private func requireNothing(_ browser: Browser, _ place: String) throws {
    let source = try #require(checker)
    try browser.script(
      "if (!window.axe) { const { module, exports, define } = {}; (0, eval)(arguments[0]); }", source)
    let found = try browser.asyncScript(
      """
      const { passes, violations } = await axe.run(document, {
        preload: false, resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      const told = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) =>
        `${id} at ${target.join(" ")}: ${failureSummary.replace(/\\s+/g, " ")}`));
      return JSON.stringify([passes.length, told]);
      """
    ).string
    let data = Data((found ?? "").utf8)
    let parts = try #require(try JSONSerialization.jsonObject(with: data) as? [Any], "\(place)")
    #expect((parts.first as? Int ?? 0) > 10, "\(place): the checker looked at nothing")
    #expect((parts.last as? [String] ?? ["?"]) == [], "\(place), by axe")
  }
}
