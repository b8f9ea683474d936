import RealistModel

extension Table {
  /// What the elements of a template mean and when each is used: the table of terms that realist reports print.
  public static func template(_ template: Template, title: String = "") -> Table {
    let columns = [
      Column("letter", "Letter", weight: 1, isRowHeading: true), Column("element", "Element", weight: 3),
      Column("role", "Role", weight: 2), Column("definition", "Definition", weight: 8),
      Column("rule", "Coding rule", weight: 8),
    ]
    let rows = template.slots.map { slot -> Row in
      .cells([
        Cell(slot.letter), Cell(slot.name), Cell(slot.role.rawValue), Cell(slot.definition), Cell(slot.rule),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }

  /// The templates that are known, and the study's own.
  public static func templates(current: Template, title: String = "") -> Table {
    let columns = [
      Column("key", "Template", weight: 3, isRowHeading: true), Column("name", "Name", weight: 6),
      Column("letters", "Letters", weight: 2), Column("use", "In this study", weight: 2),
    ]
    let isKnown = Template.known.contains { $0.key == current.key }
    let rows = ((isKnown ? [] : [current]) + Template.known).map { template -> Row in
      let isCurrent = template.key == current.key
      let shown = isCurrent ? current : template
      let use = isCurrent ? (current == template || !isKnown ? "in use" : "in use, changed") : ""
      return .cells([
        Cell(shown.key), Cell(shown.name), Cell(shown.slots.map(\.letter).joined(separator: " ")), Cell(use),
      ])
    }
    return Table(Head(title: title, columns: columns), rows: rows)
  }
}
