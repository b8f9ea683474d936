import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "keys alone: words are selected, tagged, moved, noted, taken back; and the command line sees what is left"
  )
  func keysInReading() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      let before = try served.quotes(of: "P01")
      try walk.enter("#sources tr[data-name=P01] a")
      try walk.wait(focus: "#transcript")
      try selectByUnits(walk)
      let span = try tagByPath(walk)
      try tagByKey(walk)
      try moveTheEnd(walk)
      try writeAMemo(walk)
      try untagAndBack(walk)
      try addToAConfiguration(walk)
      try page.settle()
      let added = try served.quotes(of: "P01").filter { quote in !before.contains(quote) }
      let made = try #require(added.first { $0.codes.contains("walks/by keys") })
      #expect(made.start == span.lowerBound)
      #expect(made.end > span.upperBound, "its end was moved")
      #expect(made.codes.sorted() == ["contexts", "walks/by keys"])
      try deleteThePassage(walk)
      try page.settle()
      #expect(try served.quotes(of: "P01") == before)
      try served.requireSound()
    }
  }

  private func selectByUnits(_ walk: KeyboardWalk) throws {
    try walk.press(.home, holding: [.control])
    try walk.press(.down, holding: [.control])
    var last = 0
    for unit in ["w", "s", "t"] {
      try walk.press(unit)
      let length = try #require(try walk.page.selection()).count
      #expect(length > last, "\(unit) selects more than what was before")
      last = length
      try walk.wait("the palette is there", "!document.querySelector('#palette').hidden")
      try walk.wait(focus: "#transcript")
      try walk.press(.escape)
      #expect(try walk.page.selection() == nil)
      try walk.wait("the palette is gone", "document.querySelector('#palette').hidden")
      try walk.press(.up, holding: [.control])
      try walk.press(.down, holding: [.control])
    }
  }

  private func tagByPath(_ walk: KeyboardWalk) throws -> Range<Int> {
    // Three words: enough to be moved, too few to be coded already.
    try walk.type("www")
    let span = try #require(try walk.page.selection())
    try walk.press(.enter)
    try walk.wait(focus: "#palette-input")
    try walk.press(.escape)
    try walk.wait(focus: "#transcript")
    #expect(try walk.page.selection() == span, "the selection is still there")
    try walk.press(.enter)
    try walk.type("walks/by keys")
    try walk.wait("a new code is offered", "document.querySelector('#palette-list [data-new]')")
    try walk.press(.enter)
    try walk.wait(focus: "#transcript")
    try walk.wait(
      "the passage is marked",
      "document.querySelector('.stripe-name') && !document.querySelector('[data-state=waiting]')")
    return span
  }

  private func tagByKey(_ walk: KeyboardWalk) throws {
    try walk.press(.home)
    try walk.type("www")
    try walk.press("c")
    try walk.wait(
      "it says what the key did",
      "document.querySelector('#toasts').textContent.includes('Tagged with contexts')")
    #expect(try walk.page.selection() == nil)
    try walk.wait(focus: "#transcript")
  }

  private func moveTheEnd(_ walk: KeyboardWalk) throws {
    try walk.press(.left)
    try walk.press(.enter)
    try walk.wait(focus: "#passage .untag")
    #expect(try walk.count("#passage .codings li") == 2)
    let words = try walk.browser.text("#passage .passage-words") ?? ""
    try walk.press(.escape)
    try walk.wait(focus: "#transcript")
    try walk.press(.right, holding: [.shift, .alt])
    try walk.press(.right, holding: [.shift, .alt])
    try walk.wait(
      "the passage is longer",
      "document.querySelector('#passage .passage-words').textContent.length > arguments[0]",
      words.utf16.count)
    try walk.page.settle()
  }

  private func writeAMemo(_ walk: KeyboardWalk) throws {
    try walk.press(.enter)
    try walk.tab(to: "#passage-memo")
    try walk.type("Said with a laugh 🙂")
    try walk.press(.enter, holding: [.control])
    try walk.wait(focus: "#transcript")
    try walk.page.settle()
    try walk.wait("the memo is kept", "document.querySelector('#passage-memo').dataset.state === 'saved'")
    #expect(
      try walk.browser.script("return document.querySelector('#passage-memo').value;").string
        == "Said with a laugh 🙂")
  }

  private func untagAndBack(_ walk: KeyboardWalk) throws {
    let codings = "document.querySelectorAll('#passage .codings li[data-code]').length"
    // Two codes: Delete asks which one.
    try walk.press(.delete)
    try walk.wait(focus: "#passage .untag")
    try walk.press(.enter)
    try walk.wait("one code is left", "\(codings) === 1")
    try walk.page.settle()
    try walk.press("z", holding: [.control])
    try walk.wait("both are there again", "\(codings) === 2")
    try walk.press("z", holding: [.control, .shift])
    try walk.wait("one code is left", "\(codings) === 1")
    try walk.press("z", holding: [.control])
    try walk.wait("both are there again", "\(codings) === 2")
    try walk.press(.escape)
    try walk.wait(focus: "#transcript")
  }

  private func addToAConfiguration(_ walk: KeyboardWalk) throws {
    try walk.press("M", holding: [.shift])
    try walk.wait(focus: "#configure-configuration")
    try walk.press(.escape)
    try walk.wait(focus: "#transcript")
    try walk.press("M", holding: [.shift])
    try walk.wait(focus: "#configure-configuration")
    try walk.press(.down)
    try walk.tab(to: "#configure-bearing")
    try walk.press(.down)
    try walk.enter("#configure [data-action=Add]")
    try walk.wait("it says what was added", "document.body.innerText.includes('as evidence for M1')")
    try walk.wait(focus: "#transcript")
    try walk.wait("the passage says so", "document.querySelector('.passage-evidence a[data-configuration]')")
  }

  /// It is evidence by now, so it is asked once more; the undone evidence went before it.
  private func deleteThePassage(_ walk: KeyboardWalk) throws {
    try walk.press(.enter)
    try walk.wait(focus: "#passage button")
    try walk.enter("#passage-remove")
    try walk.wait("it is asked", "document.querySelector('dialog[open]')")
    try walk.press(.escape)
    try walk.wait(focus: "#passage-remove")
    try walk.press(.enter)
    try walk.enter("dialog [data-action=Delete]")
    try walk.wait("the passage is closed", "document.querySelector('#passage').hidden")
    try walk.wait(focus: "#transcript")
    try walk.press("n")
    try walk.wait("the next passage is open", "!document.querySelector('#passage').hidden")
    try walk.press(.escape)
    try walk.wait("it is closed", "document.querySelector('#passage').hidden")
    try walk.wait(focus: "#transcript")
  }

  @Test("after a selection by mouse a code's own key tags at once; a space before it begins a word")
  func keyAfterMouse() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let before = try served.quotes(of: "P01").count
      try page.open(source: "P01")
      let tagged =
        "document.querySelector('#toasts').textContent.includes(arguments[0]) && document.activeElement.id === 'transcript'"
      try page.select(from: "I go in people's houses", to: "therapist's been")
      try browser.wait("the palette has the keys", "document.activeElement?.id === 'palette-input'")
      // Who begins a word with the letter of a key gets that code, and nothing from the rest of the word.
      try browser.type("outcomes")
      try browser.wait("the key tags", tagged, "Tagged with outcomes")
      try page.settle()
      #expect(try served.quotes(of: "P01").count == before + 1)
      try page.select(from: "I go in people's houses", to: "therapist's been")
      try browser.wait("the palette has the keys", "document.activeElement?.id === 'palette-input'")
      try browser.type(" inputs/typed")
      try browser.wait(
        "a new code is offered", "document.querySelector('#palette-list [data-new=\"inputs/typed\"]')")
      try browser.press(.enter)
      try browser.wait("it is made", tagged, "Made the code inputs/typed")
      try page.settle()
      let quotes = try served.quotes(of: "P01").filter {
        $0.codes.contains("outcomes") || $0.codes.contains("inputs/typed")
      }
      #expect(
        quotes.contains { $0.codes.sorted() == ["inputs/typed", "outcomes"] }, "\(quotes.map(\.codes))")
    }
  }
}
