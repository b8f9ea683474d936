/// What became of a project on its way in or out, element by element, as REFI-QDA 1.5 asks in section 7.
///
/// It names elements, never words of a transcript.
public struct LossReport: Sendable {
  /// What became of an element.
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    /// As it was.
    case kept
    /// There, but something about it is different.
    case changed
    /// As words in a memo.
    case note = "kept as a note"
    case leftOut = "left out"
  }

  /// Elements of a kind that fared alike.
  public struct Line: Hashable, Sendable {
    /// The element as the format calls it, e.g. `Coding`.
    public var element: String
    public var fate: Fate
    /// What was changed, and why; empty for what was kept.
    public var remark: String
    public internal(set) var count: Int
    /// Which ones, by name or place; not all elements have one.
    public internal(set) var items: [String]
  }

  /// How the offsets of a source were read.
  public struct Rule: Hashable, Sendable {
    public var source: String
    /// The unit, the line ends, the mark and the end, in words.
    public var rule: String
    public var reason: String
    public var selections: Int
    public var unresolved: Int
  }

  /// In the order of the project.
  public private(set) var lines: [Line] = []
  public internal(set) var rules: [Rule] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    var element: String
    var fate: Fate
    var remark: String
  }

  public init() {}

  /// Counts an element.
  mutating func add(
    _ element: String, _ fate: Fate, _ remark: String = "", count: Int = 1, item: String? = nil
  ) {
    guard count > 0 else { return }
    let key = Key(element: element, fate: fate, remark: remark)
    let place = places[key] ?? lines.count
    if place == lines.count {
      places[key] = place
      lines.append(Line(element: element, fate: fate, remark: remark, count: 0, items: []))
    }
    lines[place].count += count
    if let item, !item.isEmpty { lines[place].items.append(item) }
  }

  /// How many elements of a kind there were; those that fared in several ways are counted once for each.
  public func count(_ element: String, _ fate: Fate? = nil) -> Int {
    lines.filter { $0.element == element && (fate == nil || $0.fate == fate) }.reduce(0) { $0 + $1.count }
  }

  /// Whether everything came through as it was.
  public var isLossless: Bool { lines.allSatisfy { $0.fate == .kept } }
}
