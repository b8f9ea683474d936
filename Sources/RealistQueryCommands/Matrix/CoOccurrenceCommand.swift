import CommandKit
import RealistAnalysis
import RealistConsole
import RealistMatrices
import RealistModel
import RealistReports
import RealistStore

/// When two passages meet, as it is typed.
struct MeetingOptions: ParameterGroup {
  static let title: String? = "When two passages meet"

  /// The ways.
  enum Name: String, CaseIterable, ArgumentValue { case overlap, containment, near }

  @Option(help: "They share words, the row's lies within the column's, or they are near each other.")
  var measure = Name.overlap
  @Option(help: "With --measure near: how many units may lie between them.", valueName: "COUNT")
  var distance: Int?
  @Option(help: "What the distance is counted in.") var unit = DistanceUnit.words

  var wanted: CoOccurrence.Measure {
    get throws {
      guard measure == .near || distance == nil else {
        throw Failure.usage("--distance goes with --measure near")
      }
      guard (distance ?? 0) >= 0 else { throw Failure.usage("--distance counts from 0") }
      switch measure {
      case .overlap: return .overlap
      case .containment: return .containment
      case .near:
        guard let distance else {
          throw Failure.usage("--measure near needs --distance", hint: "--measure near --distance 20")
        }
        return .near(distance, unit)
      }
    }
  }
}

extension DistanceUnit: ArgumentValue {}

/// `realist matrix cooccurrence`.
struct CoOccurrenceCommand: Command {
  static let configuration = CommandConfiguration(
    name: "cooccurrence", abstract: "Codes against codes: how often their passages meet.",
    discussion: """
      A cell counts pairs of passages. A passage that bears both codes is one pair, however many coders put them there; the diagonal holds \
      the passages of a code. The c-coefficient is n12 / (n1 + n2 − n12) of these counts and passes 1 where one passage meets \
      several. Jaccard is the share of characters that bear both among those that bear either, whatever the measure.
      """,
    examples: [
      Example("realist matrix cooccurrence --level 2"),
      Example("realist matrix cooccurrence --code mechanisms --against outcomes --value coefficient"),
      Example("realist matrix cooccurrence --measure near --distance 1 --unit turns --format csv"),
    ])

  /// What a cell shows.
  enum Value: String, CaseIterable, ArgumentValue { case pairs, sources, coefficient, jaccard }

  @Option(help: "What a cell shows.") var value = Value.pairs
  @Option(help: "Only these codes as columns.", valueName: "PATH", completion: .dynamic("codes"))
  var against: [String] = []
  @Flag(help: "Leave out codes without a passage.") var hideEmpty: Bool
  @Option(help: "Print the passages behind a cell instead.", valueName: "ROW,COLUMN") var explain: String?
  @OptionGroup var meeting: MeetingOptions
  @OptionGroup var zoom: ZoomOptions
  @OptionGroup var passages: PassageOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let measure = try meeting.wanted
    try study.open(context).read { reader in
      let table = try passages.table(reader, CoOccurrence.parts(measure))
      let (rows, sides) = try sides(table)
      if let explain {
        let cell = try CellArgument(explain).place(
          row: { try $0.row(in: rows, table.codes) }, column: { try $0.row(in: rows, table.codes) })
        guard let row = cell.row, let column = cell.column else {
          throw Failure.usage("--explain takes two codes here")
        }
        let found = CoOccurrence.passages(in: table, rows: rows, measure: measure, row: row, column: column)
        return try PassageListing(reader).write(found, of: table, output, context)
      }
      let counts = CoOccurrence(table, rows: rows, measure: measure)
      let kept = { (places: [Int]) in places.filter { !hideEmpty || counts.passages($0) > 0 } }
      try output.write(
        .coOccurrence(
          counts, value: cells(table, rows), rows: kept(sides.rows), columns: kept(sides.columns)), context)
      if table.passages.isEmpty { context.printError("no coding fits") }
    }
  }

  private func cells(_ table: CodingTable, _ rows: CodeZoom) -> Table.CoOccurrenceValue {
    switch value {
    case .pairs: .pairs
    case .sources: .sources
    case .coefficient: .coefficient
    case .jaccard: .jaccard(CoOccurrence.jaccard(table, rows: rows))
    }
  }

  /// The codes that are counted, and which of them stand at the side and at the top.
  private func sides(_ table: CodingTable) throws -> (CodeZoom, (rows: [Int], columns: [Int])) {
    let all = CodeZoom(try zoom.kind, of: table)
    let places = { (names: [String]) throws -> [Int] in
      guard let within = try ZoomOptions.within(names, table.codes) else { return Array(all.rows.indices) }
      return all.rows.indices.filter { place in
        within.contains { table.codes.isWithin(all.rows[place].code, $0) }
      }
    }
    let rows = try places(zoom.codes)
    return (all, (rows, against.isEmpty ? rows : try places(against)))
  }
}
