import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// `realist participant add`.
struct AddParticipant: Command {
  static let configuration = CommandConfiguration(
    name: "add", abstract: "Add one participant.",
    discussion: "Attributes follow as NAME=VALUE. A new one becomes a column of the study.",
    examples: [
      Example(
        "realist participant add P05 profession=OT band=4 region=North --consent record --consent quote")
    ])

  @Argument(help: "The pseudonym.", valueName: "ID") var id: String
  @Argument(help: "Attributes.", valueName: "NAME=VALUE", completion: .dynamic("participant-attributes"))
  var attributes: [Assignment] = []
  @OptionGroup var person: PersonOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let columns = try study.open(context, .readWrite).change(
      study.note(context, "add participant \(id)")
    ) { writer in
      var columns = try AttributeColumnsInUse(writer.reader)
      var participant = Participant(id: writer.newID(), key: id.trimmed)
      try person.apply(attributes, to: &participant, columns: &columns)
      try columns.writeNew(writer)
      try writer.put(participant)
      return columns
    }
    columns.report(context)
    context.report("added participant \(id)")
  }
}

/// `realist participant edit`.
struct EditParticipant: Command {
  static let configuration = CommandConfiguration(
    name: "edit", abstract: "Change a participant.",
    discussion: "Attributes follow as NAME=VALUE; NAME= takes the value away.",
    examples: [Example("realist participant edit P05 band=5 --withdrawn 2026-03-02")])

  @Argument(help: "The pseudonym.", valueName: "ID", completion: .dynamic("participants")) var id: String
  @Argument(help: "Attributes.", valueName: "NAME=VALUE", completion: .dynamic("participant-attributes"))
  var attributes: [Assignment] = []
  @Option(help: "Another pseudonym.", valueName: "ID") var rename: String?
  @OptionGroup var person: PersonOptions
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let (key, columns, isChanged) = try study.open(context, .readWrite).change(
      study.note(context, "edit participant \(id)")
    ) { writer in
      var columns = try AttributeColumnsInUse(writer.reader)
      let old = try writer.reader.participant(id)
      var new = old
      if let rename { new.key = rename.trimmed }
      try person.apply(attributes, to: &new, columns: &columns)
      writer.command =
        old.key == new.key ? "edit participant \(old.key)" : "rename participant \(old.key) to \(new.key)"
      guard new != old else { return (old.key, columns, false) }
      try columns.writeNew(writer)
      try writer.put(new)
      return (new.key, columns, true)
    }
    guard isChanged else { return context.printError("nothing was changed: \(key) is like that") }
    columns.report(context)
    context.report("changed participant \(key)")
  }
}

/// What a participant has besides attributes.
struct PersonOptions: ParameterGroup {
  @Option(help: "A display pseudonym.", valueName: "NAME") var name: String?
  @Option(help: "What was consented to, such as record or quote.", valueName: "WORD") var consent: [String] =
    []
  @Option(help: "The day of withdrawal.", valueName: "DATE") var withdrawn: CalendarDate?

  func apply(
    _ attributes: [Assignment], to participant: inout Participant, columns: inout AttributeColumnsInUse
  ) throws {
    if let name { participant.name = name }
    if !consent.isEmpty { participant.consent = consent }
    if let withdrawn { participant.withdrawn = withdrawn }
    for assignment in attributes {
      switch assignment.name.lowercased() {
      case "name": participant.name = assignment.value
      case "consent": participant.consent = assignment.value.split(separator: ";").map(\.trimmed)
      case "withdrawn":
        participant.withdrawn = try assignment.date()
      default: try columns.apply(assignment, of: .participant, to: &participant.attributes)
      }
    }
  }
}

extension Assignment {
  /// The value as a day; `nil` when it is empty.
  func date() throws -> CalendarDate? {
    guard !value.isEmpty else { return nil }
    guard let date = CalendarDate(value) else {
      throw Failure("'\(value)' is no day", hint: "write it like \(name)=2026-03-02", exitCode: Exit.usage)
    }
    return date
  }
}
