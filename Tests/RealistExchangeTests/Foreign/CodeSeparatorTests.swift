import RealistExchange
import RealistModel
import TestSupport
import Testing

private let flatSettings = settings

@Suite("Names of codes that are paths") struct CodeSeparatorTests {
  /// The codes of a flat codebook.
  private func codebook(_ names: [String], below inner: [String] = []) -> [UInt8] {
    func code(_ name: String, _ number: Int, _ inside: String = "") -> String {
      let guid = "00000000-0000-0000-0000-0000000000\(number < 10 ? "0" : "")\(number)"
      return #"<Code guid="\#(guid)" name="\#(name)" isCodable="true">\#(inside)</Code>"#
    }
    let within = inner.enumerated().map { code($1, 50 + $0) }.joined()
    let codes = names.enumerated().map { code($1, $0 + 1, $0 == 0 ? within : "") }.joined()
    return document("<CodeBook><Codes>\(codes)</Codes></CodeBook>")
  }

  private func read(_ bytes: [UInt8], separator: String?) throws -> ImportedProject {
    var settings = settings
    settings.separator = separator
    return try ProjectReader.read(bytes, file: "codes.qde", settings: settings)
  }

  private func paths(_ project: ImportedProject) throws -> Set<String> {
    let tree = try CodeTree(project.study.codes)
    return Set(project.study.codes.compactMap { tree[$0.id]?.path })
  }

  static let cases: [(names: [String], inner: [String], separator: String, paths: Set<String>)] = [
    // A code that is called like a level is that level, also when it comes later and in another case.
    (["care.trust", "care"], [], ".", ["care", "care/trust"]),
    (["Care", "care.trust"], [], ".", ["Care", "Care/trust"]),
    // Levels that no code is called like are made, once.
    (["a.b.c", "a.b.d", "a.e"], [], ".", ["a", "a/b", "a/b/c", "a/b/d", "a/e"]),
    (["Coke::diet Coke", "Coke::cherry"], [], "::", ["Coke", "Coke/diet Coke", "Coke/cherry"]),
    // What is no path stays a name.
    (["e.g.", ".x", "a..b", "..."], [], ".", ["e.g.", ".x", "a..b", "..."]),
    // Below a code, its own levels.
    (["top", "x.y"], ["x.y", "x.z"], ".", ["top", "top/x", "top/x/y", "top/x/z", "x", "x/y"]),
    // A path that is there twice has a number.
    (["a.b", "a.b"], [], ".", ["a", "a/b", "a/b (2)"]),
  ]

  @Test("they become a tree where a separator is named", arguments: cases)
  func tree(names: [String], inner: [String], separator: String, paths wanted: Set<String>) throws {
    let found = try read(codebook(names, below: inner), separator: separator)
    #expect(try paths(found) == wanted)
    let isPath = (names + inner).count {
      !$0.hasPrefix(".") && !$0.hasSuffix(".") && !$0.contains("..") && $0.contains(separator)
    }
    #expect(found.report.count("Code name", .changed) >= isPath)
    // The same again is the same, so that an import can be repeated.
    let again = try read(codebook(names, below: inner), separator: separator)
    #expect(again.study.codes == found.study.codes)
  }

  @Test("they stay names where none is named, and a name of far too many levels stays one")
  func names() throws {
    #expect(try paths(read(codebook(["care.trust", "care"]), separator: nil)) == ["care.trust", "care"])
    let long = String(repeating: "a.", count: 60) + "a"
    #expect(try paths(read(codebook([long]), separator: ".")) == [long])
  }

  @Test("the tags of a Taguette project", .needsFixtures)
  func taguette() throws {
    let path = "taguette/made_taguette_1.5.2_warmwelcome.sqlite3"
    let file = try #require(fixturesFolder).appendingPathComponent(path).path
    var settings = settings
    settings.separator = "."
    let found = try ProjectReader.read(try fixture(path), at: file, file: path, settings: settings)
    let flat = try ProjectReader.read(try fixture(path), at: file, file: path, settings: flatSettings)
    #expect(flat.study.codings.count == found.study.codings.count)
    #expect(flat.study.codes.contains { $0.name.contains(".") })
    #expect(!found.study.codes.contains { $0.name.contains(".") })
  }
}
