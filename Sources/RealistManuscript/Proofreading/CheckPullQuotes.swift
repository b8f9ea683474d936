import RealistAnalysis
import RealistModel

extension ProofCheck {
  /// The least likeness of two quotations that are taken for the same words.
  static let sameWords = 0.6

  /// A quotation that is printed twice has the same words twice.
  public static let pullQuotes = ProofCheck(
    key: "pull-quotes", rule: "a quotation that is printed twice has the same words both times"
  ) { manuscript, _ in
    let quotations = manuscript.quotations.map { (quotation: $0, words: $0.words) }
    return quotations.indices.flatMap { second in
      quotations[..<second].compactMap { first -> Finding? in
        let later = quotations[second]
        guard first.words != later.words, !first.words.isPart(of: later.words),
          !later.words.isPart(of: first.words),
          first.words.likeness(to: later.words) >= sameWords
        else { return nil }
        return .at(
          later.quotation.line, "the quotation differs from the one in line \(first.quotation.line)",
          hint: first.words.wordsApart(from: later.words))
      }
    }
  }
}

extension [String] {
  /// Whether these words stand in the others, one behind the other.
  func isPart(of words: [String]) -> Bool {
    guard count <= words.count else { return false }
    return (0...(words.count - count)).contains { words[$0..<($0 + count)].elementsEqual(self) }
  }

  /// Shared pairs of neighbouring words as a part of all (Dice coefficient), from 0 to 1.
  func likeness(to words: [String]) -> Double {
    let pairs = zip(self, dropFirst()).map { "\($0) \($1)" }
    var others: [String: Int] = [:]
    for pair in zip(words, words.dropFirst()) { others["\(pair.0) \(pair.1)", default: 0] += 1 }
    let all = pairs.count + Swift.max(words.count - 1, 0)
    guard all > 0 else { return self == words ? 1 : 0 }
    var shared = 0
    for pair in pairs {
      if let left = others[pair], left > 0 {
        others[pair] = left - 1
        shared += 1
      }
    }
    return 2 * Double(shared) / Double(all)
  }

  /// The words that only one of the two has, as `there: a b; here: c`.
  fileprivate func wordsApart(from words: [String]) -> String {
    let changes = words.difference(from: self)
    let there = changes.removals.map { if case .remove(_, let word, _) = $0 { word } else { "" } }
    let here = changes.insertions.map { if case .insert(_, let word, _) = $0 { word } else { "" } }
    let sides = [("there", there), ("here", here)].filter { !$0.1.isEmpty }
    return sides.map { "only \($0.0): \($0.1.joined(separator: " "))" }.joined(separator: "; ")
  }
}
