import RealistFolder
import RealistModel
import Testing

@Suite("Codebooks from tables")
struct CodebookTableTests {
  private func read(_ csv: String, separator: String = "/") throws -> [TabledCode] {
    try CodebookTable.read(Array(csv.utf8), file: "codes.csv", separator: separator)
  }

  @Test(
    "names, paths and parents become paths",
    arguments: [
      ("path,definition\na/b,x\n", ["a/b"]), ("Code;Memo\nwaiting;x\n", ["waiting"]),
      ("name,category\nb,a\nc,b\na,\n", ["a/b", "a/b/c", "a"]),
      ("name,parent\nb,outcomes/a\n", ["outcomes/a/b"]),
      ("tag,description,number of highlights\ntrust,x,3\n", ["trust"]),
      ("name,parent\na,b\nb,a\n", ["a/b/a", "b/a/b"]),
    ])
  func paths(csv: String, expected: [String]) throws {
    #expect(try read(csv).map(\.path) == expected)
  }

  @Test("a separator that another program uses is understood")
  func separator() throws {
    #expect(try read("tag\nContext.Shift work\n", separator: ".").map(\.path) == ["Context/Shift work"])
  }

  @Test("empty cells say nothing, filled ones are written over what the code had")
  func apply() throws {
    let row = try #require(try read("path,definition,use,color\na,,when,#0f0\n").first)
    #expect(row == TabledCode(path: "a", use: "when", colour: Colour(red: 0, green: 255, blue: 0)))
    var code = Code(id: ID(high: 1, low: 1), name: "a", definition: "kept", use: "old")
    row.apply(to: &code)
    #expect(code.definition == "kept" && code.use == "when" && code.colour?.green == 255)
  }

  @Test(
    "faults are named with their line",
    arguments: [
      ("path\na\na\n", "codes.csv:3: the code \"a\" is there twice"),
      ("path,colour\na,red\n", "codes.csv:2: \"red\" does not fit the column \"colour\""),
      ("colour\n#fff\n", "codes.csv:1: the column \"path\" is missing"),
      ("path\n a / b \n", "codes.csv:2: \"a / b\" is no code path"),
    ])
  func faults(csv: String, message: String) {
    do {
      _ = try read(csv)
      Issue.record("it was read")
    } catch let error as FolderError {
      #expect(error.message == message)
    } catch { Issue.record(error) }
  }
}
