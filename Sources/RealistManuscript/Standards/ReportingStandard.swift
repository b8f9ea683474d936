import RealistModel

/// A checklist that reports of a kind of study are asked to follow: what to report, item by item.
///
/// The items are named and paraphrased here; a report that has to quote a standard takes its words from the publication in ``citation``.
public struct ReportingStandard: Sendable {
  /// A short name: `rameses`, `coreq`, `srqr`.
  public var key: String
  public var title: String
  /// Where the standard was published.
  public var citation: String
  /// The column that an author fills in, as the standard's own checklist heads them.
  public var answers: [String]
  public var sections: [Section]

  /// A heading of the checklist with its items.
  public struct Section: Sendable {
    public var title: String
    public var items: [Item]

    public init(_ title: String, _ items: [Item]) { (self.title, self.items) = (title, items) }
  }

  /// One thing to report.
  public struct Item: Sendable {
    /// Its number in the published checklist.
    public var number: Int
    public var name: String
    /// What is asked for, in short.
    public var asks: String
    /// What a study knows about it; empty where only the author can say.
    public var facts: @Sendable (StudyFacts) -> [Fact]

    public init(
      _ number: Int, _ name: String, _ asks: String,
      facts: @escaping @Sendable (StudyFacts) -> [Fact] = { _ in [] }
    ) {
      (self.number, self.name, self.asks, self.facts) = (number, name, asks, facts)
    }
  }

  /// All standards that are known here.
  public static let all: [ReportingStandard] = [.rameses, .coreq, .srqr]

  /// All items, in the order of the checklist.
  public var items: [Item] { sections.flatMap(\.items) }
}

/// Something that the study says about an item, and where to see it.
public struct Fact: Hashable, Sendable {
  public var text: String
  /// The command that shows it, e.g. `realist participant list`; empty when the text is all there is.
  public var place: String

  public init(_ text: String, _ place: String = "") { (self.text, self.place) = (text, place) }
}
