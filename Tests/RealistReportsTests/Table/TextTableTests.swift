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

  @Test("the short way through plain text and the long way give one width")
  func plain() {
    for value in (0x20 as UInt32)...0x2100 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .control else {
        continue
      }
      let character = Character(scalar)
      #expect(DisplayWidth.of(String(character)) == DisplayWidth.of(character), "\(value)")
    }
  }

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
    let wishes = natural.map { ColumnWidths.Wish(natural: $0, word: 1) }
    #expect(ColumnWidths.fitted(wishes, available: available) == expected)
  }

  @Test("no word breaks as long as another column only wraps lines")
  func words() {
    let wishes = [ColumnWidths.Wish(natural: 14, word: 14), ColumnWidths.Wish(natural: 90, word: 6)]
    #expect(ColumnWidths.fitted(wishes, available: 26) == [14, 12])
    #expect(ColumnWidths.fitted(wishes, available: 24) == [14, 10])
    #expect(ColumnWidths.fitted(wishes, available: 20) == [12, 8])
  }

  @Test("lines as short as an attribution stay whole while others wrap; titles of numbers may break")
  func shortLines() {
    let long = ColumnWidths.Wish(natural: 90, word: 6, weight: 4)
    let short = ColumnWidths.Wish(natural: 15, word: 12, weight: 4)
    #expect(ColumnWidths.fitted([short, long], available: 27) == [15, 12])
    let number = ColumnWidths.Wish(natural: 15, word: 12, weight: 1)
    #expect(ColumnWidths.fitted([number, long], available: 27) == [12, 15])
  }

  @Test("a column of more weight gets more room")
  func weights() {
    let wishes = [
      ColumnWidths.Wish(natural: 90, word: 9, weight: 2), ColumnWidths.Wish(natural: 90, word: 6, weight: 6),
    ]
    #expect(ColumnWidths.fitted(wishes, available: 80) == [20, 60])
    #expect(ColumnWidths.fitted(wishes, available: 30) == [9, 21])
    for available in 16...200 {
      let widths = ColumnWidths.fitted(wishes, available: available)
      #expect(widths.reduce(0, +) == min(available, 180))
    }
  }

  @Test("an indented line stays indented, a long path breaks at its separators")
  func indents() {
    #expect(TextWrapping.lines(of: "  being a customer", width: 9) == ["  being a", "  custome", "  r"])
    #expect(
      TextWrapping.lines(of: "mechanisms/being-a-customer", width: 14) == [
        "mechanisms/", "being-a-", "customer",
      ])
  }

  @Test("short values of a list stand on one line for people, and are an array in JSON")
  func inlineList() {
    let head = Table.Head(columns: [Table.Column("a", "A", kind: .inlineList)])
    let table = Table(head, rows: [.cells([Table.Cell(items: ["x", "y"])])])
    #expect(
      table.text(as: .table) == "A\n────\nx, y\n" && table.text(as: .json) == "[\n{\"a\":[\"x\",\"y\"]}\n]\n")
    #expect(table.text(as: .csv) == "A\nx; y\n" && table.text(as: .html).contains("<td>x, y</td>"))
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
