import RealistAnalysis
import RealistModel
import RealistReports
import RealistRigour
import RealistStore

/// Whose saturation is asked for.
public struct SaturationRequest: Hashable, Sendable {
  /// What interviews bring.
  public enum Things: String, Hashable, Sendable, CaseIterable {
    case codes, configurations, theories

    /// One of them and several.
    var nouns: (String, String) {
      switch self {
      case .codes: ("code", "codes")
      case .configurations: ("configuration", "configurations")
      case .theories: ("theory change", "theory changes")
      }
    }
  }

  public var by = Things.codes
  /// Paths of codes, each with those below it; none for all.
  public var codes: [String] = []
  /// None for interviews and focus groups.
  public var kinds: [Source.Kind] = []
  /// Names of sources; none for all of the kinds.
  public var sources: [String] = []

  public init() {}
}

/// What each interview of a study brings, in order.
public struct SaturationMaterial {
  /// One interview.
  struct Interview {
    var source: Source
    /// By number in ``SaturationMaterial/names``, in order of place.
    fileprivate(set) var things: [Int] = []
    /// Where each thing is first.
    fileprivate(set) var first: [Int: Place] = [:]
  }

  /// A place in an interview: a span, or a date where no passage is named.
  struct Place {
    var revision: Int
    var span: Range<Int>?
  }

  private(set) var interviews: [Interview] = []
  private(set) var names: [String] = []
  /// What was left out: one sentence each, in lower case, without a full stop.
  public private(set) var notes: [String] = []
  private let by: SaturationRequest.Things
  private var numbers: [ID<Source>: Int] = [:]

  /// - Throws: ``RigourMaterialError``, and what reading throws.
  public init(_ reader: StudyReader, _ request: SaturationRequest) throws {
    by = request.by
    let all = try reader.sources()
    let named = try reader.sourceIDs(named: request.sources)
    let kinds = request.kinds.isEmpty ? [.interview, .focusGroup] : request.kinds
    let taken = all.filter { named?.contains($0.id) ?? kinds.contains($0.kind) }
    let order = Self.inOrder(taken)
    (interviews, numbers) = (order.map { Interview(source: $0) }, [:])
    for (place, source) in order.enumerated() { numbers[source.id] = place }
    let coded = try addCodes(reader, request)
    switch request.by {
    case .codes: break
    case .configurations: try addConfigurations(reader)
    case .theories: try addTheories(reader)
    }
    try keep(coded, all: all, taken: taken, request)
  }

  /// By date, those without one last, else in the order they were imported.
  private static func inOrder(_ sources: [Source]) -> [Source] {
    sources.enumerated().sorted { left, right in
      switch (left.element.date, right.element.date) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// The codes of each interview.
  ///
  /// - Returns: the interviews that bear any coding.
  private mutating func addCodes(_ reader: StudyReader, _ request: SaturationRequest) throws -> Set<Int> {
    let table = try reader.codingTable()
    let wanted = try Set(
      request.codes.flatMap {
        try table.codes.subtree(of: table.codes.code(named: $0).code.id).map(\.code.id)
      }
    )
    let isWanted = table.codes.order.map { wanted.isEmpty || wanted.contains($0.code.id) }
    if request.by == .codes { names = table.codes.order.map(\.path) }
    var (coded, found) = (Set<Int>(), interviews)
    for passage in table.passages {
      guard let interview = numbers[table.sources[Int(passage.source)].id],
        Int(passage.revision) == found[interview].source.revision
      else { continue }
      coded.insert(interview)
      guard request.by == .codes else { continue }
      let place = Place(revision: Int(passage.revision), span: Int(passage.start)..<Int(passage.end))
      for mark in table.marks[Int(passage.marks.lowerBound)..<Int(passage.marks.upperBound)]
      where isWanted[Int(mark.code)] {
        found[interview].add(Int(mark.code), place)
      }
    }
    interviews = found
    return coded
  }

  /// The configurations that each interview has evidence for.
  private mutating func addConfigurations(_ reader: StudyReader) throws {
    let configurations = try reader.configurations()
    let places = Dictionary(
      configurations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    names = configurations.map { $0.title.isEmpty ? $0.key : "\($0.key): \($0.title)" }
    let evidence = try reader.evidence()
    let segments = try reader.segments(evidence.map(\.segment))
    let pieces = evidence.compactMap { piece -> (Int, Segment)? in
      guard let number = places[piece.configuration], let segment = segments[piece.segment] else {
        return nil
      }
      return (number, segment)
    }
    for (number, segment) in pieces.sorted(by: { $0.1.span < $1.1.span }) { add(number, segment) }
    if evidence.isEmpty {
      notes.append(
        "no configuration has evidence yet")
    }
  }

  /// The changes of theories after the first wording of each: in the interviews whose passages brought them about; where no passage is named, in
  /// the interview that was held last when the change was made.
  private mutating func addTheories(_ reader: StudyReader) throws {
    let theories = try reader.theories()
    let passages = theories.flatMap { $0.versions.dropFirst().flatMap { $0.passages.map(\.segment) } }
    let segments = try reader.segments(passages)
    var lost = 0
    for theory in theories {
      for (place, version) in theory.versions.enumerated().dropFirst() {
        let number = names.count
        names.append("\(theory.key), version \(place + 1) (\(version.label))")
        let own = version.passages.compactMap { segments[$0.segment] }.filter { numbers[$0.source] != nil }
        for segment in own.sorted(by: { $0.span < $1.span }) { add(number, segment) }
        if own.isEmpty, !addByDate(version.date, number) { lost += 1 }
      }
    }
    if names.isEmpty { notes.append("no theory has changed yet") }
    if lost > 0 {
      notes.append(
        "left out, belonging to no interview by passage or date: \(counted(lost, "theory change"))")
    }
  }

  private mutating func addByDate(_ date: CalendarDate?, _ number: Int) -> Bool {
    let held = date.flatMap { date in
      interviews.lastIndex { interview in interview.source.date.map { $0 <= date } ?? false }
    }
    guard let held else { return false }
    interviews[held].add(number, Place(revision: interviews[held].source.revision, span: nil))
    return true
  }

  private mutating func add(_ number: Int, _ segment: Segment) {
    guard let interview = numbers[segment.source] else { return }
    interviews[interview].add(number, Place(revision: segment.revision, span: segment.span.range))
  }

  /// Leaves out what is not coded yet, and says so.
  private mutating func keep(
    _ coded: Set<Int>, all: [Source], taken: [Source], _ request: SaturationRequest
  ) throws {
    let uncoded = interviews.indices.filter { !coded.contains($0) }.map { interviews[$0].source.name }
    interviews = coded.sorted().map { interviews[$0] }
    guard !interviews.isEmpty else {
      throw taken.isEmpty
        ? RigourMaterialError.noInterview(others: all.first?.kind) : .noCodedInterview
    }
    if !uncoded.isEmpty { notes.append("left out, without a coding: \(listed(uncoded))") }
    if request.sources.isEmpty, all.count > taken.count {
      notes.append("left out, of other kinds: \(counted(all.count - taken.count, "source"))")
    }
    let undated = interviews.filter { $0.source.date == nil }.map(\.source.name)
    if !undated.isEmpty, undated.count < interviews.count {
      notes.append("without a date, so taken last: \(listed(undated))")
    }
  }
}

extension SaturationMaterial.Interview {
  fileprivate mutating func add(_ thing: Int, _ place: SaturationMaterial.Place) {
    guard first[thing] == nil else { return }
    first[thing] = place
    things.append(thing)
  }
}

extension SaturationMaterial {
  /// When interviews stopped bringing what is new.
  ///
  /// - Parameter bootstrap: tries that many random orders of the interviews.
  /// - Throws: ``RigourMaterialError/tooFewToReorder(orders:interviews:needed:)``.
  public func report(_ rule: Saturation.Rule, bootstrap: Bootstrap? = nil) throws -> SaturationReport {
    let things = interviews.map(\.things)
    let orders = bootstrap.flatMap {
      SaturationOrders(things, rule: rule, orders: $0.resamples, seed: $0.seed)
    }
    if let bootstrap, orders == nil {
      throw RigourMaterialError.tooFewToReorder(
        orders: bootstrap.resamples, interviews: things.count, needed: rule.base + rule.run)
    }
    return SaturationReport(
      Saturation(things, rule: rule), interviews: interviews.map { ($0.source.name, $0.source.date) },
      thing: by.nouns.0, things: by.nouns.1, orders: orders, seed: bootstrap?.seed ?? 1)
  }

  /// Each new thing with the passage that brought it.
  public func explanation(_ saturation: Saturation, _ reader: StudyReader, isForPeople: Bool) throws -> Table
  {
    let withdrawn = Set(try reader.participants().filter { $0.withdrawn != nil }.map(\.id))
    var rows: [Table.Row] = []
    for (interview, own) in zip(interviews, saturation.interviews) where !own.new.isEmpty {
      let counts = isForPeople ? ": \(own.new.count) new, \(own.repeated.count) repeated" : ""
      rows.append(.group(interview.source.name + counts))
      let text = try reader.text(of: interview.source.id, revision: interview.source.revision)
      let turns = try reader.turns(of: interview.source.id, revision: interview.source.revision)
      for thing in own.new {
        let place = interview.first[thing]
        var words = ""
        if let span = place?.span, place?.revision == interview.source.revision {
          let checked = try text.checked(TextSpan(start: span.lowerBound, end: span.upperBound))
          let isWithdrawn = turns.touched(by: checked).contains {
            $0.participant.map(withdrawn.contains) ?? false
          }
          words = isWithdrawn ? "(withdrawn)" : String(text[checked])
        }
        rows.append(
          .cells([
            Table.Cell(names[thing]),
            Table.Cell(place?.span.map { "\($0.lowerBound)..\($0.upperBound)" } ?? ""),
            Table.Cell(words),
          ]))
      }
    }
    let columns = [
      Table.Column("new", "New", weight: 4, isRowHeading: true), Table.Column("place", "Place", weight: 2),
      Table.Column("words", "First passage", weight: 8),
    ]
    return Table(Table.Head(columns: columns, grouping: Table.Column("interview", "Interview")), rows: rows)
  }
}
