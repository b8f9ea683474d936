import RealistReports
import RealistSamples
import RealistStore

/// Measures projects on their way out and in, each as a whole process.
enum ProjectRun {
  private struct Measurement {
    var title: String
    var words: [String]
    /// The file that the command makes, to be removed before each run.
    var makes: String
    var limit: Double?
  }

  /// Makes the study that is exported, in a child.
  static func makeStudy(_ file: String) throws {
    _ = try StudyStore.create(file, contents: Sample(size: .large).contents(), entry: .bench("init"))
  }

  /// The table of all commands.
  ///
  /// - Parameter fixtures: a folder with real projects; nil when there is none.
  static func table(clock: Clock, in folder: TemporaryFolder, fixtures: String?) throws -> Table {
    let (study, own) = (folder.file("projects.realist"), try ChildProcess.ownProgram())
    let realist = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/realist"
    TemporaryFolder.remove(study: study)
    let made = try ChildProcess.run(own, ["--project-study", study], output: folder.file("output"))
    guard made.status == 0 else { throw BenchError.jobFailed(job: "project-study", status: made.status) }
    let rows = try measurements(folder, study: study, fixtures: fixtures).map { one in
      try row(one, realist, clock: clock, output: folder.file("output"))
    }
    let columns = [
      Table.Column("operation", "Operation", weight: 10), Table.Column("seconds", "Time (s)", kind: .number),
      Table.Column("megabytes", "Peak memory (MB)", kind: .number), Table.Column("limit", "Limit"),
      Table.Column("ok", "OK?"),
    ]
    return Table(Table.Head(title: "Projects: 200 sources, 100,000 codings", columns: columns), rows: rows)
  }

  private static func measurements(
    _ folder: TemporaryFolder, study: String, fixtures: String?
  ) -> [Measurement] {
    let (archive, new) = (folder.file("projects.qdpx"), folder.file("imported.realist"))
    var all = [
      Measurement(
        title: "export qdpx", words: ["export", "qdpx", archive, "--study", study], makes: archive, limit: 3),
      Measurement(title: "import qdpx", words: ["import", archive, "--study", new], makes: new, limit: 5),
    ]
    guard let fixtures else { return all }
    for (title, file) in [
      ("import a Taguette project of 1,794 highlights", "taguette/SERDIF_P2_ThematicAnalysis.sqlite3"),
      ("import a QualCoder project of 20 codings", "qualcoder/warmwelcome.qda"),
      ("import QualCoder's qdpx of 20 codings", "refi-qda/made_qualcoder_c3204641_warmwelcome.qdpx"),
    ] {
      all.append(
        Measurement(
          title: title, words: ["import", "\(fixtures)/\(file)", "--study", new], makes: new, limit: nil))
    }
    return all
  }

  private static func row(
    _ one: Measurement, _ realist: String, clock: Clock, output: String
  ) throws -> Table.Row {
    var (seconds, megabytes) = (Double.infinity, 0.0)
    for _ in 0..<3 {
      TemporaryFolder.remove(study: one.makes)
      let child = try ChildProcess.run(realist, one.words, output: output)
      guard child.status == 0 else {
        throw BenchError.jobFailed(job: one.words.joined(separator: " "), status: child.status)
      }
      seconds = min(seconds, child.times[clock])
      megabytes = max(megabytes, child.megabytes)
    }
    let isSmall = one.limit == nil || megabytes < 400
    let cells = [
      one.title, seconds.decimals(2), megabytes.decimals(0),
      one.limit.map { "≤ \($0.decimals(0)) s, < 400 MB" } ?? "",
      one.limit.map { seconds <= $0 && isSmall ? "yes" : "no" } ?? "",
    ]
    return .cells(cells.map { Table.Cell($0) })
  }
}
