import RealistFormats
import Testing

@Suite struct JSONTests {
  @Test("members are sorted, two spaces indent, one line feed ends the file")
  func writes() {
    let value = JSONValue.object([
      "b": .array([.integer(1), .number(0.5), .number(2), .boolean(true), .null]),
      "a": .string("é \"x\" \\ \n\u{1}"),
      "empty": .object([:]), "none": .array([]),
    ])
    #expect(
      String(decoding: value.bytes, as: UTF8.self) == """
        {
          "a": "é \\"x\\" \\\\ \\n\\u0001",
          "b": [
            1,
            0.5,
            2,
            true,
            null
          ],
          "empty": {},
          "none": []
        }

        """)
  }

  @Test("a value that is written is read back")
  func roundTrip() throws {
    let value = JSONValue.object([
      "text": .string("line\nbreak \u{7f} 🙂 \u{1}"),
      "list": .array([.object(["x": .number(-1.5e-7)]), .integer(-3)]),
    ])
    #expect(try JSONValue(value.bytes) == value)
  }

  @Test(
    "escapes are read",
    arguments: [
      (#""\u00e9""#, "é"), (#""\ud83d\ude42""#, "🙂"), (#""\/\b\f\t""#, "/\u{8}\u{c}\t"), (#""\"\\""#, "\"\\"),
    ])
  func escapes(json: String, text: String) throws {
    #expect(try JSONValue(Array(json.utf8)) == .string(text))
  }

  @Test(
    "anything that is not strict JSON is refused with its place",
    arguments: [
      ("", 1, 1, JSONError.Kind.unexpectedEnd),
      ("{\n  \"a\": 1,\n}", 3, 1, .expected("a member name in quotation marks")),
      ("[1, 2,]", 1, 7, .expected("a value")),
      ("{\"a\": 1 \"b\": 2}", 1, 9, .expected("}")),
      ("{\"a\": 1,\n \"a\": 2}", 2, 2, .duplicateMember("a")),
      ("[01]", 1, 2, .badNumber), ("[1.]", 1, 2, .badNumber), ("[-]", 1, 2, .badNumber),
      ("[1e999]", 1, 2, .badNumber),
      ("\"\\ud83d\"", 1, 8, .badEscape), ("\"\\x\"", 1, 3, .badEscape),
      ("\"a\nb\"", 1, 3, .controlCharacter),
      ("1 2", 1, 3, .textAfterValue), ("\"a", 1, 3, .unexpectedEnd), ("nul", 1, 1, .expected("a value")),
    ])
  func refuses(json: String, line: Int, column: Int, kind: JSONError.Kind) {
    #expect(throws: JSONError(place: TextPlace(line: line, column: column), kind: kind)) {
      try JSONValue(Array(json.utf8))
    }
  }

  @Test("nesting deeper than 64 levels is refused, not followed")
  func depth() throws {
    let deep = { (levels: Int) in
      Array(String(repeating: "[", count: levels).utf8) + Array(String(repeating: "]", count: levels).utf8)
    }
    #expect(throws: Never.self) { try JSONValue(deep(60)) }
    #expect(throws: JSONError.self) { try JSONValue(deep(100_000)) }
  }

  @Test("a file cut anywhere is an error, never a crash")
  func truncation() throws {
    let whole = JSONValue.object(["a": .array([.string("é\n"), .number(1.5), .boolean(false), .null])]).bytes
    for end in 0..<(whole.count - 2) {
      #expect(throws: JSONError.self) { try JSONValue(Array(whole[..<end])) }
    }
  }
}
