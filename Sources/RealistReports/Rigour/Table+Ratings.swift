import RealistModel
import RealistRigour

/// A coefficient of a table of ratings with everything that is known of it.
public struct RatingsResult: Sendable {
  public var coefficient: Coefficient
  public var estimate: Estimate
  public var agreement: Agreement?
  public var standardError: Double?
  public var interval: (low: Double, high: Double)?

  public init(
    _ coefficient: Coefficient, estimate: Estimate, agreement: Agreement?, standardError: Double? = nil,
    interval: (low: Double, high: Double)? = nil
  ) {
    (self.coefficient, self.estimate, self.agreement) = (coefficient, estimate, agreement)
    (self.standardError, self.interval) = (standardError, interval)
  }
}

extension Table {
  /// The agreement of a table of ratings, a coefficient a row.
  ///
  /// - Parameters:
  ///   - method: how the intervals are made, in a sentence; `nil` when there are none.
  public static func ratings(
    _ results: [RatingsResult], of ratings: Ratings, method: String?, isForPeople: Bool, title: String = ""
  ) -> Table {
    let digits = isForPeople ? 3 : 6
    var notes = [
      "\(counted(ratings.coders, "coder")), \(counted(ratings.unitCount, "unit")), \(ratings.values.count) categories, "
        + "\(ratings.pairableCount) pairable judgements, "
        + (ratings.missingCount == 0
          ? "none missing." : "\(ratings.missingCount) missing and left out unit by unit.")
    ]
    notes.append(
      "Do and De: observed and expected disagreement; a coefficient is 1 − Do/De, the same as (po − pe) / (1 − pe)."
    )
    if results.contains(where: \.coefficient.hasBenchmark) {
      notes.append("Reading: reliable from .800, tentative from .667 (Krippendorff 2004, section 11.4.4).")
    }
    if let method { notes.append(method) }
    let columns = [
      Column("name", "Name", weight: 3), Column("coefficient", "Coefficient", weight: 5, isRowHeading: true),
      Column("value", "Value", kind: .number), Column("do", "Do", kind: .number),
      Column("de", "De", kind: .number), Column("error", "SE", kind: .number),
      Column("low", "Low", kind: .number), Column("high", "High", kind: .number),
      Column("reading", "Reading", weight: 3), Column("source", "Published", weight: 6),
      Column("undefined", "Undefined", weight: 6),
    ]
    let rows = results.map { result -> Row in
      func cell(_ number: Double?) -> Cell { Cell(number?.decimals(digits) ?? "") }
      let reading =
        result.coefficient.hasBenchmark
        ? result.estimate.number.map { Benchmark(alpha: $0).rawValue } : nil
      let isPercent = result.coefficient == .percent
      return .cells([
        Cell(result.coefficient.rawValue), Cell(result.coefficient.symbol), cell(result.estimate.number),
        cell(result.agreement?.observedDisagreement),
        cell(isPercent ? nil : result.agreement?.expectedDisagreement),
        cell(result.standardError), cell(result.interval?.low), cell(result.interval?.high),
        Cell(reading ?? ""),
        Cell(result.coefficient.citation), Cell(result.estimate.undefined?.reason ?? ""),
      ])
    }
    let table = Table(Head(title: title, columns: columns, notes: isForPeople ? notes : []), rows: rows)
    return isForPeople ? table.withoutEmptyColumns() : table
  }
}
