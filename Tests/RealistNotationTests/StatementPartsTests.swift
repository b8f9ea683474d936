import RealistModel
import Testing

@testable import RealistNotation

@Suite("Parts of a statement")
struct StatementPartsTests {
  @Test(
    "joined, the parts are the statement; each tag is a part, in the order of the elements",
    arguments: [
      (
        "If é full (C: a/b), trust\n(M+; level: service) and (see below) stay (O-).",
        ["(C: a/b)", "(M+; level: service)", "(O-)"]
      ),
      ("(C)(M)", ["(C)", "(M)"]), ("no tag (at all)", []), ("", []), ("open (C: x", []), ("👨‍👩‍👧 (O)", ["(O)"]),
      ("one (C) two (X) three (O)", ["(C)", "(O)"]),
    ])
  func parts(statement: String, tags: [String]) {
    let parts = ConfigurationNotation.parts(of: statement, template: .cmo)
    #expect(parts.map(\.text).joined() == statement)
    #expect(parts.filter { $0.element != nil }.map(\.text) == tags)
    #expect(parts.compactMap(\.element) == Array(tags.indices))
    #expect(parts.allSatisfy { !$0.text.isEmpty })
  }
}
