import RealistAnalysis
import RealistModel

extension ConfigurationReport {
  /// Rows per element: what is not a slot spans the whole configuration.
  func spanningRows(of record: ConfigurationTable.Record) -> [Table.Row] {
    let letters = columns.compactMap { column -> String? in
      if case .elements(let letter) = column { letter } else { nil }
    }
    let grid = ElementGrid(record.elements, columns: letters, isNested: isCausal(letters))
    return grid.rows.enumerated().map { number, cells in
      var next = 0
      return .cells(
        columns.map { column in
          guard column.isSlot, next < cells.count else {
            var cell = cell(column, of: record)
            cell.continues = number > 0
            return cell
          }
          let slot = cells[next]
          next += 1
          return Table.Cell(
            .lines(elements.lines(slot.elements, of: record)), continues: slot.continues,
            reference: record.link(to: slot.elements))
        })
    }
  }

  /// Whether the letters are in the order of the template, which is the order of causes.
  private func isCausal(_ letters: [String]) -> Bool {
    let places = letters.compactMap { letter in content.template.slots.firstIndex { $0.letter == letter } }
    return places == places.sorted()
  }

  /// `Context 1`, prose, `Mechanism 1`, prose, `Outcome 1 → Context 2`, prose, where the number is the configuration's.
  func stackedLines(of record: ConfigurationTable.Record) -> [Table.Line] {
    columns.flatMap { column -> [Table.Line] in
      guard case .elements(let letter) = column else { return namedLines(column, of: record) }
      let own = record.elements(letter: letter)
      guard let slot = own.first?.slot else { return [] }
      let targets = record.ripples.filter { ripple in own.contains { $0.label == ripple.outcome } }
      var heading = "\(slot.name) \(record.number)"
      if options.showsRipples && !targets.isEmpty { heading += " → " + contexts(of: targets) }
      return [Table.Line(heading, style: .heading)] + own.map { Table.Line(elements.text($0)) }
    }
  }

  /// `Context 2 and Context 3`.
  private func contexts(of ripples: [Ripple]) -> String {
    let name = content.template.slots.first { $0.role == .context }?.name ?? "Context"
    return series(
      ripples.distinct { $0.to }.map { "\(name) \(content.numbers[$0.to] ?? 0)" })
  }

  private func namedLines(
    _ column: ConfigurationColumn, of record: ConfigurationTable.Record
  ) -> [Table.Line] {
    let lines = cell(column, of: record).lines
    guard !lines.isEmpty else { return [] }
    let title = column.head(template: content.template, letters: .none).title
    return [Table.Line(title, style: .heading)] + lines
  }

  /// Every distinct element of each column. Uses of one code are one item; further wordings of it are details below it.
  func pooledCells(of records: [ConfigurationTable.Record]) -> [Table.Cell] {
    columns.map { column in
      switch column {
      case .elements(let letter):
        Table.Cell(pooled(records.flatMap { record in record.elements(letter: letter) }))
      case .mechanisms(let valence):
        Table.Cell(pooled(records.flatMap(\.elements).filter { $0.isMechanism(valence) }))
      default: Table.Cell(records.flatMap { cell(column, of: $0).lines }.distinct)
      }
    }
  }

  private func pooled(_ records: [ConfigurationTable.ElementRecord]) -> [Table.Line] {
    var boxes: [(key: String, texts: [String])] = []
    for record in records {
      let text = elements.text(record)
      let key = record.path ?? "\n" + record.element.text.lowercased()
      if let place = boxes.firstIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        if !boxes[place].texts.contains(text) { boxes[place].texts.append(text) }
      } else {
        boxes.append((key, [text]))
      }
    }
    return boxes.flatMap { box in
      box.texts.enumerated().map { Table.Line($0 == 0 ? $1 : "e.g. \($1)") }
    }
  }

  /// A row per value; elements of which nothing was said stand in the last one.
  func classifiedRows(
    of records: [ConfigurationTable.Record], by kind: ConfigurationTableOptions.ElementClass
  ) -> [Table.Row] {
    let all = records.flatMap { record in record.elements.map { (record, $0) } }
    let shown = all.filter { _, element in columns.contains { $0.holds(element) } }
    let values = shown.map { $0.1.element.value(of: kind) }.distinct
    return (values.filter { !$0.isEmpty } + values.filter(\.isEmpty)).map { value in
      let own = shown.filter { $0.1.element.value(of: kind).utf8.elementsEqual(value.utf8) }
      let cells = columns.map { Table.Cell(classifiedLines($0, own).distinct) }
      return .cells([Table.Cell(value.isEmpty ? "(not said)" : value)] + cells)
    }
  }
}

extension ConfigurationReport {
  private func classifiedLines(
    _ column: ConfigurationColumn,
    _ own: [(record: ConfigurationTable.Record, element: ConfigurationTable.ElementRecord)]
  ) -> [Table.Line] {
    if column == .quotes {
      return own.flatMap { evidence.quotes(of: $0.element, limit: max(1, options.quotes)) }
    }
    return own.filter { column.holds($0.element) }.map {
      Table.Line("\(elements.text($0.element)) [CMO \($0.record.number)]")
    }
  }
}

extension ConfigurationColumn {
  /// Whether an element is printed in this column.
  fileprivate func holds(_ element: ConfigurationTable.ElementRecord) -> Bool {
    switch self {
    case .elements(let letter): element.slot.letter == letter
    case .mechanisms(let valence): element.isMechanism(valence)
    default: false
    }
  }
}
