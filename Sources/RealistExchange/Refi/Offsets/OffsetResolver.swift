import RealistModel

/// Finds out how the selections of one text were counted, from the selections themselves.
///
/// Every rule is tried on all of them. A rule gains where a selection's name is the words there and where selections begin and end on the
/// edges of words; it loses where they lie outside of the text or cut a character. What is known of the writer, else the standard, counts
/// for a little more than one word edge, so that it decides where the text does not. Nothing is clamped: what does not resolve under the
/// rule that was chosen is said to be unresolved.
struct OffsetResolver {
  /// What was found.
  struct Resolution: Sendable {
    var rule: OffsetRule
    /// The rule in words, with what matters in the text.
    var words: String
    /// Why this rule.
    var reason: String
    /// For each selection, in order.
    var outcomes: [OffsetOutcome]
  }

  /// How well a rule fits.
  private struct Score {
    var (names, named, edges, ends, inside) = (0, 0, 0, 0, 0)

    /// A name is worth more than any number of edges that it could have been bought with: a wrong rule hits whole words by chance, but not
    /// whole quotes.
    func points(of count: Int) -> Int { names * 12 + edges * 2 - (count - inside) * 6 }
  }

  /// What a rule that is known gains; it takes three word edges to outweigh it.
  private static let known = 5

  /// - Parameters:
  ///   - origin: the program that wrote the file, as it calls itself.
  ///   - fixed: the rule, where the format leaves no doubt.
  static func resolve(
    _ text: ForeignText, _ selections: [ForeignSelection], origin: String, fixed: OffsetRule? = nil
  ) -> Resolution {
    let (usual, writer) = OffsetRule.usual(of: origin)
    let prior = (fixed ?? usual).reduced(for: text)
    let names = selections.map { UsableName($0) }
    let first = score(text, selections, names, prior)
    let isPlain = first.inside == selections.count && first.named > 0 && first.names == first.named
    if fixed != nil || isPlain {
      let reason = fixed == nil ? reason(first, of: selections.count) : "the format says so"
      return resolution(text, selections, prior, reason)
    }
    var best = (rule: prior, score: first, points: first.points(of: selections.count) + known)
    for rule in OffsetRule.candidates(for: text) where rule != prior {
      let score = score(text, selections, names, rule)
      let points = score.points(of: selections.count)
      if points > best.points { best = (rule, score, points) }
    }
    var reason = reason(best.score, of: selections.count)
    if best.rule == prior {
      reason += ", as \(writer) counts"
    } else {
      reason += ", better than as \(writer) counts"
    }
    return resolution(text, selections, best.rule, reason)
  }

  private static func resolution(
    _ text: ForeignText, _ selections: [ForeignSelection], _ rule: OffsetRule, _ reason: String
  ) -> Resolution {
    let map = OffsetMap(text, rule)
    return Resolution(
      rule: rule, words: rule.words(for: text), reason: reason, outcomes: selections.map(map.range))
  }

  private static func reason(_ score: Score, of count: Int) -> String {
    var parts: [String] = []
    if score.named > 0 { parts.append("\(score.names) of \(score.named) names are the words there") }
    if score.ends > 0, score.names < score.named || score.named == 0 {
      parts.append("\(score.edges) of \(score.ends) ends lie on the edge of a word")
    }
    if score.inside < count { parts.append("\(score.inside) of \(count) lie within the text") }
    return parts.isEmpty ? "there is nothing to tell by" : parts.joined(separator: ", ")
  }

  private static func score(
    _ text: ForeignText, _ selections: [ForeignSelection], _ names: [UsableName?], _ rule: OffsetRule
  ) -> Score {
    let map = OffsetMap(text, rule)
    var score = Score()
    text.text.withBytes { bytes in
      for (selection, name) in zip(selections, names) {
        if name != nil { score.named += 1 }
        guard selection.start != selection.end else {
          // It marks nothing under any rule but one that includes the end, and says nothing about that.
          score.inside += 1
          continue
        }
        score.ends += 2
        guard let range = map.range(selection).range else { continue }
        score.inside += 1
        let low = text.text.index.utf8Offset(ofScalar: range.lowerBound, in: bytes)
        let high = text.text.index.utf8Offset(ofScalar: range.upperBound, in: bytes)
        let words = UnsafeBufferPointer(rebasing: bytes[low..<high])
        if let name, name.matches(words) { score.names += 1 }
        if WordEdge.begins(at: low, in: bytes) { score.edges += 1 }
        if WordEdge.ends(at: high, in: bytes) { score.edges += 1 }
      }
    }
    return score
  }
}

/// The name of a selection where it can be the words: not empty, not `365,433`, not `line:6`.
struct UsableName: Sendable {
  /// Without white space at the ends, any run of it inside as one space.
  private let folded: [UInt8]
  private let isCut: Bool

  init?(_ selection: ForeignSelection) {
    var bytes = Self.folded(selection.name.utf8)
    guard bytes.contains(where: { $0 >= 0x80 || Self.isLetter($0) }) else { return nil }
    if bytes.starts(with: "line:".utf8) || bytes.starts(with: "Memo: ".utf8) { return nil }
    var isCut = false
    for ending in ["…", "..."]
    where bytes.count > ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      bytes.removeLast(ending.utf8.count)
      isCut = true
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { return nil }
    (folded, self.isCut) = (bytes, isCut)
  }

  /// Whether some words are what is named; a long name may be their beginning.
  func matches(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most names are the words themselves.
    let own = Self.folded(words.prefix(folded.count * 2 + 64))
    if own == folded { return true }
    return (isCut || folded.count >= 60) && own.starts(with: folded)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var (result, pending) = ([UInt8](), false)
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        pending = !result.isEmpty
        continue
      }
      if pending { result.append(0x20) }
      pending = false
      result.append(byte)
    }
    return result
  }
}

/// Whether a place in a text is where a word, or a sentence, begins or ends.
enum WordEdge {
  /// A selection that begins here begins with something visible and not inside of a word.
  static func begins(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let after = scalar(at: place, in: bytes), !after.isWhiteSpace else { return false }
    guard let before = scalar(before: place, in: bytes) else { return true }
    return !(isOfWord(before) && isOfWord(after))
  }

  /// A selection that ends here ends with something visible and not inside of a word.
  static func ends(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let before = scalar(before: place, in: bytes), !before.isWhiteSpace else { return false }
    guard let after = scalar(at: place, in: bytes) else { return true }
    return !(isOfWord(before) && isOfWord(after))
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5a).contains(scalar.value)
        || (0x61...0x7a).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend
  }

  private static func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    if bytes[place] < 0x80 { return Unicode.Scalar(bytes[place]) }
    return String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  private static func scalar(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard place > 0 else { return nil }
    var start = place - 1
    while start > 0, bytes[start] & 0xc0 == 0x80 { start -= 1 }
    return scalar(at: start, in: bytes)
  }
}
