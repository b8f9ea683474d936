import RealistModel

extension ConfigurationTable {
  /// What configurations are put together by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case theory, level, beneficiary, group, status
  }

  /// Configurations under one heading.
  public struct Group: Sendable {
    /// Empty for those that have no theory, level, … at all.
    public var heading: String
    public var records: [Record]
  }

  /// The configurations in groups, groups in order of appearance, the one without a heading last.
  ///
  /// A configuration whose elements have several levels (beneficiaries) stands under all of them together, `individual, service`, so
  /// that it is printed once; levels are named in the order in which they appear in the table.
  public func groups(by grouping: Grouping) -> [Group] {
    let order = records.flatMap { $0.values(for: grouping) }
    var groups: [Group] = []
    for record in records {
      let own = record.values(for: grouping)
      let heading = order.filter(own.contains).distinct.joined(separator: ", ")
      if let place = groups.firstIndex(where: { $0.heading.utf8.elementsEqual(heading.utf8) }) {
        groups[place].records.append(record)
      } else {
        groups.append(Group(heading: heading, records: [record]))
      }
    }
    return groups.filter { !$0.heading.isEmpty } + groups.filter(\.heading.isEmpty)
  }
}

extension ConfigurationTable.Record {
  /// The distinct levels of its elements, in order.
  public var levels: [String] { elements.map(\.element.level).filter { !$0.isEmpty }.distinct }

  /// For whom: the distinct beneficiaries of its elements, in order.
  public var beneficiaries: [String] { elements.map(\.element.beneficiary).filter { !$0.isEmpty }.distinct }

  /// The title of the theory, or its key where it has none; empty without a theory.
  public var theoryTitle: String { theory.map { $0.title.isEmpty ? $0.key : $0.title } ?? "" }

  /// What it is grouped by; nothing when nothing was said.
  fileprivate func values(for grouping: ConfigurationTable.Grouping) -> [String] {
    switch grouping {
    case .theory: [theoryTitle].filter { !$0.isEmpty }
    case .level: levels
    case .beneficiary: beneficiaries
    case .group: [configuration.group].filter { !$0.isEmpty }
    case .status: [configuration.status.rawValue]
    }
  }
}
