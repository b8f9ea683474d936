import Glibc
import RealistReports

/// The program.
enum Benchmark {
  static func run(arguments: [String]) -> Int32 {
    do {
      if arguments.first == "--job" {
        try runJob(Array(arguments.dropFirst()))
      } else if arguments.first == "--map-study", arguments.count == 2 {
        try MapStudy.make(arguments[1])
      } else if arguments.first == "--project-study", arguments.count == 2 {
        try ProjectRun.makeStudy(arguments[1])
      } else if arguments.first == "--web-study", arguments.count == 2 {
        try WebRun.makeStudy(arguments[1])
      } else if arguments.first == "--web" {
        try measureWeb(BenchOptions(Array(arguments.dropFirst())))
      } else if arguments.first == "--projects" {
        try measureProjects(BenchOptions(Array(arguments.dropFirst())))
      } else if arguments.first == "--transcript-files", arguments.count == 2 {
        try TranscriptRun.makeFiles(in: arguments[1])
      } else if arguments.first == "--transcript-read", arguments.count == 2 {
        try TranscriptRun.readFiles(in: arguments[1])
      } else if arguments.first == "--transcripts" {
        try measureTranscripts(BenchOptions(Array(arguments.dropFirst())))
      } else if arguments.first == "--map" {
        try measureMap(BenchOptions(Array(arguments.dropFirst())))
      } else if arguments == ["--help"] {
        print(BenchOptions.usage)
        print("operations: \(Operation.allCases.map(\.rawValue).joined(separator: ", "))")
      } else {
        try measure(BenchOptions(arguments))
      }
      return 0
    } catch {
      write(BenchError.sentence(error) + "\n", to: STDERR_FILENO)
      return 1
    }
  }

  /// In a child: `--job NAME SIZE FILE WORD`.
  private static func runJob(_ words: [String]) throws {
    guard words.count == 4, let job = Job(rawValue: words[0]), let size = SizeName(rawValue: words[1]) else {
      throw BenchError.usage("a job needs its name, a size, a file and a word")
    }
    try job.run(size: size.size, file: words[2], word: words[3])
  }

  private static func measure(_ options: BenchOptions) throws {
    let folder =
      if let kept = options.folder { try TemporaryFolder(keeping: kept) } else { try TemporaryFolder() }
    defer { if options.folder == nil { folder.remove() } }
    var (rows, results) = ([Table.Row](), [SizeName: [Figures]]())
    for size in options.sizes {
      try SizeRun(size, options.clock, in: folder).outcomes(options.operations) { outcome in
        rows.append(ResultTables.row(outcome, size))
        if case .measured(let result) = outcome { results[size, default: []].append(result) }
      }
    }
    print(Table(ResultTables.head(options.clock), rows: rows), options.format)
    if let growth = ResultTables.growth(results[.large] ?? [], results[.stress] ?? []) {
      print(growth, options.format)
    }
  }

  private static func measureMap(_ options: BenchOptions) throws {
    let folder =
      if let kept = options.folder { try TemporaryFolder(keeping: kept) } else { try TemporaryFolder() }
    defer { if options.folder == nil { folder.remove() } }
    print(try MapRun.table(clock: options.clock, in: folder), options.format)
  }

  private static func measureWeb(_ options: BenchOptions) throws {
    let folder =
      if let kept = options.folder { try TemporaryFolder(keeping: kept) } else { try TemporaryFolder() }
    defer { if options.folder == nil { folder.remove() } }
    print(try WebRun.table(clock: options.clock, in: folder), options.format)
  }

  private static func measureTranscripts(_ options: BenchOptions) throws {
    let folder =
      if let kept = options.folder { try TemporaryFolder(keeping: kept) } else { try TemporaryFolder() }
    defer { if options.folder == nil { folder.remove() } }
    print(try TranscriptRun.table(clock: options.clock, in: folder), options.format)
  }

  private static func measureProjects(_ options: BenchOptions) throws {
    let folder =
      if let kept = options.folder { try TemporaryFolder(keeping: kept) } else { try TemporaryFolder() }
    defer { if options.folder == nil { folder.remove() } }
    let fixtures = getenv("REALIST_FIXTURES").map { String(cString: $0) }
    print(try ProjectRun.table(clock: options.clock, in: folder, fixtures: fixtures), options.format)
  }

  private static func print(_ table: Table, _ format: TableFormat) {
    write(String(decoding: table.bytes(as: format, width: nil), as: UTF8.self) + "\n", to: STDOUT_FILENO)
  }

  private static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  private static func write(_ text: String, to file: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      written += count
    }
  }
}
