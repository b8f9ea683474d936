import Foundation
import Testing

extension BrowserSuite {
  /// The views by the digit that leads there with Alt, and what shows that they are there.
  static let viewKeys = [
    ("1", "sources", "#sources tbody tr"), ("2", "codes", ".quote [data-action=jump]"),
    ("3", "configurations", ".card"), ("4", "theory-of-change", "[data-canvas] [data-node]"),
    ("5", "tables", "table.data tbody tr"), ("6", "people", "tr[data-participant]"),
  ]

  @Test("keys alone: every view is reached by its own key, and Tab leads once around all that is in it")
  func tabOrder() throws {
    try Self.withWorkbench { _, page in
      let walk = KeyboardWalk(page)
      for (digit, name, isThere) in Self.viewKeys {
        try walk.tab(to: "#look")
        try walk.press(digit, holding: [.alt])
        try walk.wait("\(name) is shown", "document.querySelector(arguments[0])", isThere)
        // What is still being read may move the stops.
        try page.browser.wait("\(name) is quiet", "!document.querySelector('[aria-busy]')")
        #expect(try walk.goAround() > 15, "\(name)")
        #expect(try walk.goAround(back: true) > 15, "\(name), backwards")
      }
      try walk.press("1", holding: [.alt])
      try walk.enter("#sources tr[data-name=P01] a")
      try walk.wait(focus: "#transcript")
      #expect(try walk.goAround() > 15, "reading")
      #expect(try walk.goAround(back: true) > 15, "reading, backwards")
    }
  }

  @Test("keys alone: from the link to the content, through a taken name, to words found and back again")
  func keysInSources() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      try page.browser.press(.tab)
      try walk.wait(focus: "#skip")
      try walk.press(.enter)
      try walk.wait(focus: "main")
      try importUnderAnotherName(served, walk)
      try sortSources(walk)
      try findInPlace(walk)
      try searchAndComeBack(walk)
      #expect(try served.get("sources")["sources"].list.compactMap { $0["name"].string }.contains("P21"))
      try served.requireSound()
    }
  }

  /// The name of the file is taken, so another one is asked for.
  private func importUnderAnotherName(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.tab(to: "#import")
    let file = served.folder.appending(path: "P01.txt")
    try Self.emojiTranscript.write(to: file, atomically: true, encoding: .utf8)
    try walk.browser.choose(files: [file.path()], in: "#import-file")
    try walk.wait(focus: "#dialog-field")
    try walk.press(.escape)
    try walk.wait(focus: "#import")
    try walk.browser.choose(files: [file.path()], in: "#import-file")
    try walk.wait(focus: "#dialog-field")
    try walk.press("a", holding: [.control])
    try walk.type("P21")
    try walk.press(.enter)
    try walk.wait("the new source is listed", "document.querySelector('#sources tr[data-name=P21]')")
    try walk.wait(focus: "#import")
    let refused = try Self.complaints(of: walk.browser)
    #expect(refused.count == 2 && refused.allSatisfy { $0.contains("409 (Conflict)") }, "\(refused)")
  }

  private func sortSources(_ walk: KeyboardWalk) throws {
    try walk.enter("[data-column=words] button")
    try walk.wait(
      "the longest come first", "document.querySelector('[data-column=words]').ariaSort === 'descending'")
    try walk.wait(focus: "[data-column=words] button")
    try walk.tab(to: "#sources-filter", back: true)
    try walk.type("P01")
    try walk.wait("one is left", "document.querySelectorAll('#sources tbody tr').length === 1")
    try walk.enter("#sources tr[data-name=P01] a")
    try walk.wait(focus: "#transcript")
  }

  private func findInPlace(_ walk: KeyboardWalk) throws {
    try walk.press("/")
    try walk.wait(focus: "#find-input")
    try walk.type("tea")
    try walk.wait("places are found", "/^1 of [1-9]/.test(document.querySelector('#find-count').textContent)")
    try walk.press(.enter)
    try walk.wait(
      "the second one is shown", "document.querySelector('#find-count').textContent.startsWith('2 of')")
    try walk.press(.escape)
    try walk.wait(focus: "#transcript")
    #expect((try walk.page.selection())?.count == 3, "what was found is selected")
    try walk.press(.escape)
  }

  private func searchAndComeBack(_ walk: KeyboardWalk) throws {
    try walk.press("f", holding: [.control, .shift])
    try walk.wait(focus: "#search-study")
    try walk.type("trust")
    try walk.press(.enter)
    try walk.wait("places are found", "document.querySelector('#search-hits li')")
    try walk.tab(to: "#search-hits li:nth-child(2) a")
    let place = try walk.browser.script("return document.activeElement.getAttribute('href');").string ?? ""
    try walk.press(.enter)
    try walk.wait(focus: "#transcript")
    try walk.wait("the word is selected", "document.querySelector('.reader').dataset.selection")
    try walk.browser.back()
    try walk.wait(focus: "#search-hits a[href=\"\(place)\"]")
  }

  @Test("keys alone: who codes, which people count, and what the keys are")
  func keysInDialogs() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      try page.browser.press("6", holding: .alt)
      try walk.wait(focus: "main")
      try walk.wait("people are shown", "document.querySelector('tr[data-participant]')")
      try editAPerson(served, walk)
      try filterPeople(walk)
      try changeTheCoder(served, walk)
      try walk.press("1", holding: [.alt])
      try walk.enter("#help", back: true)
      try walk.wait("the keys are listed", "document.querySelectorAll('#keys-help dt').length > 8")
      try walk.press(.escape)
      try walk.wait(focus: "#help")
      #expect(try walk.count("dialog") == 0)
      try served.requireSound()
    }
  }

  private func editAPerson(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press("/")
    try walk.wait(focus: "[data-field=find-person]")
    try walk.type("P03")
    try walk.wait("one is left", "document.querySelectorAll('tr[data-participant]').length === 1")
    try walk.tab(to: "[data-key=P03] [data-field=region]")
    try walk.press("a", holding: [.control])
    try walk.type("Over the bridge")
    try walk.press(.enter)
    try walk.page.settle()
    try walk.wait(focus: "[data-key=P03] [data-field=region]")
    #expect(try served.region(of: "P03") == "Over the bridge")
    try walk.enter("[data-action=add-participant]", back: true)
    try walk.wait(focus: "#new-participant")
    try walk.type("P77")
    try walk.press(.enter)
    try walk.page.settle()
    try walk.wait(focus: "[data-action=add-participant]")
    #expect(try served.region(of: "P77") == nil)
    #expect(try served.get("participants")["participants"].list.contains { $0["key"].string == "P77" })
  }

  private func filterPeople(_ walk: KeyboardWalk) throws {
    try walk.tab(to: "[data-field=find-person]", back: true)
    try walk.press("a", holding: [.control])
    try walk.press(.delete)
    let all = try walk.count("tr[data-participant]")
    try walk.enter("[data-action=filter]")
    try walk.wait(focus: "dialog select")
    try walk.tab(to: "[data-field=condition]")
    try walk.type("profession = physiotherapy")
    try walk.press(.enter)
    try walk.wait(focus: "[data-action=filter]")
    try walk.wait(
      "fewer are left",
      "(n => n > 0 && n < arguments[0])(document.querySelectorAll('tr[data-participant]').length)", all)
    try walk.enter("#filter button", back: true)
    try walk.wait(focus: "main")
    try walk.wait(
      "all are there again", "document.querySelectorAll('tr[data-participant]').length === arguments[0]", all)
    try walk.enter("[data-action=filter]")
    try walk.wait(focus: "dialog select")
    try walk.press(.escape)
    try walk.wait(focus: "[data-action=filter]")
  }

  private func changeTheCoder(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.tab(to: "#coder-picker", back: true)
    // The last choice is "Somebody else…".
    try walk.press(.end)
    try walk.wait(focus: "#dialog-field")
    try walk.type("Bea")
    try walk.press(.enter)
    try walk.wait(focus: "#coder-picker")
    try walk.wait("Bea codes", "document.querySelector('#coder-picker').value === 'Bea'")
  }
}

extension Served {
  fileprivate func region(of participant: String) throws -> String? {
    try get("participants")["participants"].list.first { $0["key"].string == participant }?["attributes"][
      "region"
    ]
    .string
  }
}
