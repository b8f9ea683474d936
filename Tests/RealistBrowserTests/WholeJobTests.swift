import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "the whole job: passage, codebook, configuration, theory of change, table; then check and the command line see the same study"
  )
  func wholeJob() throws {
    try Self.withWorkbench { served, page in
      try importAndTag(served, page)
      try moveAnEnd(served, page)
      try makeAndMoveACode(served, page)
      try configure(served, page)
      try seeTheTheoryOfChange(served, page)
      try exportTheTable(served, page)
      try served.requireSound()
    }
  }

  private func importAndTag(_ served: Served, _ page: WorkbenchPage) throws {
    let file = served.folder.appending(path: "P20.txt")
    try Self.emojiTranscript.write(to: file, atomically: true, encoding: .utf8)
    try page.browser.choose(files: [file.path()], in: "#import-file")
    try page.open(source: "P20")
    try page.select(from: "My family", to: "joking 🙃")
    try page.tag(typing: "outcomes/surprise")
    try page.settle()
    #expect(try served.quotes(of: "P20").map(\.quote) == ["My family 👩‍👩‍👧‍👦 thought I was joking 🙃"])
  }

  private func moveAnEnd(_ served: Served, _ page: WorkbenchPage) throws {
    let browser = page.browser
    try browser.click(try page.point(.middle, of: "thought"))
    try browser.wait(
      "the passage is open",
      "!document.querySelector('#passage').hidden && !document.querySelector('.handle[data-handle=end]').hidden"
    )
    try browser.drag(
      try browser.middle(of: ".handle[data-handle=end]"), try page.point(.end, of: "colleagues? 🧑🏽‍⚕️"))
    try browser.wait(
      "the passage has its new end",
      "document.querySelector('#passage .passage-words').textContent.includes('colleagues')")
    try page.settle()
    let words = "My family 👩‍👩‍👧‍👦 thought I was joking 🙃 when the rota came.\n\nINT: And your colleagues? 🧑🏽‍⚕️"
    #expect(try served.quotes(of: "P20").map(\.quote) == [words])
  }

  private func makeAndMoveACode(_ served: Served, _ page: WorkbenchPage) throws {
    let browser = page.browser
    try page.go(to: "#/codes")
    try browser.click(".tree-row[aria-level=\"1\"]")
    try browser.wait("a row has the keys", "document.activeElement?.matches('.tree-row')")
    try browser.press(.end)
    try browser.click("[data-action=add]")
    try browser.wait("the name is asked", "document.activeElement?.id === 'new-code'")
    try browser.type("second looks")
    try browser.press(.enter)
    let isChosen =
      "document.activeElement?.matches('.tree-row') && document.activeElement.textContent.includes('second looks')"
    try browser.wait("the new code is chosen", isChosen)
    let level = try browser.script("return document.activeElement.getAttribute('aria-level');").string
    try browser.press(.right, holding: .alt)
    try browser.wait(
      "it is one level further in",
      "\(isChosen) && document.activeElement.getAttribute('aria-level') > arguments[0]", level ?? "")
    try page.settle()
    let paths = try served.codePaths()
    #expect(paths.contains { $0.hasSuffix("/second looks") }, "\(paths)")
  }

  private func configure(_ served: Served, _ page: WorkbenchPage) throws {
    let browser = page.browser
    try page.go(to: "#/configurations")
    try browser.wait("the configurations are shown", "document.querySelector('.card')")
    try browser.click("[data-action=new-configuration]")
    try browser.wait("the title is asked", "document.activeElement?.id === 'new-title'")
    try browser.type("An early rota 🙂")
    try browser.click("dialog [data-field=statement]")
    try browser.type("If the rota comes early (C), people take it for a joke (M), and laugh (O).")
    try browser.press(.enter, holding: .control)
    try browser.wait(
      "its card is there",
      "[...document.querySelectorAll('.card .card-title')].some((each) => (each.value ?? each.textContent).includes('An early rota'))"
    )
    try page.open(source: "P20")
    try browser.click(try page.point(.middle, of: "thought"))
    try browser.wait("the passage is open", "!document.querySelector('#passage').hidden")
    try browser.press("M", holding: .shift)
    try browser.wait("the configuration is asked", "document.activeElement?.id === 'configure-configuration'")
    // The last one but "A new configuration".
    try browser.press(.end)
    try browser.press(.up)
    try browser.wait(
      "it is chosen", "document.activeElement.selectedOptions[0].textContent.includes('An early rota')")
    try browser.click("#configure [data-action=Add]")
    try browser.wait("it says what was added", "document.body.innerText.includes('as evidence for M1')")
    try page.settle()
    let configurations = try served.get("configurations")["configurations"].list
    let made = try #require(configurations.last)
    #expect(made["title"].string == "An early rota 🙂")
    #expect(made["evidence"].list.count == 1)
    let shown = try served.realist("cmo", "show", made["key"].string ?? "")
    #expect(shown.output.contains("People take it for a joke"), "\(shown.output)\(shown.errors)")
    #expect(shown.output.contains("colleagues? 🧑🏽‍⚕️"))
  }

  private func seeTheTheoryOfChange(_ served: Served, _ page: WorkbenchPage) throws {
    let browser = page.browser
    try page.go(to: "#/theory-of-change")
    try browser.wait("it is drawn", "document.querySelectorAll('.graph-paper [data-node]').length > 0")
    let drawn = try browser.script(
      "return [...document.querySelectorAll('.graph-paper [data-node]')].map((each) => each.dataset.node).sort();"
    )
    let known = try served.get("theory-of-change")["nodes"].list.compactMap { $0["id"].string }.sorted()
    #expect(drawn.list.compactMap(\.string) == known)
    try browser.script("document.querySelector('.graph-paper [data-node][tabindex=\"0\"]').focus();")
    try browser.press(.enter)
    try browser.wait("what stands behind it is shown", "!document.querySelector('.graph-panel').hidden")
  }

  private func exportTheTable(_ served: Served, _ page: WorkbenchPage) throws {
    let (browser, downloads) = (page.browser, served.folder.appending(path: "downloads"))
    try FileManager.default.createDirectory(at: downloads, withIntermediateDirectories: true)
    try browser.developer(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": downloads.path()])
    try page.go(to: "#/tables/cmo")
    try browser.wait("the table is there", "document.querySelectorAll('table.data tbody tr').length > 0")
    try browser.click("[data-download=csv]")
    let file = try #require(try waitForFile(in: downloads, ending: ".csv"))
    let printed = try served.realist("cmo", "table", "--format", "csv")
    #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
    #expect(printed.output.contains("An early rota") || printed.output.contains("take it for a joke"))
  }

  private func waitForFile(in folder: URL, ending: String) throws -> URL? {
    for _ in 0..<200 {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter {
        $0.hasSuffix(ending)
      }
      if let name = names.first { return folder.appending(path: name) }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return nil
  }
}

extension Served {
  func codePaths() throws -> [String] {
    try get("codes")["codes"].list.compactMap { $0["path"].string }
  }
}
