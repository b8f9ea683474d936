import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "a file is imported, words across two turns with emoji are selected by mouse and tagged, and the command line sees them"
  )
  func firstSteps() throws {
    try Self.withWorkbench { served, page in
      let (browser, file) = (page.browser, served.folder.appending(path: "P20.txt"))
      try Self.emojiTranscript.write(to: file, atomically: true, encoding: .utf8)
      try browser.choose(files: [file.path()], in: "#import-file")
      try page.open(source: "P20")
      let (first, last) = ("joking 🙃", "colleagues? 🧑🏽‍⚕️")
      try page.select(from: first, to: last)
      let words = "joking 🙃 when the rota came.\n\nINT: And your colleagues? 🧑🏽‍⚕️"
      let span = try #require(try page.selection())
      #expect(slice(Self.emojiTranscript, span) == words)
      try page.tag(typing: "outcomes/surprise")
      try browser.wait(
        "the passage is marked and saved",
        "document.querySelector('#transcript mark') && !document.querySelector('[data-state=waiting]')")
      try page.settle()
      let quotes = try served.quotes(of: "P20")
      #expect(quotes.map(\.quote) == [words])
      #expect(quotes.map(\.codes) == [["outcomes/surprise"]])
      #expect(quotes.map(\.start) == [span.lowerBound])
      #expect(quotes.map(\.end) == [span.upperBound])
      #expect(quotes.map(\.coders) == [["Iris"]])
      try served.requireSound()
    }
  }

  @Test("a passage is read, selected, tagged, taken back and brought again with keys alone")
  func keysAlone() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let before = try served.quotes(of: "P01")
      try browser.press("1", holding: .alt)
      try browser.script("document.querySelector('#sources tbody tr[data-name=P01] a').focus();")
      try browser.press(.enter)
      try browser.wait("the transcript has the keys", "document.activeElement?.id === 'transcript'")
      try browser.press(.home, holding: .control)
      try browser.press(.down, holding: .control)
      try browser.type("s")
      let span = try #require(try page.selection())
      try browser.press(.enter)
      try page.tag(typing: "contexts/by keys alone")
      try page.settle()
      let added = try served.quotes(of: "P01").filter { $0.codes.contains("contexts/by keys alone") }
      #expect(added.map(\.start) == [span.lowerBound])
      #expect(added.map(\.end) == [span.upperBound])
      try browser.press("z", holding: .control)
      try browser.wait("it says what was undone", "document.body.innerText.includes('Undone: ')")
      #expect(try served.quotes(of: "P01") == before)
      try browser.press("z", holding: .control, .shift)
      try browser.wait("it says what was redone", "document.body.innerText.includes('Redone: ')")
      #expect(try served.quotes(of: "P01").filter { $0.codes.contains("contexts/by keys alone") } == added)
      try served.requireSound()
    }
  }
}

/// A stretch of a text by scalar offsets.
func slice(_ text: String, _ span: Range<Int>) -> String {
  String(String.UnicodeScalarView(Array(text.unicodeScalars)[span]))
}
