import Foundation
import Testing

extension BrowserSuite {
  @Test("keys alone: a factor and a link are reached, their quotes read, the part narrowed, the drawing kept")
  func keysInTheTheoryOfChange() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      try page.browser.press("4", holding: .alt)
      try walk.wait(focus: "main")
      try walk.wait("it is drawn", "document.querySelector('[data-canvas] [data-node]')")
      try walkTheDrawing(walk)
      try jumpAndComeBack(walk)
      try narrow(walk)
      try readTheList(walk)
      try keep(served, walk)
      try served.requireSound()
    }
  }

  private func walkTheDrawing(_ walk: KeyboardWalk) throws {
    try walk.tab(to: "[data-node]")
    let first = try walk.focused()
    try walk.press(.right)
    try walk.wait(focus: "[data-node]")
    #expect(try walk.focused() != first, "the arrow leads along a link")
    try walk.press(.down)
    try walk.press(.enter)
    try walk.wait(focus: ".graph-panel h2")
    #expect(try walk.count("[data-node].chosen") == 1)
    try walk.press(.escape)
    try walk.wait(focus: "[data-node]")
    #expect(try walk.count(".graph-panel:not([hidden])") == 0)
    try walk.press(.enter)
    // From the factor to one of its links, and from that back again.
    try walk.enter(".graph-panel .ways [data-choose^=e-]")
    try walk.wait(focus: ".graph-panel h2")
    #expect(try walk.count("[data-link].chosen") == 1)
  }

  private func jumpAndComeBack(_ walk: KeyboardWalk) throws {
    let chosen =
      try walk.browser.script("return document.querySelector('.graph-panel').dataset.chosen;").string ?? ""
    try walk.wait("its quotes are there", "document.querySelector('.graph-panel [data-action=jump]')")
    try walk.enter(".graph-panel [data-action=jump]")
    try walk.wait(focus: "#transcript")
    try walk.wait("the passage is open", "!document.querySelector('#passage').hidden")
    try walk.browser.back()
    try walk.wait(focus: ".graph-panel [data-action=jump]")
    #expect(try walk.count("[data-link=\"\(chosen)\"].chosen") == 1, "the link is chosen again")
    try walk.press(.escape)
    try walk.wait(focus: "[data-link=\"\(chosen)\"]")
    try walk.press(.right)
    try walk.wait(focus: "[data-node]")
  }

  private func narrow(_ walk: KeyboardWalk) throws {
    let all = try walk.count("[data-canvas] [data-node]")
    let fewer =
      "((n) => n > 0 && n < arguments[0])(document.querySelectorAll('[data-canvas] [data-node]').length)"
    try walk.press(.enter)
    try walk.enter(".graph-panel [data-action=focus-node]")
    try walk.wait("only what is near is drawn", fewer, all)
    try walk.wait(focus: ".graph-panel [data-action=focus-node]")
    try walk.press(.enter)
    try walk.wait(
      "all is drawn", "document.querySelectorAll('[data-canvas] [data-node]').length === arguments[0]", all)
    try walk.wait(focus: ".graph-panel [data-action=focus-node]")
    try walk.enter(".graph-panel [data-action=close-panel]", back: true)
    try walk.wait(focus: "[data-node]")
    try walk.enter("[data-loop]", back: true)
    try walk.wait("a loop stands out", "document.querySelectorAll('.in-loop').length > 2")
    try walk.wait(focus: "[data-loop][aria-pressed=true]")
    try walk.press(.enter)
    try walk.tab(to: "[data-field=stage]", back: true)
    try walk.press(.down)
    try walk.wait("one stage is drawn", fewer, all)
    try walk.wait(focus: "[data-field=stage]")
    try walk.press(.up)
    try walk.wait(
      "all is drawn", "document.querySelectorAll('[data-canvas] [data-node]').length === arguments[0]", all)
  }

  /// The same in words, for whoever does not see the drawing.
  private func readTheList(_ walk: KeyboardWalk) throws {
    try walk.tab(to: "[data-field=shape]")
    try walk.press(.down)
    try walk.wait("the list is shown", "!document.querySelector('.graph-list').hidden")
    try walk.enter(".graph-list [data-choose^=e-]")
    try walk.wait(focus: ".graph-panel h2")
    try walk.press(.escape)
    try walk.wait(focus: ".graph-list [data-choose^=e-]")
  }

  private func keep(_ served: Served, _ walk: KeyboardWalk) throws {
    let downloads = try Self.downloads(of: served, walk.browser)
    for kind in ["dot", "svg", "png"] {
      try walk.enter("[data-download=\(kind)]", back: kind == "dot")
      let file = try #require(try Self.file(in: downloads, ending: ".\(kind)"))
      #expect(try Data(contentsOf: file).count > 1_000, "\(kind)")
      try walk.wait(focus: "[data-download=\(kind)]")
    }
  }

  @Test("keys alone: a table is chosen, set, sorted, copied and kept, as the command line prints it")
  func keysInTables() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      try page.browser.press("5", holding: .alt)
      try walk.wait(focus: "main")
      try walk.wait("the tables are listed", "document.querySelector('[data-table=quotes]')")
      try walk.enter("[data-table=quotes]")
      try walk.wait(
        "the quotes are shown",
        "location.hash.endsWith('/quotes') && document.querySelectorAll('table.data tbody tr').length > 100")
      try walk.wait(focus: "[data-table=quotes]")
      let first = try page.browser.text("table.data tbody tr") ?? ""
      try walk.enter("table.data [data-column=\"1\"]")
      try walk.wait(
        "it is sorted", "document.querySelector('[data-column=\"1\"]').closest('th').ariaSort === 'ascending'"
      )
      try walk.press(.enter)
      try walk.wait(
        "the other way",
        "document.querySelector('[data-column=\"1\"]').closest('th').ariaSort === 'descending'")
      try walk.wait(
        "the first row is another one",
        "document.querySelector('table.data tbody tr').textContent !== arguments[0]", first)
      try walk.wait(focus: "table.data [data-column=\"1\"]")
      try walk.tab(to: ".table-scroller", back: true)
      try walk.press(.pageDown)
      try walk.wait("the table scrolls", "document.querySelector('.table-scroller').scrollTop > 100")
      try followAPlace(walk)
      try copyAndKeep(served, walk)
    }
  }

  /// All places are one stop; the arrow keys go from one to the next, and Enter to the words. On coming back the place has the keys.
  private func followAPlace(_ walk: KeyboardWalk) throws {
    let places = try walk.count("table.data tbody a")
    #expect(places > 400)
    try walk.tab(to: "table.data tbody tr:first-child a")
    try walk.press(.down)
    try walk.press(.down)
    try walk.wait(focus: "table.data tbody tr:nth-child(3) a")
    try walk.press(.up)
    try walk.wait(focus: "table.data tbody tr:nth-child(2) a")
    try walk.press(.end)
    try walk.wait(focus: "table.data tbody tr:nth-child(\(places)) a")
    try walk.press(.home)
    try walk.press(.down)
    let words = try walk.browser.text("table.data tbody tr:nth-child(2) th") ?? ""
    try walk.press(.enter)
    try walk.wait("the transcript is there", "document.querySelector('#transcript[data-state=whole] .words')")
    try walk.wait("its passage is open", "document.querySelector('#passage:not([hidden])')")
    #expect(try walk.browser.text("#passage")?.contains(words.prefix(20)) == true, "\(words)")
    try walk.browser.script("history.back();")
    try walk.wait("the quotes are back", "document.querySelectorAll('table.data tbody tr').length > 100")
    try walk.wait(focus: "table.data tbody a")
  }

  private func copyAndKeep(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.enter("[data-action=copy-table]", back: true)
    try walk.wait("it says so", "/Copied \\d+ rows/.test(document.querySelector('#toasts').textContent)")
    try walk.wait(focus: "[data-action=copy-table]")
    let downloads = try Self.downloads(of: served, walk.browser)
    try walk.enter("[data-table=cmo]")
    try walk.wait(
      "the configurations are shown",
      "location.hash.endsWith('/cmo') && !document.querySelector('[aria-busy]')")
    try walk.enter("[data-download=csv]")
    let file = try #require(try Self.file(in: downloads, ending: ".csv"))
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == served.realist("cmo", "table", "--format", "csv").output)
    try walk.wait(focus: "[data-download=csv]")
  }

  private static func downloads(of served: Served, _ browser: Browser) throws -> URL {
    let folder = served.folder.appending(path: "kept")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try browser.developer(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder.path()])
    return folder
  }

  private static func file(in folder: URL, ending: String) throws -> URL? {
    for _ in 0..<200 {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      if let name = names.first(where: { $0.hasSuffix(ending) }) { return folder.appending(path: name) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return nil
  }
}
