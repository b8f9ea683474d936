import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistReports
import RealistStore

/// `realist literature`.
struct LiteratureGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "literature", abstract: "Works of the literature.", subcommands: [ImportLiterature.self])
}

/// `realist literature import`.
struct ImportLiterature: Command {
  static let configuration = CommandConfiguration(
    name: "import", abstract: "Read references (RIS) as sources: title, authors, abstract and notes.",
    discussion: """
      Each work becomes a source of the kind literature, called like its first author and year; authors, year, journal, DOI and keywords \
      are attributes. Title, abstract and notes are its text, so they can be searched and coded. A work that is there already, by its DOI or \
      by its title, is left out.
      """,
    examples: [
      Example("realist literature import review.ris --dry-run"),
      Example("realist literature import review.ris"),
    ])

  @Argument(help: "The file.", valueName: "FILE", completion: .files) var file: String
  @Option(
    help: "The charset of the file.", valueName: "NAME",
    completion: .values(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?
  @Flag(help: "Only list the works.") var dryRun: Bool
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let bytes = try FileAccess.read(context.path(file), named: file, limit: 64 << 20)
    let (references, notes) = try RISReader.read(bytes, file: file, encoding: encoding)
    if dryRun {
      let plan = try study.open(context).read { try LiteraturePlan(references, $0) }
      try output.write(plan.table, context)
      report(notes + plan.notes, context)
      return context.printError("nothing was imported")
    }
    let plan = try study.open(context, .readWrite).change(study.note(context, "import literature")) {
      writer in
      let plan = try LiteraturePlan(references, writer.reader)
      try plan.apply(writer)
      writer.command = "import literature \(file.lastPathComponent): \(counted(plan.works.count, "work"))"
      return plan
    }
    report(notes + plan.notes, context)
    context.report("imported \(counted(plan.works.count, "work")): \(listed(plan.works.map(\.source.name)))")
  }

  private func report(_ notes: [String], _ context: Context) {
    for note in notes { context.printError("note: \(note)") }
  }
}

/// References that are not in the study yet, as sources.
struct LiteraturePlan {
  private(set) var works: [(source: Source, text: SourceText)] = []
  private(set) var newAttributes: [AttributeDefinition] = []
  private var known: [String] = []

  init(_ references: [Reference], _ reader: StudyReader) throws {
    let sources = try reader.sources()
    var definitions = try reader.attributes()
    let before = Set(definitions)
    var names = Set(sources.map(\.name))
    var titles = Set(sources.filter { $0.kind == .literature }.map { $0.title.lowercased() })
    var identifiers = Set(sources.compactMap { $0.attributes["doi"]?.description.lowercased() })
    for reference in references {
      let isKnown =
        (!reference.doi.isEmpty && !identifiers.insert(reference.doi.lowercased()).inserted)
        || (!reference.title.isEmpty && !titles.insert(reference.title.lowercased()).inserted)
      guard !isKnown, let text = try? SourceText(reference.text.replacing("\0", with: "")), text.length > 1
      else {
        known.append(reference.key)
        continue
      }
      var source = Source(
        id: ID(high: 0, low: 0), name: Self.free(reference.key, &names), title: reference.title,
        kind: .literature)
      let values = [
        ("authors", reference.authors.joined(separator: "; ")),
        ("year", reference.year.map(String.init) ?? ""),
        ("journal", reference.container), ("doi", reference.doi), ("address", reference.address),
        ("keywords", reference.keywords.joined(separator: "; ")),
      ]
      for (name, value) in values where !value.isEmpty {
        let (attribute, value) = try definitions.read(value, for: name, of: .source)
        source.attributes[attribute] = value
      }
      works.append((source, text))
    }
    newAttributes = definitions.filter { !before.contains($0) }
  }

  /// The name, with a letter behind it where it is taken: `Pawson1997b`.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var (candidate, number) = (name, 1)
    while !taken.insert(candidate).inserted {
      number += 1
      let letter = number <= 26 ? String(UnicodeScalar(UInt8(0x60 + number))) : "-\(number)"
      candidate = name + letter
    }
    return candidate
  }

  var notes: [String] {
    known.isEmpty ? [] : ["left out, for the study has them or they have no words: \(listed(known))"]
  }

  var table: Table {
    let head = Table.Head(columns: [
      .init("source", "Source", isRowHeading: true), .init("title", "Title", weight: 6),
      .init("authors", "Authors", weight: 4), .init("year", "Year", kind: .number),
      .init("words", "Words", kind: .number),
    ])
    return Table(
      head,
      rows: works.map { work in
        .cells([
          .init(work.source.name), .init(work.source.title),
          .init(work.source.attributes["authors"]?.description ?? ""),
          .init(work.source.attributes["year"]?.description ?? ""),
          .init(SourceText.wordCount(of: work.text.string[...])),
        ])
      })
  }

  func apply(_ writer: StudyWriter) throws {
    for definition in newAttributes { try writer.put(attribute: definition) }
    for (source, text) in works {
      var source = source
      source.id = writer.newID()
      try writer.add(source, Revision(source: source.id, text: text, imported: writer.time))
    }
  }
}
