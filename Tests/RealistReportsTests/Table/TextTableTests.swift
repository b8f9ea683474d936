import TestSupport
import Testing

@testable import RealistReports

/// The terminal's table: widths, wrapping, streaming.
struct TextTableTests {
  @Test(
    "the width of a text is what a terminal shows",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("Ａ", 2), ("🙂", 2), ("👩‍👩‍👧", 2), ("❤️", 2),
      ("🇩🇰", 2), ("a\u{200B}b", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("±", 1), ("─", 1), ("“x”", 3),
      ("⌚", 2), ("\u{303F}", 1), ("𠀀", 2), ("c\u{AD}d", 3),
    ])
  func width(text: String, expected: Int) { #expect(DisplayWidth.of(text) == expected) }

  @Test(
    "text breaks at spaces, inside a word only when it must",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one", 1, ["o", "n", "e"]),
      ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]), ("日本語です", 4, ["日本", "語で", "す"]), ("", 5, [""]),
      ("a\n\nb", 5, ["a", "", "b"]), ("x  y", 9, ["x  y"]), ("日", 1, ["日"]),
    ])
  func wrapping(text: String, width: Int, expected: [String]) {
    #expect(TextWrapping.lines(of: text, width: width) == expected)
  }

  @Test("no line is wider than asked for and no letter is lost", arguments: 1...40)
  func wrappingProperty(width: Int) {
    let text =
      "In a context, as they put it, of “half-asked” questions 日本語 🙂 people-who-were-never-thanked say so."
    for indent in [0, 2] {
      let lines = TextWrapping.lines(of: text, width: width, indent: indent)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(2, width) })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test(
    "columns that need little get what they need, the others share the rest",
    arguments: [
      ([3, 5], nil as Int?, [3, 5]), ([3, 5], 20, [3, 5]), ([3, 50], 23, [3, 20]),
      ([3, 50, 40], 43, [3, 20, 20]),
      ([50, 40], 31, [16, 15]), ([50, 40], 2, [8, 8]), ([], 10, []),
    ])
  func widths(natural: [Int], available: Int?, expected: [Int]) {
    #expect(ColumnWidths.fitted(natural: natural, available: available) == expected)
  }

  @Test("a table fits its width wherever eight columns a cell are enough", arguments: [50, 60, 80, 120])
  func fits(width: Int) {
    let lines = TableExamples.kitchen.text(as: .table, width: width).split(separator: "\n")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test("rows after the sample are wrapped into the widths of the sample")
  func streaming() {
    let head = Table.Head(columns: [Table.Column("a", "A"), Table.Column("b", "B")])
    var writer = TextTableWriter(width: 20, sample: 1)
    var output = [UInt8]()
    writer.begin(head, into: &output)
    #expect(output.isEmpty)
    writer.row([Table.Cell("one"), Table.Cell("two")], into: &output)
    #expect(!output.isEmpty)
    writer.row([Table.Cell("threefour"), Table.Cell("x")], into: &output)
    writer.finish(into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "A    B\n───  ───\none  two\nthr  x\neef\nour\n")
  }

  @Test("streamed row by row and written at once are the same bytes", arguments: TableFormat.allCases)
  func streamed(format: TableFormat) {
    let table = TableExamples.kitchen
    var writer = format.writer(width: 70)
    var (output, pieces) = ([UInt8](), [UInt8]())
    writer.begin(table.head, into: &pieces)
    for row in table.rows {
      output += pieces
      pieces = []
      switch row {
      case .group(let heading): writer.group(heading, into: &pieces)
      case .cells(let cells): writer.row(cells, into: &pieces)
      }
    }
    writer.finish(into: &pieces)
    #expect(output + pieces == table.bytes(as: format, width: 70))
  }

  @Test("notes are marked a to z, then aa")
  func marks() {
    #expect([0, 25, 26, 51, 52].map(Table.Head.mark(ofNote:)) == ["a", "z", "aa", "az", "ba"])
  }
}
