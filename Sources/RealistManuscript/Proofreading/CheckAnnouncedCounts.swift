import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// What is announced by number is what follows.
  public static let announcedCounts = ProofCheck(
    key: "announced-counts",
    rule: "'four themes' are followed by four headings, 'three reasons:' by three items"
  ) { manuscript, _ in
    manuscript.listsAnnounced + manuscript.headingsAnnounced
  }
}

extension Manuscript {
  /// `There are three reasons:` before a list.
  fileprivate var listsAnnounced: [Finding] {
    blocks.indices.compactMap { index in
      guard blocks[index].kind == .paragraph, blocks[index].text.hasSuffix(":"), index + 1 < blocks.count,
        case .item(let indent) = blocks[index + 1].kind, let counted = blocks[index].lastSentence.counted.last
      else { return nil }
      let items = blocks[(index + 1)...].prefix { block in
        if case .item(let own) = block.kind { own >= indent } else { false }
      }
      let count = items.count { $0.kind == .item(indent: indent) }
      guard counted.number != count else { return nil }
      return .at(counted.line, "\(counted.number) \(counted.noun) are announced, and \(count) listed")
    }
  }

  /// Things that get headings of their own.
  private static let headed: Set<String> = [
    "themes", "sub-themes", "subthemes", "configurations", "theories",
  ]

  /// `We found four themes` before headings below the same heading.
  fileprivate var headingsAnnounced: [Finding] {
    blocks.indices.flatMap { index -> [Finding] in
      guard let level = blocks[index].level else { return [] }
      let section = blocks[(index + 1)...].prefix { ($0.level ?? .max) > level }
      let children = section.count { $0.level == level + 1 }
      guard children > 1 else { return [] }
      return section.prefix { $0.level == nil }.flatMap(\.counted).compactMap { counted in
        guard Self.headed.contains(counted.noun), counted.number != children else { return nil }
        return .at(
          counted.line, "\(counted.number) \(counted.noun) are announced, and \(children) headings follow")
      }
    }
  }
}

/// A number and what it counts: `six trainees`.
struct Counted: Hashable, Sendable {
  var number: Int
  /// In the plural, lower case.
  var noun: String
  /// The word before the number, lower case; empty when there is none.
  var before: String
  var line: Int
}

extension Manuscript.Block {
  /// Every number with a plural behind it, at most one other word between them.
  var counted: [Counted] { Self.counted(tokens) }

  private static func counted(_ tokens: [Token]) -> [Counted] {
    tokens.indices.compactMap { index in
      guard let number = tokens[index].number, number > 1 else { return nil }
      let following = tokens[(index + 1)...].prefix { $0.isWord }.prefix(2)
      guard let noun = following.first(where: \.isPlural),
        noun == following.first || following.first?.number == nil
      else { return nil }
      // "five of the participants" and "two other participants" count some of them.
      guard let next = following.first?.word, !["of", "other", "more", "further"].contains(next) else {
        return nil
      }
      return Counted(
        number: number, noun: noun.word, before: index > 0 ? tokens[index - 1].word : "",
        line: tokens[index].line)
    }
  }

  /// The block from behind its last full stop.
  fileprivate var lastSentence: Manuscript.Block {
    guard let stop = text.lastIndex(where: { ".!?".contains($0) }) else { return self }
    return Manuscript.Block(kind, String(text[text.index(after: stop)...]), line: line(at: stop))
  }
}

extension Token {
  /// Whether it looks like a plural: `themes`, not `focus` or `was`.
  fileprivate var isPlural: Bool {
    let word = self.word
    return word.count > 3
      && (word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") || word == "people")
      && number == nil
  }
}
