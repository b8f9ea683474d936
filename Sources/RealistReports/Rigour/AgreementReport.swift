import RealistModel
import RealistRigour

/// A comparison and what to print of it. A table for people has intervals in parentheses and says below it what has to be said with a
/// coefficient; one for programs has a column for each number.
public struct AgreementReport: Sendable {
  public var comparison: Comparison
  /// The paths of the codes.
  public var codes: CodeTree
  public var coefficients: [Coefficient]
  public var rows: [AgreementRow]
  /// What a unit is: `character`, `sentence`, …
  public var unit: String
  public var bootstrap: Bootstrap?
  public var isForPeople: Bool

  public init(
    _ comparison: Comparison, codes: CodeTree, coefficients: [Coefficient], rows: [AgreementRow],
    unit: String = "character", bootstrap: Bootstrap? = nil, isForPeople: Bool = true
  ) {
    (self.comparison, self.codes, self.coefficients, self.rows) = (comparison, codes, coefficients, rows)
    (self.unit, self.bootstrap, self.isForPeople) = (unit, bootstrap, isForPeople)
  }

  /// A row for each subject, a column for each coefficient.
  public func table(title: String = "") -> Table {
    var notes = self.notes
    let rows = self.rows.map { row in Table.Row.cells(cells(of: row, notes: &notes)) }
    return Table(Table.Head(title: title, columns: columns, notes: isForPeople ? notes : []), rows: rows)
  }

  private var subject: String {
    if case .source? = rows.first?.subject { "Source" } else { "Code" }
  }

  private var columns: [Table.Column] {
    var columns = [
      Table.Column(subject.lowercased(), subject, weight: 6, isRowHeading: true),
      Table.Column("codes", "Codes", kind: .number),
    ]
    if isForPeople, rows.allSatisfy({ $0.codes == 1 }) { columns.removeLast() }
    columns += comparison.coders.map { Table.Column("codings_\($0)", $0, kind: .number) }
    if !isForPeople {
      columns += [
        Table.Column("units", "Units", kind: .number), Table.Column("pairable", "Pairable", kind: .number),
      ]
    }
    for coefficient in coefficients {
      columns.append(
        Table.Column(
          coefficient.rawValue, coefficient.symbol, kind: .number,
          weight: bootstrap == nil || !isForPeople ? 1 : 3))
      guard bootstrap != nil, !isForPeople else { continue }
      columns += [
        Table.Column(coefficient.rawValue + "_low", coefficient.symbol + ", low", kind: .number),
        Table.Column(coefficient.rawValue + "_high", coefficient.symbol + ", high", kind: .number),
      ]
    }
    if benchmarked != nil { columns.append(Table.Column("reading", "Reading", weight: 2)) }
    if !isForPeople { columns.append(Table.Column("undefined", "Undefined", kind: .list)) }
    return columns
  }

  /// The coefficient that the reading is about.
  private var benchmarked: Coefficient? { coefficients.first(where: \.hasBenchmark) }

  private func cells(of row: AgreementRow, notes: inout [String]) -> [Table.Cell] {
    var cells = [Table.Cell(name(of: row))]
    if !isForPeople || !rows.allSatisfy({ $0.codes == 1 }) { cells.append(Table.Cell(row.codes)) }
    cells += row.codings.map { Table.Cell($0) }
    if !isForPeople { cells += [Table.Cell(row.units), Table.Cell(row.pairable)] }
    for coefficient in coefficients { cells += self.cells(of: coefficient, row, notes: &notes) }
    if let benchmarked {
      let alpha = row.estimates[benchmarked]?.number
      cells.append(Table.Cell(alpha.map { Benchmark(alpha: $0).rawValue } ?? ""))
    }
    if !isForPeople {
      cells.append(
        Table.Cell(
          items: coefficients.compactMap { coefficient in
            row.estimates[coefficient]?.undefined.map { "\(coefficient.rawValue): \($0.reason)" }
          }))
    }
    return cells
  }

  private func cells(
    of coefficient: Coefficient, _ row: AgreementRow, notes: inout [String]
  ) -> [Table.Cell] {
    let interval = row.intervals[coefficient]
    guard isForPeople else {
      let number = row.estimates[coefficient]?.number
      let ends = [interval?.low, interval?.high]
      return ([number] + (bootstrap == nil ? [] : ends)).map { Table.Cell($0?.decimals(6) ?? "") }
    }
    switch row.estimates[coefficient] {
    case .number(let number)?:
      return [Table.Cell(words(coefficient, number, interval))]
    case .undefined(let reason)?:
      let note = "undefined: \(reason.reason)"
      if !notes.contains(note) { notes.append(note) }
      return [Table.Cell([Table.Line("undefined", note: notes.firstIndex(of: note))])]
    case nil: return [.empty]
    }
  }

  private func words(_ coefficient: Coefficient, _ number: Double, _ interval: Interval?) -> String {
    func text(_ number: Double) -> String { coefficient == .percent ? number.percent() : number.decimals(3) }
    guard bootstrap != nil else { return text(number) }
    guard let interval else { return text(number) + " (no interval)" }
    return "\(text(number)) (\(text(interval.low)) to \(text(interval.high)))"
  }

  private func name(of row: AgreementRow) -> String {
    switch row.subject {
    case .code(let code): codes[comparison.codes[code]]?.path ?? ""
    case .source(let source): comparison.sources[source].name
    case .all: "all \(row.codes) codes"
    }
  }
}

extension AgreementReport {
  /// What has to be said with a coefficient (Krippendorff 2004, section 11.4; O'Connor and Joffe 2020, "Intercoder reliability in qualitative
  /// research", International Journal of Qualitative Methods 19).
  private var notes: [String] {
    var notes = [summary + "."]
    notes.append(contentsOf: [pooling, benchmark, intervals].compactMap(\.self))
    notes.append(coefficients.map { "\($0.symbol): \($0.citation)" }.joined(separator: "; ") + ".")
    return notes
  }

  /// Coders, sources, units and missing judgements, in one sentence without a full stop.
  public var summary: String {
    let units = comparison.unitCount
    let pairable = comparison.sources.reduce(0) { sum, source in
      let judged = source.judged.count { $0 }
      return sum + (judged < 2 ? 0 : judged * (source.units?.count ?? source.length))
    }
    let missing =
      units * comparison.coders.count
      - comparison.sources.reduce(0) { sum, source in
        sum + source.judged.count { $0 } * (source.units?.count ?? source.length)
      }
    let noun = units == 1 ? unit : unit + "s"
    return
      "\(comparison.coders.count) coders (\(comparison.coders.joined(separator: ", "))), "
      + "\(counted(comparison.sources.count, "source")), \(units.grouped) \(noun) judged for each code, "
      + "\(pairable.grouped) pairable judgements, "
      + (missing == 0 ? "none missing" : "\(missing.grouped) missing and left out unit by unit")
  }

  private var pooling: String? {
    guard rows.contains(where: { $0.codes > 1 }), !coefficients.allSatisfy(\.isUnitizing) else { return nil }
    return
      "Several codes are pooled: the mean of what was observed against the mean of what chance expects (de Vries et al. 2008)."
  }

  private var benchmark: String? {
    benchmarked.map {
      "Reading, of \($0.symbol): reliable from .800, tentative from .667 (Krippendorff 2004, section 11.4.4)."
    }
  }

  private var intervals: String? {
    guard let bootstrap else { return nil }
    let count = comparison.sources.count
    let undefined = rows.flatMap { $0.intervals.values }.map(\.undefined).max() ?? 0
    return
      "In parentheses: 95 % percentile interval of \(bootstrap.resamples.grouped) resamples, each of \(count) sources drawn with replacement "
      + "(seed \(bootstrap.seed), xoshiro256**)" + (count < 20 ? "; of so few sources it is rough" : "")
      + (undefined > 0 ? "; resamples without a value are left out, at most \(undefined) in a row" : "") + "."
  }
}
