import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "keys alone: a configuration is written, filled from the shelf, given evidence and changed; the command line sees it"
  )
  func keysOnTheBoard() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      try page.browser.press("3", holding: .alt)
      try walk.wait(focus: "main")
      try walk.wait("the cards are there", "document.querySelector('.card')")
      try write(walk)
      try addAnElement(walk)
      try placeACode(walk)
      try placeAQuote(walk)
      try weigh(walk)
      try followAQuoteAndComeBack(walk)
      try rewrite(walk)
      try page.settle()
      let made = try #require(try served.get("configurations")["configurations"].list.last)
      #expect(made["title"].string == "An early rota")
      #expect(made["elements"].list.compactMap { $0["letter"].string } == ["C", "M", "O", "C", "M"])
      #expect(made["evidence"].list.compactMap { $0["bearing"].string } == ["refutes"])
      #expect(made["evidence"][0]["standing"].string == "anticipated")
      let shown = try served.realist("cmo", "show", made["key"].string ?? "")
      for words in ["the rota comes early", "Nobody is away", "trust", "laughs out loud"] {
        #expect(shown.output.contains(words), "\(words) is not in \(shown.output)")
      }
      try removeIt(served, walk)
      try served.requireSound()
    }
  }

  private static let card = ".card:last-child"

  private func write(_ walk: KeyboardWalk) throws {
    try walk.enter("[data-action=new-configuration]")
    try walk.wait(focus: "#new-title")
    try walk.press(.escape)
    try walk.wait(focus: "[data-action=new-configuration]")
    try walk.press(.enter)
    try walk.wait(focus: "#new-title")
    try walk.type("An early rota")
    try walk.tab(to: "dialog [data-field=statement]")
    try walk.type("If the rota comes early (C), people believe it (M: trust")
    try walk.wait("codes are offered", "document.querySelector('dialog .tag-codes [aria-selected=true]')")
    try walk.press(.enter)
    try walk.wait(focus: "dialog [data-field=statement]")
    try walk.type(" and everybody laughs ")
    // A tag by its button, then on in the words.
    try walk.enter("dialog [data-tag=O]")
    try walk.wait(focus: "dialog [data-field=statement]")
    try walk.press(.enter, holding: [.control])
    try walk.wait(focus: "\(Self.card)[data-configuration]")
    try walk.page.settle()
  }

  private func addAnElement(_ walk: KeyboardWalk) throws {
    let column = "\(Self.card) .column[data-letter=C]"
    try walk.enter("\(column) [data-action=add-element]")
    try walk.wait(focus: "\(column) [data-field=element-text]")
    try walk.press(.escape)
    try walk.wait(focus: "\(column) [data-action=add-element]")
    try walk.press(.enter)
    try walk.type("Nobody is away")
    try walk.press(.enter)
    try walk.wait(focus: "\(column) [data-action=add-element]")
    try walk.wait("it is there", "document.querySelectorAll(arguments[0]).length === 2", "\(column) .element")
  }

  /// What dragging does with a mouse: pick up, go there, put down.
  private func placeACode(_ walk: KeyboardWalk) throws {
    let column = "\(Self.card) .column[data-letter=M]"
    try walk.press("/")
    try walk.wait(focus: "[data-field=shelf-find]")
    try walk.type("no-backfill")
    try walk.press(.enter)
    try walk.wait(focus: "[data-action=pick-code]")
    try walk.press(.enter)
    try walk.wait(focus: ".place-here")
    try walk.press(.escape)
    try walk.wait(focus: "[data-action=pick-code]")
    #expect(try walk.count("[data-holding]") == 0)
    try walk.press(.enter)
    try walk.wait(focus: ".place-here")
    for _ in 0..<20 where try !walk.isFocused("\(Self.card) .place-here") { try walk.press(.down) }
    try walk.wait(focus: "\(Self.card) .column[data-letter=C] .place-here")
    try walk.press(.right)
    try walk.wait(focus: "\(column) .place-here")
    try walk.press(.enter)
    try walk.wait(focus: "\(column) [data-field=element-text]")
    try walk.press(.enter)
    try walk.wait(focus: "\(column) [data-action=add-element]")
    try walk.wait("it is there", "document.querySelectorAll(arguments[0]).length === 2", "\(column) .element")
    #expect(try walk.count("[data-holding]") == 0)
  }

  private func placeAQuote(_ walk: KeyboardWalk) throws {
    try walk.press("/")
    try walk.wait(focus: "[data-field=shelf-find]")
    try walk.press(.enter)
    try walk.wait(focus: "[data-action=pick-code]")
    try walk.press(.right)
    try walk.wait("its quotes are there", "document.querySelector('.shelf .quote [data-action=pick-quote]')")
    try walk.enter(".shelf .quote [data-action=pick-quote]")
    try walk.wait(focus: ".place-here")
    for _ in 0..<20 where try !walk.isFocused("\(Self.card) .place-here") { try walk.press(.down) }
    try walk.press(.right)
    for _ in 0..<20 where try !walk.isFocused("\(Self.card) [data-label=C1] .place-here") {
      try walk.press(.left)
    }
    try walk.press(.enter)
    try walk.wait(focus: "\(Self.card) [data-label=C1] [data-action=element]")
    #expect(try walk.count("[data-holding]") == 0)
  }

  private func weigh(_ walk: KeyboardWalk) throws {
    try walk.press(.enter)
    try walk.tab(to: "\(Self.card) .evidence-row [data-field=bearing]")
    try walk.press(.down)
    try walk.wait(
      "it refutes", "document.querySelector(arguments[0])", "\(Self.card) .evidence-row[data-bearing=refutes]"
    )
    try walk.wait(focus: "\(Self.card) .evidence-row [data-field=bearing]")
    try walk.tab(to: "\(Self.card) .evidence-row [data-field=standing]")
    try walk.press(.down)
    try walk.page.settle()
    try walk.wait(focus: "\(Self.card) .evidence-row [data-field=standing]")
  }

  private func followAQuoteAndComeBack(_ walk: KeyboardWalk) throws {
    try walk.enter("\(Self.card) .evidence-row [data-action=jump]", back: true)
    try walk.wait(focus: "#transcript")
    try walk.browser.back()
    try walk.wait(focus: "\(Self.card) .evidence-row [data-action=jump]")
  }

  private func rewrite(_ walk: KeyboardWalk) throws {
    try walk.enter("\(Self.card) [data-action=edit-statement]", back: true)
    try walk.wait(focus: "\(Self.card) [data-field=statement]")
    try walk.type("dropped")
    try walk.press(.escape)
    try walk.wait(focus: "\(Self.card) [data-action=edit-statement]")
    try walk.press(.enter)
    try walk.wait(focus: "\(Self.card) [data-field=statement]")
    // Words are put where they belong by walking there.
    try walk.press(.home, holding: [.control])
    for _ in 0..<("If the rota comes early (C), people believe it (M".count)
    where try !isBehind("everybody", walk) {
      try walk.press(.right, holding: [.control])
    }
    for _ in 0..<40 where try !isBehind("laughs", walk) { try walk.press(.right, holding: [.control]) }
    try walk.type(" out loud")
    try walk.press(.enter, holding: [.control])
    try walk.wait(focus: "\(Self.card) [data-action=edit-statement]")
  }

  /// Whether what stands before the cursor ends with a word.
  private func isBehind(_ word: String, _ walk: KeyboardWalk) throws -> Bool {
    try walk.browser.script(
      "const area = document.activeElement; return area.value.slice(0, area.selectionStart).trimEnd().endsWith(arguments[0]);",
      word
    ).isTrue
  }

  private func removeIt(_ served: Served, _ walk: KeyboardWalk) throws {
    let before = try walk.count(".card")
    try walk.enter("\(Self.card) [data-action=delete]", back: true)
    try walk.wait(focus: "dialog [data-action=cancel]")
    try walk.press(.enter)
    try walk.wait(focus: "\(Self.card) [data-action=delete]")
    try walk.press(.enter)
    try walk.enter("dialog [data-action=confirm]")
    try walk.wait(
      "the card is gone", "document.querySelectorAll('.card').length === arguments[0]", before - 1)
    try walk.wait(focus: ".card [data-action=delete]")
    #expect(try served.get("configurations")["configurations"].list.count == before - 1)
  }
}
