import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// Sections, tables and figures that are referred to are there.
  public static let crossReferences = ProofCheck(
    key: "cross-references",
    rule: "every section, table, figure, box and appendix that is referred to is there"
  ) { manuscript, _ in
    let targets = manuscript.targets
    return manuscript.blocks.flatMap(\.references).compactMap { reference in
      let kind = targets[reference.kind, default: []]
      // A report that numbers none of its sections refers to those of something else.
      guard !kind.isEmpty || reference.kind != "section", !kind.contains(reference.number) else { return nil }
      return .at(reference.line, .error, "there is no \(reference.kind) \(reference.number)")
    }
  }
}

private struct Reference {
  var kind: String
  var number: String
  var line: Int

  static let kinds = ["section", "table", "figure", "box", "appendix", "chapter"]
}

extension Manuscript {
  /// What can be referred to: numbers of headings, of captions, of pictures.
  fileprivate var targets: [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for block in blocks {
      let tokens = block.tokens.drop { !$0.isWord }
      guard let first = tokens.first else { continue }
      if block.level != nil, first.text.first?.isNumber == true {
        for kind in ["section", "chapter"] { targets[kind, default: []].insert(first.word) }
      }
      guard let number = tokens.dropFirst().first?.word else { continue }
      if block.level != nil || block.isCaption { targets[first.word, default: []].insert(number) }
    }
    return targets
  }
}

extension Manuscript.Block {
  /// Whether it begins `Table 3:`, `**Figure 2.**`, `![Figure 2 …`: the thing itself rather than a reference to it.
  fileprivate var isCaption: Bool {
    let tokens = self.tokens
    let words = tokens.drop { !$0.isWord }
    guard words.count >= 2, let first = words.first, Reference.kinds.contains(first.word) else {
      return false
    }
    if words.startIndex > 0 { return true }
    guard words.count > 2 else { return true }
    let next = words[words.startIndex + 2]
    return !next.isWord && next.text != "," && next.text != ")" || next.text.first?.isUppercase == true
  }

  fileprivate var references: [Reference] {
    guard level == nil, !isCaption else { return [] }
    let tokens = self.tokens
    return tokens.indices.dropLast().flatMap { index -> [Reference] in
      let word = tokens[index].word
      guard let kind = Reference.kinds.first(where: { word == $0 || word == $0 + "s" }) else { return [] }
      var (references, place) = ([Reference](), index + 1)
      while place < tokens.count, tokens[place].isNumbering {
        references.append(Reference(kind: kind, number: tokens[place].word, line: tokens[place].line))
        guard word != kind, place + 2 < tokens.count, [",", "and", "&"].contains(tokens[place + 1].word)
        else { break }
        place += 2
      }
      // `Table 1 of Bosongo 2024` is in somebody else's paper.
      let after =
        references.isEmpty
        ? nil : tokens[(place + (place < tokens.count && tokens[place].isNumbering ? 1 : 0))...].first
      return after?.word == "of" ? [] : references
    }
  }
}

extension Token {
  /// `4`, `4.3.1`, `A`: what numbers a section or a table.
  fileprivate var isNumbering: Bool {
    isWord && (text.first?.isNumber == true || text.count == 1 && text.first?.isUppercase == true)
  }
}
