import RealistFolder
import RealistModel
import Testing

/// Ids for tests: the study 0 and the beginning of time.
let testIDs = DerivedIDs(study: ID(high: 0, low: 0), created: Timestamp(milliseconds: 0))

@Suite struct CodebookCSVTests {
  private func read(_ text: String) throws(FolderError) -> [Code] {
    try CodebookCSV.read(Array(text.utf8)) { testIDs.id(Code.self, kind: "code", key: $0) }
  }

  @Test("rows become a tree in the order of the rows, and parents without a row are made")
  func reads() throws {
    let codes = try read(
      """
      path;definition;colour;key
      outcomes/service/retention;"People stay; for years";#0072B2;r
      contexts;What was there;;
      outcomes/patients;;#abc;
      outcomes;After;;

      """)
    let tree = try CodeTree(codes)
    #expect(
      tree.order.map { "\($0.number) \($0.path)" } == [
        "1 outcomes", "1.1 outcomes/service", "1.1.1 outcomes/service/retention", "1.2 outcomes/patients",
        "2 contexts",
      ])
    #expect(codes.map(\.id) == tree.order.map(\.code.id))
    let retention = try #require(tree["outcomes/service/retention"]?.code)
    #expect(retention.definition == "People stay; for years")
    #expect(retention.colour == Colour(red: 0, green: 0x72, blue: 0xb2))
    #expect(retention.hotkey == "r")
    #expect(tree["outcomes"]?.code.definition == "After")
  }

  @Test("a canonical codebook is written back byte for byte")
  func roundTrip() throws {
    let text = """
      path,definition,use,not,colour,key
      a,"one, two","say ""yes"" now",never,#0072b2,a
      a/b,,,,,
      a/b/c,"two
      lines",,,#ffffff,
      a/d,,,,,
      b,,,,,

      """
    #expect(String(decoding: CodebookCSV.write(try CodeTree(try read(text))), as: UTF8.self) == text)
  }

  @Test("every bad row is reported with file and line")
  func problems() throws {
    let error = try #require(throws: FolderError.self) {
      try read("path,colour\na//b,\n,\na,blue\nb,\nb,\n c / d,\nx,,y\n")
    }
    #expect(
      error.problems.map(\.message) == [
        "codebook.csv:8: 3 cells in a row under 2 columns",
        "codebook.csv:2: \"a//b\" is no code path",
        "codebook.csv:3: nothing in the column \"path\"",
        "codebook.csv:4: \"blue\" does not fit the column \"colour\"",
        "codebook.csv:6: the code \"b\" is there twice",
        "codebook.csv:7: \"c / d\" is no code path",
      ])
  }

  @Test("a file without the column path is no codebook")
  func noPath() throws {
    let error = try #require(throws: FolderError.self) { try read("name,colour\na,\n") }
    #expect(error.message == "codebook.csv:1: the column \"path\" is missing")
  }
}
