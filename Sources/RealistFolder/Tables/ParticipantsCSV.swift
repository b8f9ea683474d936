import RealistFormats
import RealistModel

/// `participants.csv`: id (or participant, or pseudonym), name, consent, withdrawn, then attributes.
public enum ParticipantsCSV {
  static let columns = ["id", "name", "consent", "withdrawn"]
  /// What the first column may be called in files that other programs wrote; the first of them that is there counts.
  static let keyColumns = ["id", "participant", "pseudonym"]

  /// Reads participants in row order. A column that is none of the four is an attribute, typed by its values unless it is defined.
  ///
  /// - Parameters:
  ///   - file: the name that problems give.
  ///   - definitions: the attributes that the study has.
  ///   - id: the id of the participant with a key.
  /// - Returns: the participants, and the attributes of participants: those defined, then the new ones.
  /// - Throws: ``FolderError`` with every problem of the file.
  public static func read(
    _ bytes: [UInt8], file: String = "participants.csv", definitions: [AttributeDefinition] = [],
    id: (String) -> ID<Participant>
  ) throws(FolderError) -> (participants: [Participant], definitions: [AttributeDefinition]) {
    var table = try FolderTable(bytes, file: file, required: [])
    guard let keyColumn = keyColumns.first(where: { table.column($0) != nil }) else {
      let place = TextPlace(line: table.table.headerLine, column: 0)
      throw FolderError([FolderProblem(file, place, .missingColumn("id"))])
    }
    table.checkWidths()
    let attributes = AttributeColumns(
      table, subject: .participant, standard: columns + [keyColumn], known: definitions)
    var (participants, keys) = ([Participant](), Set<String>())
    for row in table.table.rows {
      let key = row[table.column(keyColumn)].trimmed
      if key.isEmpty {
        table.report(row, .emptyCell(column: keyColumn))
        continue
      }
      guard keys.insert(key).inserted else {
        table.report(row, .duplicate(thing: "participant", name: key))
        continue
      }
      let withdrawn = table.value(row, "withdrawn", expected: "the day, such as 2026-03-02") {
        CalendarDate($0)
      }
      participants.append(
        Participant(
          id: id(key), key: key, name: row[table.column("name")],
          attributes: attributes.values(row, in: &table),
          consent: FolderTable.list(row[table.column("consent")]), withdrawn: withdrawn))
    }
    guard table.problems.isEmpty else { throw FolderError(table.problems) }
    return (participants, attributes.definitions)
  }

  /// The file, in the order given.
  public static func write(_ participants: [Participant], definitions: [AttributeDefinition]) -> [UInt8] {
    let names = definitions.filter { $0.subject == .participant }.map(\.name)
    var writer = CSVWriter()
    writer.append(row: columns + names)
    for participant in participants {
      let own = [
        participant.key, participant.name, participant.consent.joined(separator: "; "),
        participant.withdrawn?.description ?? "",
      ]
      writer.append(row: own + names.map { participant.attributes[$0]?.description ?? "" })
    }
    return writer.bytes
  }
}
