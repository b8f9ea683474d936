extension Comparison {
  /// The agreement of the coders, a row each for what is asked for. Codes that nobody used take no part.
  ///
  /// Several codes are pooled (``Agreement/pooled(_:)``). Linear in the codings, and with a bootstrap in resamples × codes × sources.
  ///
  /// - Throws: ``RigourError/tooFewToResample(_:)`` for a bootstrap of fewer than two sources.
  public func rows(
    by grouping: AgreementGrouping, _ coefficients: [Coefficient], bootstrap: Bootstrap? = nil
  ) throws(RigourError) -> [AgreementRow] {
    let used = usedCodes
    let draws = try bootstrap?.draws(from: sources.count)
    guard grouping != .source else {
      return try sources.indices.map { place throws(RigourError) in try row(ofSource: place, coefficients) }
    }
    let measures = try used.map { code throws(RigourError) in try CodeMeasure(self, code: code, coefficients)
    }
    var rows = grouping == .code ? used.indices.map { row(ofCode: used[$0], measures[$0], coefficients) } : []
    if grouping == .overall || rows.count > 1 { rows.append(pooledRow(used, measures, coefficients)) }
    guard let draws else { return rows }
    addIntervals(to: &rows, measures, coefficients, draws, perCode: grouping == .code)
    return rows
  }

  private func row(
    ofCode code: Int, _ measure: CodeMeasure, _ coefficients: [Coefficient]
  ) -> AgreementRow {
    let ratings = tallies[code].ratings()
    return AgreementRow(
      subject: .code(code), codes: 1, units: ratings.unitCount, pairable: ratings.pairableCount,
      codings: codingCounts[code], estimates: measure.estimates(coefficients), intervals: [:])
  }

  private func pooledRow(
    _ used: [Int], _ measures: [CodeMeasure], _ coefficients: [Coefficient]
  ) -> AgreementRow {
    var estimates: [Coefficient: Estimate] = [:]
    for coefficient in coefficients {
      estimates[coefficient] = Self.pooled(measures.map { $0.outcomes([coefficient], nil)[0] })
    }
    return AgreementRow(
      subject: .all, codes: used.count, units: unitCount * used.count,
      pairable: used.reduce(0) { $0 + tallies[$1].ratings().pairableCount },
      codings: coders.indices.map { coder in used.reduce(0) { $0 + codingCounts[$1][coder] } },
      estimates: estimates, intervals: [:])
  }

  private func row(ofSource place: Int, _ coefficients: [Coefficient]) throws(RigourError) -> AgreementRow {
    let source = sources[place]
    let used = codes.indices.filter { runs[$0][place] != nil }
    let measures = try used.map { code throws(RigourError) in
      try CodeMeasure(self, code: code, coefficients, onlySource: place)
    }
    var estimates: [Coefficient: Estimate] = [:]
    for coefficient in coefficients {
      estimates[coefficient] = Self.pooled(measures.map { $0.outcomes([coefficient], nil)[0] })
    }
    return AgreementRow(
      subject: .source(place), codes: used.count, units: source.unitCount * used.count,
      pairable: used.reduce(0) { $0 + tallies[$1].ratings(ofSource: place).pairableCount },
      codings: source.codingCounts, estimates: estimates, intervals: [:])
  }

  /// One resample after the other, the same draws for all codes.
  private func addIntervals(
    to rows: inout [AgreementRow], _ measures: [CodeMeasure], _ coefficients: [Coefficient], _ draws: [[Int]],
    perCode: Bool
  ) {
    var resampled = rows.map { _ in coefficients.map { _ in [Estimate]() } }
    for times in draws {
      let outcomes = measures.map { $0.outcomes(coefficients, times) }
      for column in coefficients.indices {
        if perCode {
          for (place, own) in outcomes.enumerated() { resampled[place][column].append(own[column].estimate) }
        }
        guard case .all? = rows.last?.subject else { continue }
        resampled[rows.count - 1][column].append(Self.pooled(outcomes.map { $0[column] }))
      }
    }
    for place in rows.indices {
      for (column, coefficient) in coefficients.enumerated() {
        rows[place].intervals[coefficient] = Interval(resampled[place][column])
      }
    }
  }

  private static func pooled(_ outcomes: [CodeMeasure.Outcome]) -> Estimate {
    let agreements = outcomes.compactMap(\.agreement)
    if agreements.isEmpty, let reason = outcomes.compactMap(\.reason).first { return .undefined(reason) }
    return Estimate { () throws(Undefined) in try .pooled(agreements) }
  }
}

/// One code, ready to be measured for any choice of sources.
struct CodeMeasure: Sendable {
  /// An agreement, or why there is none.
  enum Outcome {
    case agreement(Agreement)
    case none(Undefined)

    var agreement: Agreement? { if case .agreement(let agreement) = self { agreement } else { nil } }
    var reason: Undefined? { if case .none(let reason) = self { reason } else { nil } }

    var estimate: Estimate {
      switch self {
      case .agreement(let agreement): agreement.estimate
      case .none(let reason): .undefined(reason)
      }
    }

    init(_ body: () throws(Undefined) -> Agreement) {
      do { self = .agreement(try body()) } catch { self = .none(error) }
    }
  }

  private let tally: PresenceTally
  private let onlySource: Int?
  private let unitizing: UnitizingAlpha?
  private let family: [UnitizingTally]

  init(
    _ comparison: Comparison, code: Int, _ coefficients: [Coefficient], onlySource: Int? = nil
  ) throws(RigourError) {
    (tally, self.onlySource) = (comparison.tallies[code], onlySource)
    let sources = onlySource.map { [$0] } ?? Array(comparison.sources.indices)
    let continua =
      coefficients.contains(where: \.isUnitizing) ? sources.map { comparison.continuum(code, $0) } : []
    unitizing = coefficients.contains(.alphaU) ? try UnitizingAlpha(continua) : nil
    let isFamily = coefficients.contains { $0.isUnitizing && $0 != .alphaU }
    family = isFamily ? continua.map { UnitizingTally($0, values: 1) } : []
  }

  func estimates(_ coefficients: [Coefficient]) -> [Coefficient: Estimate] {
    zip(coefficients, outcomes(coefficients, nil)).reduce(into: [:]) { $0[$1.0] = $1.1.estimate }
  }

  /// What each coefficient comes to; what they share is counted once.
  func outcomes(_ coefficients: [Coefficient], _ times: [Int]?) -> [Outcome] {
    let ratings =
      coefficients.allSatisfy(\.isUnitizing)
      ? nil : onlySource.map { tally.ratings(ofSource: $0) } ?? tally.ratings(times: times)
    let sum = family.isEmpty ? nil : sum(times)
    return coefficients.map { coefficient in
      Outcome { () throws(Undefined) in
        switch coefficient {
        case .alphaU:
          guard let unitizing else { throw .nothingCompared }
          return try unitizing.agreement(times: times)
        case .uAlpha, .uBinary, .cuAlpha, .kuAlpha:
          guard let sum else { throw .nothingCompared }
          return try sum.agreement(coefficient)
        default:
          guard let ratings else { throw .nothingCompared }
          return try ratings.agreement(coefficient)
        }
      }
    }
  }

  private func sum(_ times: [Int]?) -> UnitizingTally {
    var sum = UnitizingTally(values: 1)
    for (place, tally) in family.enumerated() where times?[place] != 0 {
      sum.add(tally, times: times?[place] ?? 1)
    }
    return sum
  }
}
