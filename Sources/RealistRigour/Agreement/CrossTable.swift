/// The judgements of two coders: how many units the first put into the category of the row and the second into that of the column.
public struct CrossTable: Hashable, Sendable {
  public let cells: [[Int]]
  /// The categories, ascending.
  public let values: [Double]

  /// - Throws: ``RigourError/notSquare`` when rows and columns are not as many as there are values, or a count is negative.
  public init(_ cells: [[Int]], values: [Double]? = nil) throws(RigourError) {
    let values = values ?? cells.indices.map { Double($0 + 1) }
    guard cells.count == values.count,
      cells.allSatisfy({ $0.count == values.count && $0.allSatisfy { $0 >= 0 } })
    else { throw .notSquare }
    self.init(valid: cells, values: values)
  }

  init(valid cells: [[Int]], values: [Double]) { (self.cells, self.values) = (cells, values) }

  public var total: Int { cells.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The table as ratings of two coders.
  public var ratings: Ratings {
    let units = cells.indices.flatMap { row in
      cells.indices.compactMap { column in
        cells[row][column] > 0 ? Ratings.Unit([row, column], count: cells[row][column]) : nil
      }
    }
    return Ratings(valid: units, coders: 2, values: values)
  }

  /// Cohen's κ: po = Σ p_ii, pe = Σ p_i+ p_+i (Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological
  /// Measurement 20:37–46); with weights Cohen 1968.
  public func kappa(_ weights: AgreementWeights = .identity) throws(Undefined) -> Agreement {
    let (rows, columns, total) = try margins()
    let disagreements = weights.disagreements(values)
    var (observed, expected) = (0.0, 0.0)
    for (row, line) in cells.enumerated() {
      for (column, count) in line.enumerated() {
        observed += disagreements[row][column] * Double(count) / total
        expected += disagreements[row][column] * rows[row] * columns[column]
      }
    }
    return Agreement(observedDisagreement: observed, expectedDisagreement: expected)
  }

  /// Scott's π: pe = Σ ((p_i+ + p_+i) / 2)² (Scott 1955, "Reliability of content analysis", Public Opinion Quarterly 19:321–325).
  public func pi() throws(Undefined) -> Agreement {
    let (rows, columns, total) = try margins()
    let shares = zip(rows, columns).map { ($0 + $1) / 2 }
    let agreed = cells.indices.reduce(0) { $0 + cells[$1][$1] }
    return Agreement(
      observedDisagreement: (total - Double(agreed)) / total, expectedDisagreement: disagreement(shares))
  }

  /// The greatest κ that the margins allow: (Σ min(p_i+, p_+i) − pe) / (1 − pe) (Cohen 1960, p. 42).
  public func greatestKappa() throws(Undefined) -> Estimate {
    let (rows, columns, _) = try margins()
    let most = zip(rows, columns).reduce(0) { $0 + min($1.0, $1.1) }
    let expected = try kappa().expectedDisagreement
    return Agreement(observedDisagreement: 1 - most, expectedDisagreement: expected).estimate
  }

  /// κ of one category against all others.
  public func kappa(ofCategory category: Int) throws(Undefined) -> Agreement {
    var collapsed = [[0, 0], [0, 0]]
    for (row, line) in cells.enumerated() {
      for (column, count) in line.enumerated() {
        collapsed[row == category ? 1 : 0][column == category ? 1 : 0] += count
      }
    }
    return try CrossTable(valid: collapsed, values: [0, 1]).kappa()
  }

  /// The large-sample standard error of Cohen's κ (Fleiss, Cohen and Everitt 1969, "Large sample standard errors of kappa and weighted
  /// kappa", Psychological Bulletin 72:323–327, formula 13). It takes units for independent, which positions of a text are not.
  public func kappaStandardError() throws(Undefined) -> Estimate {
    let (rows, columns, total) = try margins()
    let agreement = try kappa()
    let (agreed, chance, free) = (agreement.observed, agreement.expected, agreement.expectedDisagreement)
    guard free > 0 else { return .undefined(.noVariation) }
    var sum = 0.0
    for (row, line) in cells.enumerated() {
      for (column, count) in line.enumerated() {
        let share = Double(count) / total
        let factor =
          row == column
          ? free - (rows[row] + columns[row]) * (1 - agreed) : (1 - agreed) * (columns[row] + rows[column])
        sum += share * factor * factor
      }
    }
    let rest = agreed * chance - 2 * chance + agreed
    return .number((max(0, sum - rest * rest) / total).squareRoot() / (free * free))
  }

  /// κ ± 1.96 standard errors.
  public func kappaInterval() throws(Undefined) -> (low: Double, high: Double)? {
    guard let kappa = try kappa().estimate.number, let error = try kappaStandardError().number else {
      return nil
    }
    return (kappa - 1.959963984540054 * error, kappa + 1.959963984540054 * error)
  }

  /// Shares of the rows and of the columns.
  private func margins() throws(Undefined) -> (rows: [Double], columns: [Double], total: Double) {
    let total = Double(total)
    guard total > 0 else { throw .noPairs }
    let rows = cells.map { Double($0.reduce(0, +)) / total }
    let columns = cells.indices.map { column in Double(cells.reduce(0) { $0 + $1[column] }) / total }
    return (rows, columns, total)
  }
}

/// How probable it is that two judgements differ which are drawn with these shares: Σ over pairs of different values, which is exactly 0
/// where there is one value only.
func disagreement(_ shares: [Double]) -> Double {
  var sum = 0.0
  for (place, share) in shares.enumerated() {
    for other in shares[(place + 1)...] { sum += 2 * share * other }
  }
  return sum
}
