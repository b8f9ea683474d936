import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  /// Lines with whatever makes the units of browser, store and file differ.
  static let hardLines = [
    "plain words, and a few more of them",
    "e\u{301}te\u{301} nai\u{308}ve cafe\u{301} a\u{300}\u{301}\u{302}b", "👩‍👩‍👧‍👦🧑🏽‍⚕️ 🙂🙃😭 🇬🇧🇫🇷🇩🇪 👍🏿",
    "مرحبا بالعالم كيف الحال", "שלום עולם mixed with English", "हिन्दी में कुछ शब्द नमस्ते",
    "한국어 \u{1112}\u{1161}\u{11ab} 조합",
    "a\u{200d}b\u{200b}c\u{feff}d \u{202e}turned\u{202c} back", "𝒜𝓁𝓁 𝑜𝓊𝓉𝓈𝒾𝒹𝑒 𝕥𝕙𝕖 𝕡𝕝𝕒𝕟𝕖",
    "tab\there  two  spaces\u{a0}no-break",
    "ไทยไม่มีช่องว่าง ภาษา", "z̴̡͓̈́a̷͙͐l̸̰̈́g̶̝̈́o̵͈͝", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} flag",
    "ends with a heart ❤\u{fe0f}",
  ]

  @Test(
    "random selections over hard texts are the same quote in browser, server and file",
    arguments: [11, 12] as [UInt64])
  func selections(seed: UInt64) throws {
    try Self.withWorkbench { served, page in
      let text =
        Self.hardLines.enumerated().map { "\($0.offset.isMultiple(of: 2) ? "INT" : "H01"): \($0.element)" }
        .joined(separator: "\n\n") + "\n"
      // A file from Windows: what the page counts is what was kept of it.
      let file = served.folder.appending(path: "H01.txt")
      try text.replacing("\n", with: "\r\n").write(to: file, atomically: true, encoding: .utf8)
      try page.browser.choose(files: [file.path()], in: "#import-file")
      try page.open(source: "H01")
      var random = SplitMix64(seed: seed)
      var expected: [Int: String] = [:]
      for round in 0..<60 {
        guard let wanted = try select(page, text, &random) else { continue }
        let span = try #require(try page.selection())
        #expect(span == wanted, "round \(round): \(slice(text, span)) is not \(slice(text, wanted))")
        try page.browser.press(.enter)
        try page.tag(typing: "round-\(seed)-\(round)")
        expected[round] = slice(text, span)
      }
      try #require(expected.count > 30)
      try page.settle()
      let quotes = try served.quotes(of: "H01")
      for (round, words) in expected {
        let found = quotes.filter { $0.codes.contains("round-\(seed)-\(round)") }
        #expect(
          found.map { Array($0.quote.unicodeScalars) } == [Array(words.unicodeScalars)], "round \(round)")
        #expect(found.allSatisfy { slice(text, $0.start..<$0.end) == words }, "round \(round)")
      }
      try served.requireSound()
    }
  }

  /// Selects from one place in the text to another through the browser's own selection; the span that should be marked then.
  private func select(
    _ page: WorkbenchPage, _ text: String, _ random: inout SplitMix64
  ) throws -> Range<Int>? {
    let lines = Self.hardLines
    let first = Int.random(in: 0..<lines.count, using: &random)
    let last = min(
      lines.count - 1, first + (Bool.random(using: &random) ? 0 : Int.random(in: 0...2, using: &random)))
    let from = Int.random(in: 0...lines[first].unicodeScalars.count, using: &random)
    let to = Int.random(in: 0...lines[last].unicodeScalars.count, using: &random)
    // What ends before the first word of a turn ends with the turn before: nobody means the name alone.
    guard first < last ? to > 0 : from < to else { return nil }
    try page.browser.script(
      """
      const words = [...document.querySelectorAll("#transcript .words")];
      const place = (line, offset) => {
        const walker = document.createTreeWalker(words[line], NodeFilter.SHOW_TEXT);
        let node = walker.nextNode();
        while (node && offset > node.data.length) { offset -= node.data.length; node = walker.nextNode(); }
        return [node, offset];
      };
      document.getElementById("transcript").focus({ preventScroll: true });
      delete document.querySelector(".reader").dataset.selection;
      const [from, to] = [place(arguments[0], arguments[1]), place(arguments[2], arguments[3])];
      document.getSelection().setBaseAndExtent(from[0], from[1], to[0], to[1]);
      """, first, utf16(lines[first], from), last, utf16(lines[last], to))
    let wanted = start(of: first) + from..<start(of: last) + to
    let widened = widen(trim(wanted, in: text), in: text)
    guard !widened.isEmpty else { return nil }
    try page.browser.wait("the selection is noticed", "document.querySelector('.reader').dataset.selection")
    return widened
  }

  /// Where the words of a line begin in the text, behind the name and a blank line each.
  private func start(of line: Int) -> Int {
    Self.hardLines[..<line].reduce(5) { $0 + $1.unicodeScalars.count + 7 }
  }

  private func utf16(_ line: String, _ scalars: Int) -> Int {
    line.unicodeScalars.prefix(scalars).reduce(0) { $0 + ($1.value > 0xffff ? 2 : 1) }
  }

  private func trim(_ span: Range<Int>, in text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    var (start, end) = (span.lowerBound, span.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  private func widen(_ span: Range<Int>, in text: String) -> Range<Int> {
    let borders = borders(of: text)
    let start = borders.last { $0 <= span.lowerBound } ?? 0
    let end = borders.first { $0 >= span.upperBound } ?? span.upperBound
    return span.isEmpty ? span : start..<end
  }

  /// Where characters begin and the text ends.
  private func borders(of text: String) -> [Int] {
    text.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.unicodeScalars.count) }
  }
}
