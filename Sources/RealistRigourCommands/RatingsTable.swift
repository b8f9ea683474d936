import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistReports
import RealistRigour

/// `realist agree --ratings`: judgements from a table.
struct RatingsTable {
  let file: String
  let command: AgreeCommand

  func run(_ context: Context) throws {
    let selection = command.selection
    guard
      selection.code.isEmpty, selection.coder.isEmpty, selection.source.isEmpty, selection.unit == .character,
      selection.zoom == nil, !selection.partial, !command.disagreements, !command.explain, command.by == .code
    else {
      throw Failure.usage(
        "--ratings compares a table: what selects or shows passages of a study does not go with it",
        hint: "realist agree --ratings \(file.shellWord) --coefficient alpha")
    }
    if let unitizing = command.coefficient.first(where: \.isUnitizing) {
      throw Failure.usage("\(unitizing.rawValue) compares passages of a text, not a table")
    }
    let (rows, coders) = try read(context)
    let coefficients = try command.request.coefficients(coders: coders)
    let ratings = try ratings(rows, isWeighted: coefficients.contains(where: \.isWeighted))
    let results = try coefficients.map { try result($0, ratings) }
    let table = Table.ratings(results, of: ratings, method: method(results), isForPeople: command.isForPeople)
    try command.output.write(table, context)
    try judge(results, context)
  }

  private func read(_ context: Context) throws -> (rows: [(line: Int, cells: [String])], coders: Int) {
    let table: CSVTable
    do {
      table = try CSVTable(FileAccess.readText(file, context))
    } catch let error as CSVError {
      throw Failure(
        "\(file):\(error.line):\(error.column): the CSV is broken off or has a stray quotation mark",
        exitCode: Exit.badData)
    }
    let coders = table.header.count - 1
    guard coders >= 2 else {
      throw Failure(
        "\(file): the table has \(table.header.count) columns; a unit and two coders need three",
        hint: "begin it like: unit,Ana,Ben", exitCode: Exit.badData)
    }
    let rows = try table.rows.filter { $0.fields.contains { !$0.trimmed.isEmpty } }.map { row in
      guard row.fields.count <= table.header.count else {
        throw Failure(
          "\(file):\(row.line): the row has \(row.fields.count) cells, and the table \(table.header.count) columns",
          exitCode: Exit.badData)
      }
      return (row.line, (1...coders).map { row[$0].trimmed })
    }
    guard !rows.isEmpty else {
      throw Failure(
        "\(file): there is no unit in it", hint: "a unit a row, its name first", exitCode: Exit.badData)
    }
    return (rows, coders)
  }

  /// Numbers where every cell is one, else names; weights and distances need numbers.
  private func ratings(_ rows: [(line: Int, cells: [String])], isWeighted: Bool) throws -> Ratings {
    let numbers = rows.map { row in row.cells.map { $0.isEmpty ? nil : Self.number($0) } }
    for (row, own) in zip(rows, numbers) where isWeighted {
      guard let bad = zip(row.cells, own).first(where: { !$0.0.isEmpty && $0.1 == nil }) else { continue }
      throw Failure(
        "\(file):\(row.line): '\(bad.0)' is no number, and a weighted coefficient needs numbers",
        hint: "number the categories in their order, or ask for alpha", exitCode: Exit.badData)
    }
    let areNumbers = zip(rows, numbers).allSatisfy { row, own in
      zip(row.cells, own).allSatisfy { $0.isEmpty || $1 != nil }
    }
    return try areNumbers
      ? Ratings(numbers: numbers)
      : Ratings(names: rows.map { row in row.cells.map { $0.isEmpty ? nil : $0 } })
  }

  private static func number(_ text: String) -> Double? {
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }

  private func result(_ coefficient: Coefficient, _ ratings: Ratings) throws -> RatingsResult {
    let agreement = try? ratings.agreement(coefficient)
    let estimate = Estimate { () throws(Undefined) in try ratings.agreement(coefficient) }
    var result = RatingsResult(coefficient, estimate: estimate, agreement: agreement)
    if coefficient == .kappa, let table = try? ratings.crossTable() {
      result.standardError = try? table.kappaStandardError().number
      if command.bootstrap == nil, let interval = try? table.kappaInterval() { result.interval = interval }
    }
    if let resamples = command.bootstrap {
      result.interval = try resampled(coefficient, ratings, resamples).map { ($0.low, $0.high) }
    }
    return result
  }

  /// Units of a table are taken for independent, so units are drawn.
  private func resampled(_ coefficient: Coefficient, _ ratings: Ratings, _ resamples: Int) throws -> Interval?
  {
    guard ratings.units.count > 1 else {
      throw Failure(
        "\(file): an interval is made by drawing units again and again, and there is one",
        hint: "leave out --bootstrap",
        exitCode: Exit.badData)
    }
    let draws = try Bootstrap(resamples: resamples, seed: UInt64(command.seed)).draws(
      from: ratings.units.count)
    return Interval(
      try draws.map { times in
        let units = zip(ratings.units, times).filter { $1 > 0 }.map {
          Ratings.Unit($0.ratings, count: $0.count * $1)
        }
        let drawn = try Ratings(coders: ratings.coders, values: ratings.values, units: units)
        return Estimate { () throws(Undefined) in try drawn.agreement(coefficient) }
      })
  }

  private func method(_ results: [RatingsResult]) -> String? {
    if let resamples = command.bootstrap {
      return
        "Low and high: 95 % percentile interval of \(resamples) resamples of the units (seed \(command.seed), xoshiro256**)."
    }
    guard results.contains(where: { $0.interval != nil }) else { return nil }
    return
      "SE, low and high of κ: large-sample standard error (Fleiss, Cohen and Everitt 1969) and κ ± 1.96 SE."
  }

  private func judge(_ results: [RatingsResult], _ context: Context) throws {
    guard let failUnder = command.failUnder else { return }
    let wanted = command.coefficient.first ?? .alpha
    guard let result = results.first(where: { $0.coefficient == wanted }) else { return }
    if let number = result.estimate.number, number >= failUnder { return }
    context.printError(
      result.estimate.undefined.map { "\(wanted.symbol) is undefined: \($0.reason)" }
        ?? "\(wanted.symbol) is below \(failUnder)")
    throw ExitStatus(Exit.findings)
  }
}
