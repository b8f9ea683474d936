import RealistModel

/// The elements of a configuration in rows and columns, so that one context stands beside all its mechanisms and each mechanism beside its
/// outcomes.
///
/// What belongs together follows from the order of the elements: an element belongs to the nearest one of the column before it that comes
/// earlier. Elements of one column that follow each other directly share what comes next: a cell is stacked or spans, and no pairing is
/// printed that the statement does not make.
public struct ElementGrid: Sendable {
  /// What stands in one column of one row.
  public struct Cell: Sendable {
    public var elements: [ConfigurationTable.ElementRecord]
    /// Whether it is the lower part of the cell above.
    public var continues: Bool
  }

  /// Every row has a cell per column.
  public let rows: [[Cell]]

  /// - Parameters:
  ///   - columns: letters in the order of the columns; elements of other slots are left out.
  ///   - isNested: whether the columns are in causal order; otherwise everything stands in one row.
  public init(_ elements: [ConfigurationTable.ElementRecord], columns: [String], isNested: Bool = true) {
    let present = elements.filter { columns.contains($0.slot.letter) }
    if isNested {
      rows = Self.rows(present, columns: columns[...])
    } else {
      rows = [
        columns.map { letter in Cell(elements: present.filter { $0.slot.letter == letter }, continues: false)
        }
      ]
    }
  }

  private static func rows(
    _ elements: [ConfigurationTable.ElementRecord], columns: ArraySlice<String>
  ) -> [[Cell]] {
    guard let letter = columns.first else { return [[]] }
    return sections(elements, letter: letter).flatMap { own, inner -> [[Cell]] in
      let below = rows(inner, columns: columns.dropFirst())
      if own.count > 1 && below.count == 1 {
        return own.enumerated().map { place, element in
          [Cell(elements: [element], continues: false)]
            + below[0].map { Cell(elements: $0.elements, continues: place > 0) }
        }
      }
      return below.enumerated().map { place, cells in [Cell(elements: own, continues: place > 0)] + cells }
    }
  }

  /// The elements cut before each one of the letter that follows another kind; what comes before the first belongs to it.
  private static func sections(
    _ elements: [ConfigurationTable.ElementRecord], letter: String
  ) -> [(own: [ConfigurationTable.ElementRecord], inner: [ConfigurationTable.ElementRecord])] {
    var sections: [(own: [ConfigurationTable.ElementRecord], inner: [ConfigurationTable.ElementRecord])] = [
      ([], [])
    ]
    var mayGoOn = true
    for element in elements {
      let last = sections.count - 1
      if element.slot.letter != letter {
        sections[last].inner.append(element)
        mayGoOn = sections[last].own.isEmpty
      } else if mayGoOn {
        sections[last].own.append(element)
      } else {
        sections.append(([element], []))
        mayGoOn = true
      }
    }
    return sections
  }
}
