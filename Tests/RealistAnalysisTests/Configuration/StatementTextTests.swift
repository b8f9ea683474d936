import RealistAnalysis
import RealistModel
import Testing

struct StatementTextTests {
  @Test(
    "tags are printed bare or not at all, and nothing else is touched",
    arguments: [
      ("If A (C: x/y), B (M+: z) and C (O).", "If A (C), B (M) and C (O).", "If A, B and C."),
      ("A (O) because B\n(M−; level: group), (C)", "A (O) because B (M), (C)", "A because B,"),
      ("A (Cat) (see C) (C 2) (M2)", "A (Cat) (see C) (C 2) (M2)", "A (Cat) (see C) (C 2) (M2)"),
      ("A (C: odd (name); for: all) b", "A (C) b", "A b"), ("A ( M - ) b", "A (M) b", "A b"),
      ("A (C: one\\) two) b", "A (C) b", "A b"),
      ("A (C: never closed", "A (C: never closed", "A (C: never closed"),
      ("é🙂 (C)(M)(O)", "é🙂 (C)(M)(O)", "é🙂"), ("((C))", "((C))", "()"),
    ])
  func tags(statement: String, bare: String, plain: String) {
    let configuration = Configuration(id: ID(high: 1, low: 1), key: "k", statement: statement)
    #expect(StatementText.sentence(of: configuration, template: .cmo, tags: .letters) == bare)
    #expect(StatementText.sentence(of: configuration, template: .cmo, tags: .none) == plain)
  }

  @Test("a configuration without a statement is printed as its elements")
  func composed() {
    let texts = [("C", "A hall"), ("M", "NHS rules apply"), ("O", "They stay")]
    let configuration = Configuration(
      id: ID(high: 1, low: 1), key: "k",
      elements: texts.map { Element(id: ID(high: 2, low: 1), letter: $0, text: $1) })
    #expect(
      StatementText.sentence(of: configuration, template: .cmo, tags: .letters)
        == "A hall (C), NHS rules apply (M), they stay (O).")
    let empty = Configuration(id: ID(high: 1, low: 1), key: "k")
    #expect(StatementText.sentence(of: empty, template: .cmo, tags: .letters) == "")
  }
}
