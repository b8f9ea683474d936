import CommandKit
import RealistConsole
import RealistFolder
import RealistModel
import RealistStore

/// `realist participant import`.
struct ImportParticipants: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read participants and their attributes from a CSV file.",
    discussion: """
      A column called id, participant or pseudonym holds the pseudonym. The columns name, consent (parts separated by ;) and withdrawn are \
      known; every other column is an attribute, read as yes/no, number, date or text, whichever fits all its cells.

      Participants who are there already are updated. An empty cell says nothing: what is known stays.
      """,
    examples: [Example("realist participant import participants.csv")])

  @Argument(help: "The file.", valueName: "FILE", completion: .files) var file: String
  @Flag(help: "Only say what would change.") var dryRun: Bool
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.read(context.path(file), named: file, limit: 64 << 20)
    if dryRun {
      let note = study.note(context, "")
      let merge = try study.open(context).read { try ParticipantMerge(bytes, file: file, $0, ids: note.ids) }
      merge.report(context)
      return context.printError("nothing was changed")
    }
    let merge = try study.open(context, .readWrite).change(study.note(context, "import participants")) {
      writer in
      let merge = try ParticipantMerge(bytes, file: file, writer.reader, writer: writer)
      writer.command =
        "import \(counted(merge.participants.count, "participant")) from \(file.lastPathComponent)"
      return merge
    }
    merge.report(context)
    if merge.changesNothing { return context.printError("nothing was changed") }
    context.report("imported \(counted(merge.participants.count, "participant"))")
  }
}

/// Participants of a file put together with those of the study.
struct ParticipantMerge {
  private(set) var participants: [Participant] = []
  private(set) var added: [String] = []
  private(set) var updated: [String] = []
  private(set) var unchanged: [String] = []
  private(set) var newAttributes: [AttributeDefinition] = []

  var changesNothing: Bool { added.isEmpty && updated.isEmpty && newAttributes.isEmpty }

  /// Reads and writes.
  init(_ bytes: [UInt8], file: String, _ reader: StudyReader, writer: StudyWriter) throws {
    try self.init(bytes, file: file, reader) { writer.newID() }
    for definition in newAttributes { try writer.put(attribute: definition) }
    for participant in participants where !unchanged.contains(participant.key) { try writer.put(participant) }
  }

  /// Only reads.
  init(_ bytes: [UInt8], file: String, _ reader: StudyReader, ids: any IDSource) throws {
    var ids = ids
    try self.init(bytes, file: file, reader) { ids.next(Participant.self) }
  }

  private init(
    _ bytes: [UInt8], file: String, _ reader: StudyReader, newID: () -> ID<Participant>
  ) throws {
    let known = Dictionary(try reader.participants().map { ($0.key, $0) }) { first, _ in first }
    let definitions = try reader.attributes()
    let read = try ParticipantsCSV.read(bytes, file: file, definitions: definitions) { key in
      known[key]?.id ?? newID()
    }
    newAttributes = read.definitions.filter { !definitions.contains($0) }
    for participant in read.participants {
      guard let old = known[participant.key] else {
        added.append(participant.key)
        participants.append(participant)
        continue
      }
      let new = old.updated(from: participant)
      if new == old { unchanged.append(old.key) } else { updated.append(old.key) }
      participants.append(new)
    }
  }

  func report(_ context: Context) {
    if !added.isEmpty { context.printError("added: \(listed(added))") }
    if !updated.isEmpty { context.printError("updated: \(listed(updated))") }
    if !unchanged.isEmpty { context.printError("unchanged: \(listed(unchanged))") }
    if !newAttributes.isEmpty {
      let names = newAttributes.map { "\($0.name) (\($0.kind.title))" }
      context.printError("new attributes: \(names.joined(separator: ", "))")
    }
  }
}

extension String {
  /// The name of a file without its folders.
  var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
