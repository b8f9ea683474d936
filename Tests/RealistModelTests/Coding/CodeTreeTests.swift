import RealistModel
import TestSupport
import Testing

@Suite struct CodeTreeTests {
  static func code(_ number: UInt64, _ name: String, in parent: UInt64? = nil, at position: Int = 0) -> Code {
    Code(
      id: ID(high: 1, low: number), parent: parent.map { ID(high: 1, low: $0) }, name: name,
      position: position)
  }

  static let codes = [
    code(1, "outcomes", at: 1), code(2, "service", in: 1), code(3, "Care", in: 2, at: 1),
    code(4, "Career", in: 2),
    code(5, "contexts"), code(6, "patients", in: 1, at: 1), code(7, "Care", in: 6), code(8, "waiting", in: 3),
  ]

  @Test("the order is that of a codebook, with paths and numbers")
  func order() throws {
    let tree = try CodeTree(Self.codes.reversed())
    #expect(
      tree.order.map { "\($0.number) \($0.path)" } == [
        "1 contexts", "2 outcomes", "2.1 outcomes/service", "2.1.1 outcomes/service/Career",
        "2.1.2 outcomes/service/Care",
        "2.1.2.1 outcomes/service/Care/waiting", "2.2 outcomes/patients", "2.2.1 outcomes/patients/Care",
      ])
    #expect(tree.order.map(\.depth) == [0, 0, 1, 2, 2, 3, 1, 2])
  }

  @Test("Care does not bring Career")
  func subtree() throws {
    let tree = try CodeTree(Self.codes)
    #expect(
      tree.subtree(of: ID(high: 1, low: 3)).map(\.path) == [
        "outcomes/service/Care", "outcomes/service/Care/waiting",
      ])
    #expect(!tree.isWithin(ID(high: 1, low: 4), ID(high: 1, low: 3)))
    #expect(
      tree.isWithin(ID(high: 1, low: 8), ID(high: 1, low: 1))
        && tree.isWithin(ID(high: 1, low: 3), ID(high: 1, low: 3)))
    #expect(!tree.isWithin(ID(high: 1, low: 1), ID(high: 1, low: 8)))
    #expect(tree.subtree(of: ID(high: 9, low: 9)).isEmpty)
  }

  @Test(
    "a code is found by path, last part or tail",
    arguments: [
      ("outcomes/service/Care", ["outcomes/service/Care"]), ("Career", ["outcomes/service/Career"]),
      ("Care", ["outcomes/service/Care", "outcomes/patients/Care"]),
      ("patients/Care", ["outcomes/patients/Care"]),
      ("are", []), ("outcomes", ["outcomes"]), ("", []), ("service/", []),
    ])
  func matches(name: String, paths: [String]) throws {
    #expect(try CodeTree(Self.codes).matches(name).map(\.path) == paths)
  }

  @Test("a cycle, a missing parent and a double path are refused")
  func refused() {
    #expect(throws: CodeTreeError.cycle(through: "a")) {
      try CodeTree([Self.code(1, "a", in: 2), Self.code(2, "b", in: 1), Self.code(3, "c")])
    }
    #expect(throws: CodeTreeError.cycle(through: "a")) { try CodeTree([Self.code(1, "a", in: 1)]) }
    #expect(throws: CodeTreeError.missingParent(of: "a")) { try CodeTree([Self.code(1, "a", in: 2)]) }
    #expect(throws: CodeTreeError.duplicate(path: "a")) {
      try CodeTree([Self.code(1, "a"), Self.code(2, "a", at: 1)])
    }
  }

  @Test(
    "random trees: each code lies in the subtree of all above it and of no other",
    arguments: 1...20 as ClosedRange<UInt64>)
  func randomTrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var (codes, ancestors) = ([Code](), [[Int]]())
    for number in 0..<40 {
      let parent =
        codes.isEmpty || Int.random(in: 0..<4, using: &random) == 0
        ? nil : Int.random(in: 0..<number, using: &random)
      codes.append(
        Code(
          id: ID(high: 1, low: UInt64(number)), parent: parent.map { codes[$0].id }, name: "c\(number)",
          position: Int.random(in: 0..<3, using: &random)))
      ancestors.append((parent.map { ancestors[$0] } ?? []) + [number])
    }
    let tree = try CodeTree(codes.shuffled(using: &random))
    #expect(tree.order.count == 40)
    for (number, code) in codes.enumerated() {
      let node = try #require(tree[code.id])
      #expect(node.path == ancestors[number].map { "c\($0)" }.joined(separator: "/"))
      let position = try #require(tree.position(of: code.id))
      #expect(tree[node.path]?.code == code && tree.order[position].code == code)
      for other in codes.indices {
        #expect(tree.isWithin(code.id, codes[other].id) == ancestors[number].contains(other))
      }
    }
  }

  @Test("paths are compared scalar by scalar")
  func exactPaths() throws {
    let tree = try CodeTree([Self.code(1, "caf\u{e9}")])
    #expect(tree["caf\u{e9}"] != nil && tree["cafe\u{301}"] == nil)
  }

  @Test(
    "names that cannot be part of a path are refused",
    arguments: [
      ("a", true), ("a b", true), ("", false), ("a/b", false), (" a", false), ("a\n", false), ("a\tb", false),
      ("é🙂", true),
    ])
  func names(name: String, isValid: Bool) { #expect(Code.isValid(name: name) == isValid) }
}

@Suite struct ColourTests {
  @Test(
    "colours are read in two forms and written in one",
    arguments: [
      ("#00ff7f", "#00ff7f"), ("#00FF7F", "#00ff7f"), ("#0f7", "#00ff77"), ("#000", "#000000"),
      ("00ff7f", nil), ("#00ff7", nil),
      ("#00ff7g", nil), ("#", nil), ("", nil), ("red", nil), ("#00ff7f0", nil), ("#０0ff7f", nil),
      ("##00ff7", nil),
    ] as [(String, String?)])
  func forms(text: String, written: String?) { #expect(Colour(text)?.description == written) }

  @Test("every colour reads back")
  func roundTrip() {
    for value in 0...255 {
      let colour = Colour(red: UInt8(value), green: UInt8(255 - value), blue: UInt8(value ^ 0x5a))
      #expect(Colour(colour.description) == colour)
    }
  }
}
