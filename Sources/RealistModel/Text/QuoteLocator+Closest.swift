extension QuoteLocator {
  /// The most words of a quote that are used to look for passages like it: the rarest ones.
  private static var mostProbes: Int { 64 }
  /// The most places of one word that are looked at.
  private static var mostPlacesOfProbe: Int { 400 }

  /// The passages most like a quote, best first, apart from each other; none when no word of it occurs.
  ///
  /// The quote is laid over the text wherever one of its rarer words or pairs of words stands; the places on which most agree are
  /// compared. The work is bounded by the number of words looked for, not by the length of the text.
  public func closest(to quote: String, limit: Int = 3) -> [Passage] {
    guard let stream = streams.first, limit > 0 else { return [] }
    let pattern = QuotePattern(quote.trimmed, table: table, lowercased: true)
    let hashes = pattern.pieces.flatMap(\.hashes)
    guard !hashes.isEmpty else { return [] }
    let wanted = hashes.map { stream.index.id(of: $0) }
    var chosen: [(words: Range<Int>, passage: Passage)] = []
    for start in likelyStarts(wanted, in: stream, limit: limit * 4) {
      guard let words = passage(wanted, from: start, in: stream),
        !chosen.contains(where: { $0.words.overlaps(words) })
      else { continue }
      chosen.append((words, passage(words, wanted, in: stream)))
    }
    let best = chosen.map(\.passage).sorted { ($1.similarity, $0.span) < ($0.similarity, $1.span) }
    return Array(best.prefix(limit))
  }

  /// The words of the text at which the quote would begin, those that most of its words speak for first.
  private func likelyStarts(_ wanted: [UInt32?], in stream: Stream, limit: Int) -> [Int] {
    let probes = wanted.enumerated()
      .compactMap { place, id in id.map { (place: place, id: $0, places: stream.index.places(ofID: $0)) } }
      .sorted { ($0.places.count, $0.place) < ($1.places.count, $1.place) }
    var votes: [(start: Int, weight: Int)] = []
    for probe in probes.prefix(Self.mostProbes) {
      let isRare = probe.places.count <= Self.mostPlacesOfProbe
      for word in probe.places.prefix(isRare ? Self.mostPlacesOfProbe : Self.mostPlacesOfProbe * 10) {
        let weight = weight(of: probe.place, at: Int(word), wanted, in: stream)
        if isRare || weight > 1 { votes.append((Int(word) - probe.place, weight)) }
      }
    }
    return heaviest(votes, width: max(2, wanted.count / 4), limit: limit)
  }

  /// 1 for the word, 2 more for each neighbour that agrees.
  private func weight(of place: Int, at word: Int, _ wanted: [UInt32?], in stream: Stream) -> Int {
    let ids = stream.index.ids
    var weight = 1
    if place > 0, word > 0, wanted[place - 1] == ids[word - 1] { weight += 2 }
    if place + 1 < wanted.count, word + 1 < ids.count, wanted[place + 1] == ids[word + 1] { weight += 2 }
    return weight
  }

  /// The starts around which most votes lie, within a width; a start is the heaviest one of its surroundings.
  private func heaviest(_ votes: [(start: Int, weight: Int)], width: Int, limit: Int) -> [Int] {
    let sorted = votes.sorted { ($0.start, $0.weight) < ($1.start, $1.weight) }
    var clusters: [(start: Int, weight: Int)] = []
    var (low, sum) = (0, 0)
    for (high, vote) in sorted.enumerated() {
      sum += vote.weight
      while sorted[low].start < vote.start - width {
        sum -= sorted[low].weight
        low += 1
      }
      let start = sorted[(low + high) / 2].start
      if let last = clusters.last, start - last.start <= width {
        if sum > last.weight { clusters[clusters.count - 1] = (start, sum) }
      } else {
        clusters.append((start, sum))
      }
    }
    return clusters.sorted { ($1.weight, $0.start) < ($0.weight, $1.start) }.prefix(limit).map(\.start)
  }

  /// The words of the text that a quote laid down there covers, from the first to the last that the quote has.
  private func passage(_ wanted: [UInt32?], from start: Int, in stream: Stream) -> Range<Int>? {
    let slack = wanted.count / 4 + 1
    let low = max(0, start - slack)
    let high = min(stream.index.ids.count, start + wanted.count + slack)
    guard low < high else { return nil }
    let known = Set(wanted.compactMap { $0 })
    let hits = (low..<high).filter { known.contains(stream.index.ids[$0]) }
    guard let first = hits.first, let last = hits.last else { return nil }
    // A stray common word far out does not stretch the passage.
    let from = hits.first { $0 >= start } ?? first
    let upTo = hits.last { $0 < start + wanted.count } ?? last
    return min(from, upTo)..<max(from, upTo) + 1
  }

  private func passage(_ words: Range<Int>, _ wanted: [UInt32?], in stream: Stream) -> Passage {
    let units = stream.index.words
    let (first, last) = (units[words.lowerBound].lowerBound, units[words.upperBound - 1].upperBound - 1)
    let start = text.scalarOffset(ofUTF8: Int(stream.folded.starts[first]))
    let end = text.scalarOffset(ofUTF8: Int(stream.folded.ends[last]))
    let similarity = Self.similarity(wanted, stream.index.ids[words].map { $0 })
    return Passage(span: TextSpan(valid: start..<end), words: words.count, similarity: similarity)
  }

  /// The Dice coefficient of the two bags of words and pairs of neighbours.
  private static func similarity(_ left: [UInt32?], _ right: [UInt32?]) -> Double {
    let (ours, theirs) = (grams(left), grams(right))
    var bag: [UInt64: Int] = [:]
    for gram in ours { if let gram { bag[gram, default: 0] += 1 } }
    var shared = 0
    for gram in theirs {
      guard let gram, let count = bag[gram], count > 0 else { continue }
      bag[gram] = count - 1
      shared += 1
    }
    return Double(2 * shared) / Double(ours.count + theirs.count)
  }

  /// Each word and each pair of neighbours as one number; `nil` when the text does not have a word of it.
  private static func grams(_ words: [UInt32?]) -> [UInt64?] {
    let single = words.map { $0.map { UInt64($0) + 1 } }
    return single
      + zip(single, single.dropFirst()).map { pair in
        pair.0.flatMap { first in pair.1.map { first << 32 | $0 } }
      }
  }
}
