import RealistFormats
import TestSupport
import Testing

@Suite struct CSVTests {
  @Test(
    "rows are read as RFC 4180 says",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
      ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
      ("a,\"b;c;d\"\n", [["a", "b;c;d"]]),
      ("a\n\"x\ny\"\n", [["a"], ["x\ny"]]),
      ("a\r\n\"x\r\ny\"\r\n", [["a"], ["x\ny"]]),
      ("a\n\"say \"\"no\"\"\"\n", [["a"], ["say \"no\""]]),
      ("a\nsay \"no\"\n", [["a"], ["say \"no\""]]),
      ("a,b\n\n,\n\n", [["a", "b"], ["", ""]]),
      ("a\n\"\"\n", [["a"], [""]]),
      ("é,日本\n🙂,\n", [["é", "日本"], ["🙂", ""]]),
      ("", []),
      ("\n\n", []),
      ("\n\r\na;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
      ("\u{FEFF}\na\tb\n", [["a", "b"]]),
    ])
  func reads(text: String, expected: [[String]]) throws {
    #expect(try CSVReader.rows(Array(text.utf8)).map(\.fields) == expected)
  }

  @Test("a row knows its line, whatever breaks stand in quotes before it")
  func lines() throws {
    let rows = try CSVReader.rows(Array("a,b\n\"x\ny\",1\n\nz,2\n".utf8))
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test(
    "what is wrong is named with line and column",
    arguments: [
      (Array("a,b\n1,\"2\n3\n".utf8), 2, 3, CSVError.Kind.unclosedQuote),
      (Array("a\n\"x\"y\n".utf8), 2, 4, .textAfterQuote),
      (Array("a\né".utf8) + [0xe9, 0x2c], 2, 2, .notUTF8(byte: 0xe9)),
      ([0x61, 0xed, 0xa0, 0x80], 1, 2, .notUTF8(byte: 0xed)),
      ([0xc0, 0x80], 1, 1, .notUTF8(byte: 0xc0)),
    ])
  func errors(bytes: [UInt8], line: Int, column: Int, kind: CSVError.Kind) {
    #expect(throws: CSVError(line: line, column: column, kind: kind)) { try CSVReader.rows(bytes) }
  }

  @Test("only fields that need it are quoted")
  func quoting() {
    var writer = CSVWriter()
    // In the first row readers look for the delimiter.
    writer.append(row: ["a;b", "a\tb", "c"])
    writer.append(row: ["plain", "a,b", "say \"no\"", "two\nlines", " space ", "=1+1", "a;b", ""])
    writer.append(row: [""])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "\"a;b\",\"a\tb\",c\nplain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\", space ,=1+1,a;b,\n\"\"\n")
  }

  @Test("a table for spreadsheets cannot run a formula, and numbers stay numbers")
  func guardsFormulas() {
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(row: ["=1+1", "@x", "-5", "+0.5", "-x", "a=b", "=\"x\""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "'=1+1,'@x,-5,+0.5,'-x,a=b,\"'=\"\"x\"\"\"\n")
  }

  @Test("what is written is read back", arguments: 0..<50)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "é", ",", "\"", "\n", "\r", "\r\n", " ", ";", "\t", "🙂", "'", "="]
    let width = Int.random(in: 1...4, using: &random)
    let rows = (0..<6).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined()
      }
    }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t")] {
      var writer = CSVWriter(delimiter: delimiter)
      for row in rows { writer.append(row: row) }
      // A comma need not be said.
      let said: [UInt8?] = delimiter == UInt8(ascii: ",") ? [delimiter, nil] : [delimiter]
      for said in said {
        let read = try CSVReader.rows(writer.bytes, delimiter: said).map(\.fields)
        #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
      }
    }
  }
}
