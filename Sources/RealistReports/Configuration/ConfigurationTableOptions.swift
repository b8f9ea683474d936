import RealistAnalysis
import RealistModel

/// How a table of configurations is laid out. ``ConfigurationLayout/options(template:)`` gives those of a published convention to start from.
public struct ConfigurationTableOptions: Hashable, Sendable {
  /// What a row is.
  public enum Arrangement: Hashable, Sendable {
    /// A row per configuration, its elements stacked in cells.
    case rows
    /// Rows per element, one context spanning its mechanisms, each mechanism spanning its outcomes.
    case spanning
    /// A block of prose per configuration, a heading per element.
    case stacked
    /// One row for all configurations of a group: each column is the list of all distinct elements.
    case pooled
    /// A row per level, beneficiary, … with the elements of all configurations that are classified so.
    case classified(by: ElementClass)
  }

  /// What elements are classified or tagged by.
  public enum ElementClass: String, Hashable, Sendable, CaseIterable { case level, beneficiary, valence }

  /// Where the letter of a slot is printed.
  public enum Letters: Hashable, Sendable {
    case none
    /// `Contexts (C)` in the header.
    case header
    /// `… (C)` after each element.
    case suffix
  }

  /// How elements in one cell are numbered.
  public enum Numbering: Hashable, Sendable {
    case none
    /// `1.` where a cell holds several.
    case local
    /// `Mechanism 2:`, numbered within the configuration.
    case named
  }

  public var arrangement: Arrangement
  /// In order; the slots among them are put into ``order`` when that is given.
  public var columns: [ConfigurationColumn]
  /// Letters of slots, in the order of their columns; `nil` for the order of ``columns``.
  public var order: [String]?
  public var grouping: ConfigurationTable.Grouping?
  /// Whether cells span rows; otherwise they are repeated.
  public var isSpanning: Bool
  /// How many quotes are printed for each element, where there is a column for them or it is more than none.
  public var quotes: Int
  public var letters: Letters
  public var numbering: Numbering
  /// Whether each element says how many sources and participants are behind it.
  public var showsCounts: Bool
  /// Whether an outcome says which configuration it is the context of.
  public var showsRipples: Bool
  /// What the outcomes are tagged by, `(P)`, with the letters explained below the table.
  public var tags: ElementClass?
  public var title: String
  public var notes: [String]

  public init(arrangement: Arrangement, columns: [ConfigurationColumn]) {
    (self.arrangement, self.columns) = (arrangement, columns)
    (order, grouping, isSpanning, quotes) = (nil, nil, true, 0)
    (letters, numbering, showsCounts, showsRipples, tags) = (.none, .none, false, false, nil)
    (title, notes) = ("", [])
  }

  /// The letters of an order such as `c-o-m`, in any case.
  public static func order(_ text: String, template: Template) throws(ReportError) -> [String] {
    var letters: [String] = []
    for part in text.split(whereSeparator: { $0 == "-" || $0 == "," }) {
      let wanted = part.trimmed.lowercased()
      guard let slot = template.slots.first(where: { $0.letter.lowercased() == wanted }) else {
        throw .unknownSlot(String(part), letters: template.slots.map(\.letter))
      }
      letters.append(slot.letter)
    }
    return letters
  }

  /// The columns that are printed for a table's content.
  ///
  /// The slots are put into order: those the order does not name go, named ones that were missing come. Where quotes are asked for, they get
  /// a column. A table of all slots gets a column for elements that no slot of the template fits. Mechanisms in columns by valence get one more for those of which nothing was said, when there are any. A classified table
  /// has no place for columns that describe whole configurations.
  func effectiveColumns(for content: ConfigurationTable) -> [ConfigurationColumn] {
    var columns = order.map { ordered(by: $0, template: content.template) } ?? self.columns
    if quotes > 0 && !columns.contains(.quotes) { columns.append(.quotes) }
    if case .classified = arrangement { columns.removeAll { !$0.describesElements } }
    if order == nil, let last = columns.lastIndex(where: \.isSlot), columns.holdAllSlots(of: content.template)
    {
      columns.insert(contentsOf: content.foreignLetters.map { .elements(letter: $0) }, at: last + 1)
    }
    if let place = columns.firstIndex(where: \.isMechanisms), !columns.contains(.mechanisms(nil)),
      content.records.flatMap(\.elements).contains(where: { $0.isMechanism(nil) })
    {
      columns.insert(.mechanisms(nil), at: place)
    }
    return columns
  }

  private func ordered(by order: [String], template: Template) -> [ConfigurationColumn] {
    var columns = self.columns
    let slots = columns.filter { $0.isSlot || $0.isMechanisms }
    let place = columns.firstIndex { $0.isSlot || $0.isMechanisms } ?? columns.count
    let ordered = order.flatMap { letter -> [ConfigurationColumn] in
      let role = template.slot(letter: letter)?.role
      let own = slots.filter {
        $0 == .elements(letter: letter) || $0.isMechanisms && (role == .mechanism || role == .reasoning)
      }
      return own.isEmpty ? [.elements(letter: letter)] : own
    }
    columns.removeAll { $0.isSlot || $0.isMechanisms }
    columns.insert(contentsOf: ordered, at: min(place, columns.count))
    return columns
  }
}

extension ConfigurationColumn {
  var isSlot: Bool { if case .elements = self { true } else { false } }
  var isMechanisms: Bool { if case .mechanisms = self { true } else { false } }
  /// Whether it can be printed for single elements.
  var describesElements: Bool { isSlot || isMechanisms || self == .quotes }
}

extension [ConfigurationColumn] {
  /// Whether every element of the template has a place in them.
  fileprivate func holdAllSlots(of template: Template) -> Bool {
    template.slots.allSatisfy { slot in
      let isSplit = slot.role == .mechanism || slot.role == .reasoning
      return contains(.elements(letter: slot.letter)) || isSplit && contains(where: \.isMechanisms)
    }
  }
}

extension ConfigurationTable {
  /// The letters of elements that the template has no slot for, in order of appearance.
  fileprivate var foreignLetters: [String] {
    var seen = Set(template.slots.map(\.letter))
    return records.flatMap(\.elements).map(\.slot.letter).filter { seen.insert($0).inserted }
  }
}
