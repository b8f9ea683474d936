import RealistRigour

/// How the coefficients of one code come out of its counts, in words: what `--explain` prints.
struct Arithmetic {
  let words: String

  init(_ comparison: Comparison, code: Int, _ coefficients: [Coefficient]) throws {
    let ratings = comparison.ratings(ofCode: code)
    var parts = [Self.counts(ratings, comparison.coders)]
    if let row = try comparison.rows(by: .code, coefficients).first(where: { $0.subject == .code(code) }) {
      for coefficient in coefficients {
        parts.append(Self.words(coefficient, ratings, row.estimates[coefficient]))
      }
    }
    words = parts.joined(separator: "; ")
  }

  /// `both 120, only Ana 30, only Ben 4, neither 2,846 of 3,000 units`.
  private static func counts(_ ratings: Ratings, _ coders: [String]) -> String {
    var sums: [[Int]: Int] = [:]
    for unit in ratings.units where unit.count > 0 {
      sums[unit.ratings.map { $0 ?? -1 }, default: 0] += unit.count
    }
    let words = sums.sorted {
      ($0.key.reduce(0, +), $1.key.lexicographicallyPrecedes($0.key) ? 1 : 0) > ($1.key.reduce(0, +), 0)
    }
    .map { pattern, count in
      let have = pattern.indices.filter { pattern[$0] == 1 }.map { coders[$0] }
      let judged = pattern.count { $0 >= 0 }
      let who =
        have.isEmpty
        ? "nobody"
        : have.count == judged ? (judged == 2 ? "both" : "all") : "only " + have.joined(separator: " and ")
      return "\(who)\(judged < pattern.count ? " of \(judged)" : "") \(count)"
    }
    return words.joined(separator: ", ") + " of \(ratings.unitCount) units"
  }

  private static func words(_ coefficient: Coefficient, _ ratings: Ratings, _ estimate: Estimate?) -> String {
    switch estimate {
    case .undefined(let reason)?: return "\(coefficient.symbol) undefined: \(reason.reason)"
    case nil: return ""
    case .number(let number)?:
      guard coefficient != .percent, !coefficient.isUnitizing,
        let agreement = try? ratings.agreement(coefficient)
      else { return "\(coefficient.symbol) \(text(number))" }
      return
        "\(coefficient.symbol) (\(text(agreement.observed)) − \(text(agreement.expected))) / (1 − \(text(agreement.expected))) = \(text(number))"
    }
  }

  /// Four digits after the point.
  private static func text(_ number: Double) -> String {
    let scaled = Int((abs(number) * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
  }
}
