import RealistAnalysis
import RealistModel

/// What the codings of a matrix are told apart by: sources, participants, coders, questions, or the values of an attribute.
public struct MatrixColumns: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    case source, participant, coder, question
    /// The values of an attribute or a built-in field; numbers in bands where limits are given, in order: 5 and 10 make `below 5`,
    /// `5 to below 10`, `10 and above`.
    case field(FilterField, limits: [Double])
  }

  public let kind: Kind
  /// The values, in order. Passages without one are in a last column that is added where there are any: ``without``.
  public let labels: [String]
  /// What the column of passages without a value is called.
  public let without: String
  private let bySource: [Int32]
  private let byParticipant: [Int32]
  private let byQuestion: [Int32]

  public init(_ kind: Kind, of table: CodingTable) {
    self.kind = kind
    var (bySource, byParticipant, byQuestion) = ([Int32](), [Int32](), [Int32]())
    switch kind {
    case .source: (labels, without) = (table.sources.map(\.name), "(no source)")
    case .participant: (labels, without) = (table.participants.map(\.key), "(nobody named)")
    case .coder: (labels, without) = (table.coders, "(no coder)")
    case .question:
      let order = table.questions.indices.sorted {
        Self.precedes(table.questions[$0], table.questions[$1])
      }
      (labels, without) = (order.map { table.questions[$0] }, "(no question)")
      byQuestion = table.questions.indices.map { Int32(order.firstIndex(of: $0) ?? -1) }
    case .field(let field, let limits):
      let people = table.participants.map { field.value(participant: $0, source: nil) }
      let places = table.sources.map { field.value(participant: nil, source: $0) }
      let band = { (value: AttributeValue?) in value.flatMap { Self.label($0, limits) } }
      labels = Self.labels(people + places, limits)
      without = "(no \(field.name))"
      let columns = Dictionary(
        labels.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
      byParticipant = people.map { band($0).flatMap { columns[$0] } ?? -1 }
      bySource = places.map { band($0).flatMap { columns[$0] } ?? -1 }
    }
    (self.bySource, self.byParticipant, self.byQuestion) = (bySource, byParticipant, byQuestion)
  }

  /// The parts of a table that the columns need.
  public static func parts(_ kind: Kind) -> CodingTable.Part {
    switch kind {
    case .source, .coder: []
    case .participant, .question: .turns
    case .field(let field, _): field.subjects.contains(.participant) ? .turns : []
    }
  }

  /// The column of a passage; -1 for none. Coders differ from mark to mark and are not asked for here.
  func column(of passage: CodingTable.Passage) -> Int32 {
    switch kind {
    case .source: return passage.source
    case .participant: return passage.participant
    case .coder: return -1
    case .question: return passage.question < 0 ? -1 : byQuestion[Int(passage.question)]
    case .field(let field, _):
      if passage.participant >= 0, field.subjects.contains(.participant) {
        return byParticipant[Int(passage.participant)]
      }
      return bySource[Int(passage.source)]
    }
  }

  /// The distinct values in order: numbers and dates by size, `no` before `yes`, text by its letters.
  private static func labels(_ values: [AttributeValue?], _ limits: [Double]) -> [String] {
    let known = Set(values.compactMap { $0 }).filter { $0 != .text("") }
    var labels: [String] = []
    for value in known.sorted(by: precedes) {
      if let label = label(value, limits), !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  private static func label(_ value: AttributeValue, _ limits: [Double]) -> String? {
    guard value != .text("") else { return nil }
    guard !limits.isEmpty, case .number(let number) = value else { return value.description }
    let words = { (limit: Double) in AttributeValue.number(limit).description }
    let place = limits.firstIndex { number < $0 } ?? limits.count
    if place == 0 { return "below \(words(limits[0]))" }
    if place == limits.count { return "\(words(limits[place - 1])) and above" }
    return "\(words(limits[place - 1])) to below \(words(limits[place]))"
  }

  private static func precedes(_ left: AttributeValue, _ right: AttributeValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.boolean(let left), .boolean(let right)): !left && right
    default: left.description < right.description
    }
  }

  /// `2` before `10`, `4` before `4a`.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    let digits = { (text: String) in Int(text.prefix { $0.isASCII && $0.isNumber }) ?? .max }
    return (digits(left), left) < (digits(right), right)
  }
}
