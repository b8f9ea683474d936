import RealistModel
import RealistSamples
import RealistStore
import SQLiteKit

/// What a child of the benchmark does, each in a process of its own so that its peak memory is its own.
///
/// Those before `rawHelp` tell the time themselves, so that making the sample is not measured; the others are measured from outside.
enum Job: String {
  case frame, evidence, facts
  case importing, rawImporting, codings, rawCodings, tagging, rawTagging, subtree, rawSubtree
  case rawHelp, rawStatus, rawSearch, rawTag, rawQuotes, rawSourceList, rawCodeList, rawAgreement,
    rawAsking

  /// - Parameters:
  ///   - size: of the sample.
  ///   - file: the study.
  ///   - word: what else the job needs: a code, a query.
  func run(size: Sample.Size, file: String, word: String) throws {
    switch self {
    case .frame: try StudyJobs.makeFrame(Sample(size: size), file)
    case .evidence: try StudyJobs.addEvidence(Sample(size: size), file)
    case .facts: try StudyJobs.printFacts(file)
    case .importing: report(try ImportJobs.store(Sample(size: size), file))
    case .rawImporting: report(try ImportJobs.raw(Sample(size: size), file))
    case .codings: report(try CodingJobs.store(Sample(size: size), file))
    case .rawCodings: report(try CodingJobs.raw(Sample(size: size), file))
    case .rawTagging: report(try CodingJobs.raw(Sample(size: size), file, coder: Sample.coders[0]))
    case .tagging: report(try CodingJobs.tagging(Sample(size: size), file))
    case .subtree: report(try QuoteJobs.store(file, code: word))
    case .rawSubtree: report(try QuoteJobs.raw(file, code: word))
    case .rawHelp: break
    case .rawStatus: try RawProcesses.status(file)
    case .rawSearch: try RawProcesses.search(file, query: word)
    case .rawTag: try RawProcesses.tag(file)
    case .rawQuotes: try RawProcesses.quotes(file)
    case .rawSourceList: try RawProcesses.sources(file)
    case .rawCodeList: try RawProcesses.codes(file)
    case .rawAgreement: try RawProcesses.agreement(file)
    case .rawAsking: try AskingProcesses.raw(file)
    }
  }

  private func report(_ timed: Timed) { print(timed.times.wall, timed.times.cpu, timed.count) }
}

/// What a job measured and how much it had to do.
struct Timed {
  var times: Times
  var count: Int
}

extension Connection {
  /// The study's file with the settings that ``StudyStore`` works with.
  static func raw(_ file: String) throws -> Connection {
    let connection = try Connection(path: file)
    try connection.setSynchronous(.full)
    try connection.setCacheSize(megabytes: 16)
    return connection
  }
}

extension ChangeNote {
  static func bench(_ command: String) -> ChangeNote {
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    return ChangeNote(
      coder: Sample.coders[0], time: time, command: command,
      ids: UUIDv7Source(time: time, random: SystemRandomNumberGenerator()))
  }
}
