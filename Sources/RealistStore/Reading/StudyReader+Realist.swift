import RealistModel
import SQLiteKit

extension StudyReader {
  /// All configurations with their elements, in the study's order.
  public func configurations() throws -> [Configuration] {
    let confidences = try confidences()
    var elements: [ID<Configuration>: [Element]] = [:]
    try connection.query(
      """
      SELECT configuration, id, letter, text, code, valence, level, beneficiary
      FROM element
      ORDER BY configuration, position
      """
    ) { row in
      elements[row.id(0), default: []].append(
        Element(
          id: row.id(1), letter: row.text(2), text: row.text(3), code: row.optionalID(4),
          valence: row.optionalValue(5), level: row.text(6), beneficiary: row.text(7)))
    }
    return try connection.queryAll(
      """
      SELECT id, key, title, theory, status, "group", statement
      FROM configuration
      ORDER BY position, key
      """
    ) { row in
      let id: ID<Configuration> = row.id(0)
      return Configuration(
        id: id, key: row.text(1), title: row.text(2), theory: row.optionalID(3),
        status: row.value(4, or: .proposed), group: row.text(5), statement: row.text(6),
        elements: elements[id] ?? [], confidence: confidences[id] ?? Confidence())
    }
  }

  /// All evidence, by configuration and place.
  public func evidence() throws -> [Evidence] {
    let elements: [ID<Evidence>: [ID<Element>]] = try related(
      "SELECT evidence, element FROM evidence_element ORDER BY evidence, position")
    return try connection.queryAll(
      """
      SELECT evidence.id, configuration, segment, bearing, standing, coder, created, note
      FROM evidence JOIN configuration ON configuration.id = evidence.configuration
      ORDER BY configuration.position, configuration.key, evidence.position, evidence.id
      """
    ) { row in
      let id: ID<Evidence> = row.id(0)
      return Evidence(
        id: id, configuration: row.id(1), elements: elements[id] ?? [], segment: row.id(2),
        bearing: row.value(3, or: .supports), standing: row.value(4, or: .observed), coder: row.text(5),
        created: row.time(6), note: row.text(7))
    }
  }

  /// The nodes of the theory of change, by stage and place.
  public func factors() throws -> [Factor] {
    var lines: [ID<Factor>: [String: [String]]] = [:]
    try connection.query("SELECT factor, kind, text FROM factor_line ORDER BY factor, kind, position") {
      row in
      lines[row.id(0), default: [:]][row.text(1), default: []].append(row.text(2))
    }
    return try connection.queryAll(
      """
      SELECT factor.id, factor.key, factor.stage, factor.text, factor."group", factor.code,
        factor.opposite
      FROM factor JOIN stage ON stage.key = factor.stage
      ORDER BY stage.position, factor.position, factor.key
      """
    ) { row in
      let id: ID<Factor> = row.id(0)
      let own = lines[id] ?? [:]
      return Factor(
        id: id, key: row.text(1), stage: row.text(2), text: row.text(3), details: own["detail"] ?? [],
        group: row.text(4), code: row.optionalID(5), assumptions: own["assumption"] ?? [],
        indicators: own["indicator"] ?? [], opposite: row.optionalID(6))
    }
  }

  /// The arrows of the theory of change, in the study's order.
  public func links() throws -> [CausalLink] {
    let configurations: [ID<CausalLink>: [ID<Configuration>]] = try related(
      "SELECT link, configuration FROM link_configuration ORDER BY link, position")
    let segments: [ID<CausalLink>: [ID<Segment>]] = try related(
      "SELECT link, segment FROM link_segment ORDER BY link, position")
    return try connection.queryAll(
      #"SELECT id, "from", "to", polarity, label, despite, contexts FROM link ORDER BY position, id"#
    ) { row in
      CausalLink(
        id: row.id(0), from: row.id(1), to: row.id(2), polarity: row.value(3, or: .increases),
        label: row.text(4), isDespite: row.int(5) != 0, contexts: row.lines(6),
        configurations: configurations[row.id(0)] ?? [], segments: segments[row.id(0)] ?? [])
    }
  }

  /// The rings of the theory of change.
  public func loops() throws -> [Loop] {
    let factors: [ID<Loop>: [ID<Factor>]] = try related(
      #"SELECT "loop", factor FROM loop_factor ORDER BY "loop", position"#)
    var breaks: [ID<Loop>: [Loop.Break]] = [:]
    try connection.query(
      #"SELECT "loop", "from", "to", recommendation FROM loop_break ORDER BY "loop", position"#
    ) { row in
      breaks[row.id(0), default: []].append(
        Loop.Break(from: row.id(1), to: row.id(2), recommendation: row.optionalID(3)))
    }
    return try connection.queryAll(
      #"SELECT id, key, title, valence, before FROM "loop" ORDER BY position, key"#
    ) {
      row in
      let id: ID<Loop> = row.id(0)
      return Loop(
        id: id, key: row.text(1), title: row.text(2), valence: row.value(3, or: .neutral),
        factors: factors[id] ?? [], breaks: breaks[id] ?? [], before: row.optionalID(4))
    }
  }

  /// The ripples that the evaluator confirmed.
  public func confirmedRipples() throws -> [ConfirmedRipple] {
    try connection.queryAll("SELECT id, outcome, context, note FROM ripple ORDER BY position, id") { row in
      ConfirmedRipple(id: row.id(0), outcome: row.id(1), context: row.id(2), note: row.text(3))
    }
  }

  /// All memos, oldest first.
  public func memos() throws -> [Memo] {
    try connection.queryAll(
      "SELECT id, subject_kind, subject, coder, written, body FROM memo ORDER BY position, id"
    ) { row in
      Memo(
        id: row.id(0), subject: Memo.Subject(kind: row.text(1), row: row, column: 2), coder: row.text(3),
        written: row.time(4), body: row.text(5))
    }
  }

  /// All recommendations.
  public func recommendations() throws -> [Recommendation] {
    let configurations: [ID<Recommendation>: [ID<Configuration>]] = try related(
      """
      SELECT recommendation, configuration
      FROM recommendation_configuration
      ORDER BY recommendation, position
      """)
    let loops: [ID<Recommendation>: [ID<Loop>]] = try related(
      #"SELECT recommendation, "loop" FROM recommendation_loop ORDER BY recommendation, position"#)
    return try connection.queryAll(
      "SELECT id, key, actor, action, rationale FROM recommendation ORDER BY position, key"
    ) { row in
      let id: ID<Recommendation> = row.id(0)
      return Recommendation(
        id: id, key: row.text(1), actor: row.text(2), action: row.text(3), rationale: row.text(4),
        configurations: configurations[id] ?? [], loops: loops[id] ?? [])
    }
  }

  /// The second column's ids by the first column's, in the statement's order.
  func related<Owner, Other>(_ sql: SQL) throws -> [ID<Owner>: [ID<Other>]] {
    var table: [ID<Owner>: [ID<Other>]] = [:]
    try connection.query(sql) { row in table[row.id(0), default: []].append(row.id(1)) }
    return table
  }
}

extension Memo.Subject {
  /// The kind as the schema spells it.
  var kind: String {
    switch self {
    case .study: "study"
    case .participant: "participant"
    case .source: "source"
    case .code: "code"
    case .segment: "segment"
    case .configuration: "configuration"
    case .theory: "theory"
    case .factor: "factor"
    }
  }

  var idBytes: [UInt8]? {
    switch self {
    case .study: nil
    case .participant(let id): id.bytes
    case .source(let id): id.bytes
    case .code(let id): id.bytes
    case .segment(let id): id.bytes
    case .configuration(let id): id.bytes
    case .theory(let id): id.bytes
    case .factor(let id): id.bytes
    }
  }

  init(kind: String, row: borrowing Row, column: Int) {
    switch kind {
    case "participant": self = .participant(row.id(column))
    case "source": self = .source(row.id(column))
    case "code": self = .code(row.id(column))
    case "segment": self = .segment(row.id(column))
    case "configuration": self = .configuration(row.id(column))
    case "theory": self = .theory(row.id(column))
    case "factor": self = .factor(row.id(column))
    default: self = .study
    }
  }
}
