import CommandKit
import RealistAnalysis
import RealistConsole
import RealistModel
import RealistReports
import RealistStore

/// `realist query`.
struct QueryCommand: Command {
  static let configuration = CommandConfiguration(
    name: "query",
    abstract: "Ask which passages bear which codes, said by whom, and how they lie to one another.",
    discussion: """
      A code brings the codes below it; EXACT takes it alone, ANY is every code, and outcomes/care WITH coder = ann asks who put it there \
      (coder, and coded for the day). Conditions are those of --where, such as band >= 4; question = 4 is for turns that answer a \
      question. AND, OR, NOT and parentheses put sets of passages together. a WITHIN b, a OVERLAPS b, a NEAR 20 words b, a NEAR 1 turns \
      b and a FOLLOWED BY 2 turns b keep those passages of a that lie so to one of b; NOT before them keeps the others. Codes with \
      spaces stand in double quotes.

      A saved query is asked with @NAME, in another query and wherever a command takes --where.
      """,
    examples: [
      Example("realist query 'mechanisms/disabling OVERLAPS outcomes AND band >= 4'"),
      Example("realist query 'contexts NEAR 1 turns (outcomes/service OR outcomes/patients)' --count"),
      Example("realist query '@doubt AND NOT mechanisms/enabling' --format markdown"),
    ],
    subcommands: [SaveQuery.self, ListQueries.self, RemoveQuery.self])

  @Argument(help: "The query.", valueName: "QUERY") var text: String
  @Flag(help: "Print how many passages there are, in how many sources, by how many people.") var count: Bool
  @Option(help: "Print that many turns before and after.", valueName: "TURNS") var context = 0
  @Option(help: "The columns of a table, such as quote,attribution,codes.", valueName: "NAMES") var columns:
    String?
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    guard self.context >= 0 else { throw Failure.usage("--context counts turns, from 0") }
    let columns = try columns.map { try QuoteColumn.list($0) }
    try study.open(context).read { reader in
      let query = try reader.query(text)
      let table = try reader.codingTable(count ? query.parts.union(.turns) : query.parts)
      let places = query.passages(in: table)
      if count { return try output.write(.passageCount(of: places, in: table), context) }
      try PassageListing(reader).write(
        places, of: table, output, context, turns: self.context, columns: columns)
    }
  }
}

/// `realist query save`.
struct SaveQuery: Command {
  static let configuration = CommandConfiguration(
    name: "save", abstract: "Save a query under a name, or change the one of that name.",
    examples: [Example("realist query save doubt 'mechanisms/disabling OVERLAPS outcomes'")])

  @Argument(help: "The name: letters, digits, -, _ and .", valueName: "NAME") var name: String
  @Argument(help: "The query.", valueName: "QUERY") var text: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    let isNew = try store.change(study.note(context, "query save \(name)")) { writer in
      var names = try writer.reader.queryNames()
      let old = try writer.reader.queries().first { $0.name.isIdentical(to: name) }
      // A query that names itself would never end.
      names.saved[name] = text
      do throws(QueryError) { _ = try Query("@" + name, names: names) } catch {
        if case .circular = error.reason { throw QueryFailure(error) }
        _ = try writer.reader.query(text)
        throw QueryFailure(error)
      }
      try writer.put(SavedQuery(id: old?.id ?? writer.newID(), name: name, text: text))
      return old == nil
    }
    context.report(isNew ? "saved as @\(name)" : "@\(name) asks this now")
  }
}

/// `realist query list`.
struct ListQueries: Command {
  static let configuration = CommandConfiguration(
    name: "list", aliases: ["ls"], abstract: "List the saved queries and how many passages each finds.",
    examples: [Example("realist query list --format markdown")])

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let rows = try study.open(context).read { reader -> [(SavedQuery, Int?)] in
      let (saved, names) = (try reader.queries(), try reader.queryNames())
      let read = saved.map { try? Query($0.text, names: names) }
      let parts = read.compactMap { $0?.parts }.reduce(into: CodingTable.Part()) { $0.formUnion($1) }
      guard !saved.isEmpty else { return [] }
      let table = try reader.codingTable(parts)
      return zip(saved, read).map { ($0, $1?.passages(in: table).count) }
    }
    try output.write(.savedQueries(rows), context)
    if rows.contains(where: { $0.1 == nil }) {
      context.printError("a query without a number cannot be read any more: realist check says why")
    }
  }
}

/// `realist query remove`.
struct RemoveQuery: Command {
  static let configuration = CommandConfiguration(
    name: "remove", aliases: ["rm"], abstract: "Forget a saved query.",
    examples: [Example("realist query remove doubt")])

  @Argument(help: "Its name.", valueName: "NAME", completion: .dynamic("queries")) var name: String
  @OptionGroup var study: StudyOptions

  func run(_ context: Context) throws {
    let store = try study.open(context, .readWrite)
    try store.change(study.note(context, "query remove \(name)")) { writer in
      try writer.removeQuery(try writer.reader.query(named: name).id)
    }
    context.report("@\(name) is forgotten")
  }
}
