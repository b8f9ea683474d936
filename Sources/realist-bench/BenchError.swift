import RealistModel
import RealistStore
import SQLiteKit

/// Why the benchmark stopped.
enum BenchError: Error {
  case usage(String)
  case cannotStart(program: String)
  case jobFailed(job: String, status: Int32)
  /// Two ways to the same answer gave different ones, so their times say nothing.
  case differentAnswers(job: String, counts: [Int])
  case system(String)

  var message: String {
    switch self {
    case .usage(let reason): "\(reason)\n\(BenchOptions.usage)"
    case .cannotStart(let program): "\(program) cannot be started"
    case .jobFailed(let job, let status): "\(job) ended with status \(status)"
    case .differentAnswers(let job, let counts):
      "\(job) counted \(counts.map(String.init).joined(separator: " and ")) rows"
    case .system(let what): what
    }
  }

  /// A sentence for any error that may reach the top.
  static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as BenchError: error.message
    case let error as StoreError: error.message
    case let error as SQLiteError: error.message
    default: "\(error)"
    }
  }
}
