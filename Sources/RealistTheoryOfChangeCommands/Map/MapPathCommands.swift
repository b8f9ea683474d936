import CommandKit
import RealistCausalMap
import RealistConsole
import RealistModel
import RealistReports

/// `realist map paths`.
struct MapPathsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "paths", abstract: "List the paths from one factor to another, and who claims all of each.",
    discussion: """
      A path joins what different people said. Where nobody makes it all the way, the first factor leads to the last only if the people meant the \
      same circumstances.
      """,
    examples: [
      Example("realist map paths leaving burnout"), Example("realist map paths leaving burnout --explain"),
    ])

  @OptionGroup var way: MapWay
  @Option(help: "The most paths.", valueName: "COUNT") var limit = 100
  @Flag(help: "The quotes behind each step instead.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let ends = try way.ends(options, command: "paths")
    let bound = try way.bound(limit: limit)
    let material = try MapMaterial(options, study, context)
    let paths = try material.map.paths(
      from: ends.from, to: ends.to, within: bound)
    if paths.paths.isEmpty {
      context.printError("note: no path leads from \(paths.from) to \(paths.to)")
    } else if paths.paths.allSatisfy({ $0.threads.isEmpty }) {
      context.printError("note: no source claims all of any path")
    }
    if let stopped = MapWords.bound(paths.end, "paths") { context.printError("note: \(stopped)") }
    let named = paths.paths.enumerated().map { (name: "path \($0 + 1)", path: $1) }
    try output.write(
      explain
        ? Table.mapClaims(named, quotes: material.quotes)
        : Table.mapPaths(paths, filters: material.map.filters), context)
  }
}

/// `realist map threads`.
struct MapThreadsCommand: Command {
  static let configuration = CommandConfiguration(
    name: "threads", abstract: "List who claims a whole chain from one factor to another.",
    discussion:
      "A thread is the whole chain of one source. --by people follows persons through all their sources.",
    examples: [Example("realist map threads leaving burnout --by people")])

  @OptionGroup var way: MapWay
  @Option(help: "The most chains of one source.", valueName: "COUNT") var limit = 20
  @Flag(help: "The quotes behind each step instead.") var explain: Bool
  @OptionGroup var options: MapOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions

  func run(_ context: Context) throws {
    let ends = try way.ends(options, command: "threads")
    let bound = try way.bound(limit: limit)
    let material = try MapMaterial(options, study, context)
    let threads = try material.map.threads(
      from: ends.from, to: ends.to, within: bound)
    let said = threads.threads.count + threads.partial.count
    context.printError(
      !threads.hasPath
        ? "note: no path leads from \(threads.from) to \(threads.to)"
        : "note: \(threads.threads.count) of \(counted(said, "source")) on the ways make it all the way")
    let named = threads.threads.flatMap { thread in thread.paths.map { (name: thread.source, path: $0) } }
    try output.write(
      explain
        ? Table.mapClaims(named, quotes: material.quotes)
        : Table.mapThreads(threads, filters: material.map.filters), context)
  }
}
