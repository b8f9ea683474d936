import RealistReports

/// Measures the commands on a large causal map, each as a whole process.
enum MapRun {
  /// Title, arguments, seconds allowed.
  private static let commands: [(title: String, words: [String], limit: Double?)] = [
    ("robustness of all pairs", ["map", "robustness", "--format", "csv"], 10),
    ("links", ["map", "links", "--format", "csv"], 1),
    (
      "filtered links",
      ["map", "links", "--min-sources", "2", "--focus", "f1", "--steps", "2", "--format", "csv"], 1
    ),
    ("paths", ["map", "paths", "f1", "f2", "--format", "csv"], 1),
    ("threads", ["map", "threads", "f1", "f2", "--format", "csv"], 5),
    ("loops", ["map", "loops", "--format", "csv"], 1),
    ("metrics", ["map", "metrics", "--format", "csv"], 1),
    ("drawing as DOT", ["graph", "map", "--top", "50", "--format", "dot"], 1),
  ]

  /// The table of all commands; the study is made first, in a child.
  static func table(clock: Clock, in folder: TemporaryFolder) throws -> Table {
    let (file, own) = (folder.file("map.realist"), try ChildProcess.ownProgram())
    let realist = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/realist"
    TemporaryFolder.remove(study: file)
    let made = try ChildProcess.run(own, ["--map-study", file], output: folder.file("output"))
    guard made.status == 0 else { throw BenchError.jobFailed(job: "map-study", status: made.status) }
    let rows = try commands.map { command in
      try row(command, realist, file: file, clock: clock, output: folder.file("output"))
    }
    let title = "A causal map of \(MapStudy.factors) factors and \(MapStudy.links) links"
    let columns = [
      Table.Column("operation", "Operation", weight: 10), Table.Column("seconds", "Time (s)", kind: .number),
      Table.Column("megabytes", "Peak memory (MB)", kind: .number), Table.Column("limit", "Limit"),
      Table.Column("ok", "OK?"),
    ]
    return Table(Table.Head(title: title, columns: columns), rows: rows)
  }

  private static func row(
    _ command: (title: String, words: [String], limit: Double?), _ realist: String, file: String,
    clock: Clock,
    output: String
  ) throws -> Table.Row {
    var (seconds, megabytes) = (Double.infinity, 0.0)
    for _ in 0..<3 {
      let child = try ChildProcess.run(realist, command.words + ["--study", file], output: output)
      guard child.status == 0 else {
        throw BenchError.jobFailed(job: command.words.joined(separator: " "), status: child.status)
      }
      seconds = min(seconds, child.times[clock])
      megabytes = max(megabytes, child.megabytes)
    }
    let cells = [
      command.title, seconds.decimals(2), megabytes.decimals(0),
      command.limit.map { "≤ \($0.decimals(0)) s" } ?? "",
      command.limit.map { seconds <= $0 ? "yes" : "no" } ?? "",
    ]
    return .cells(cells.map { Table.Cell($0) })
  }
}
