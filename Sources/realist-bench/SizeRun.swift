import Glibc
import SQLiteKit

/// Measures the operations on a study of one size.
struct SizeRun {
  let name: SizeName
  let clock: Clock
  let folder: TemporaryFolder
  /// This program, and the one that is measured.
  let own, realist: String

  init(_ name: SizeName, _ clock: Clock, in folder: TemporaryFolder) throws(BenchError) {
    (self.name, self.clock, self.folder) = (name, clock, folder)
    own = try ChildProcess.ownProgram()
    realist = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/realist"
  }

  private var frame: String { folder.file("\(name.rawValue)-frame.realist") }
  private var sources: String { folder.file("\(name.rawValue)-sources.realist") }
  private var study: String { folder.file("\(name.rawValue).realist") }
  private var draft: String { folder.file("draft.realist") }

  /// Measures what was asked for; the study grows on the way, by the operations that are measured.
  func outcomes(_ operations: [Operation], _ body: (Outcome) -> Void) throws {
    TemporaryFolder.remove(study: frame)
    try job(.frame, frame)
    for operation in [Operation.importing, .codings, .tagging] {
      let outcome = try growing(operation, isWanted: operations.contains(operation))
      if let outcome { body(.measured(outcome)) }
    }
    try job(.evidence, study)
    guard let facts = Facts(try job(.facts, study).output) else {
      throw BenchError.system("the study has no source")
    }
    for operation in Operation.allCases where operations.contains(operation) {
      switch operation {
      case .importing, .codings, .tagging: break
      case .subtree: body(.measured(try subtree(facts)))
      default: body(try process(operation, facts))
      }
    }
  }

  @discardableResult
  private func job(
    _ job: Job, _ file: String, _ word: String = "", keepsOutput: Bool = true
  ) throws(BenchError) -> ChildProcess {
    let child = try ChildProcess.run(
      own, ["--job", job.rawValue, name.rawValue, file, word], output: folder.file("output"),
      keepsOutput: keepsOutput)
    guard child.status == 0 else { throw .jobFailed(job: job.rawValue, status: child.status) }
    return child
  }

  /// Runs the measured job and the raw one in turn, each on a copy of what was there before.
  private func growing(_ operation: Operation, isWanted: Bool) throws -> Figures? {
    let (jobs, start, end): ((Job, Job), String, String?) =
      switch operation {
      case .importing: ((.importing, .rawImporting), frame, sources)
      case .codings: ((.codings, .rawCodings), sources, study)
      default: ((.tagging, .rawTagging), sources, nil)
      }
    guard isWanted || end != nil else { return nil }
    var best = Best(operation, clock)
    for _ in 0..<(isWanted ? name.runs : 1) {
      for isRaw in isWanted ? [true, false] : [false] {
        try copy(start, to: draft)
        try best.add(try job(isRaw ? jobs.1 : jobs.0, draft), isRaw: isRaw)
      }
    }
    if let end { rename(draft, end) }
    return try isWanted ? best.checked() : nil
  }

  private func copy(_ study: String, to target: String) throws {
    TemporaryFolder.remove(study: target)
    try Connection(path: study).backUp(to: target)
  }

  private func subtree(_ facts: Facts) throws -> Figures {
    var best = Best(.subtree, clock)
    for _ in 0..<name.runs {
      try best.add(try job(.rawSubtree, study, facts.code), isRaw: true)
      try best.add(try job(.subtree, study, facts.code), isRaw: false)
    }
    return try best.checked()
  }

  /// A command of the program as a whole process; `missing` when it does not end well.
  private func process(_ operation: Operation, _ facts: Facts) throws -> Outcome {
    var best = Best(operation, clock)
    let runs = min(name.runs * 3, facts.passages.count)
    // The bare tag makes rows that no reader should meet.
    if operation == .tag { try copy(study, to: draft) }
    let bare = operation == .tag ? draft : study
    for run in 0..<runs {
      let word = operation == .frequentWord ? "the" : facts.word
      let raw = try job(operation.rawJob, bare, word, keepsOutput: false)
      best.addProcess(raw, isRaw: true)
      let arguments = arguments(operation, facts, run: run)
      let child = try ChildProcess.run(realist, arguments, output: folder.file("output"))
      guard child.status == 0 else {
        return .missing(operation, reason: "realist \(arguments[0]) ended with status \(child.status)")
      }
      best.addProcess(child, isRaw: false)
    }
    return .measured(try best.checked())
  }

  private func arguments(_ operation: Operation, _ facts: Facts, run: Int) -> [String] {
    let words =
      switch operation {
      case .help: ["--help"]
      case .coOccurrence, .codeParticipant, .overlapQuery, .nearQuery: AskingProcesses.arguments(operation)
      case .status: ["status"]
      case .search: ["search", facts.word]
      case .frequentWord: ["search", "the"]
      case .tag: ["tag", facts.source, facts.passages[run], "--code", facts.code, "--coder", "bench"]
      case .sourceList: ["source", "list"]
      case .codeList: ["code", "list"]
      case .agreement: RawProcesses.agree
      case .agreementBootstrap: RawProcesses.agree + ["--bootstrap", "1000"]
      case .quotesWorkbook: ["quotes", "--output", folder.file("quotes.xlsx")]
      default: ["quotes", "--format", "csv"]
      }
    return operation == .help ? words : words + ["--study", study]
  }
}

extension Operation {
  /// The bare process that a command is compared with.
  fileprivate var rawJob: Job {
    switch self {
    case .status: .rawStatus
    case .search, .frequentWord: .rawSearch
    case .tag: .rawTag
    case .quotes, .quotesWorkbook: .rawQuotes
    case .sourceList: .rawSourceList
    case .codeList: .rawCodeList
    case .agreement, .agreementBootstrap: .rawAgreement
    case .coOccurrence, .codeParticipant, .overlapQuery, .nearQuery: .rawAsking
    case .help, .importing, .codings, .tagging, .subtree: .rawHelp
    }
  }
}

/// Keeps the best of several runs.
private struct Best {
  private var figures: Figures
  private var counts: Set<Int> = []
  private let clock: Clock

  init(_ operation: Operation, _ clock: Clock) {
    self.clock = clock
    figures = Figures(operation: operation, seconds: .infinity, megabytes: 0, rawSeconds: .infinity)
  }

  /// Adds a job that told its time and how much it did.
  mutating func add(_ child: ChildProcess, isRaw: Bool) throws(BenchError) {
    let words = String(decoding: child.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 3, let wall = Double(words[0]), let cpu = Double(words[1]), let count = Int(words[2])
    else {
      throw .jobFailed(job: figures.operation.rawValue, status: child.status)
    }
    counts.insert(count)
    add(Times(wall: wall, cpu: cpu), child, isRaw: isRaw)
  }

  mutating func addProcess(_ child: ChildProcess, isRaw: Bool) {
    add(child.times, child, isRaw: isRaw)
  }

  private mutating func add(_ times: Times, _ child: ChildProcess, isRaw: Bool) {
    if isRaw {
      figures.rawSeconds = min(figures.rawSeconds, times[clock])
    } else {
      figures.seconds = min(figures.seconds, times[clock])
      figures.megabytes = max(figures.megabytes, child.megabytes)
    }
  }

  func checked() throws(BenchError) -> Figures {
    guard counts.count <= 1 else {
      throw .differentAnswers(job: figures.operation.rawValue, counts: counts.sorted())
    }
    return figures
  }
}
