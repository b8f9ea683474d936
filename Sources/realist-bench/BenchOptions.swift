import RealistReports
import RealistSamples

/// How large a study is measured.
enum SizeName: String, CaseIterable {
  case small, large, stress

  var size: Sample.Size {
    switch self {
    case .small: .small
    case .large: .large
    case .stress: .stress
    }
  }

  /// Of how many runs the best one counts.
  var runs: Int { self == .stress ? 2 : 5 }
}

/// What the benchmark was asked to do.
struct BenchOptions {
  static let usage = """
    usage: realist-bench [--size small|large|stress]… [--all] [--only OPERATION]… [--clock wall|cpu]
      [--format table|csv|markdown|…] [--keep FOLDER]
           realist-bench --map [--clock wall|cpu] [--format …] [--keep FOLDER]
           realist-bench --projects [--clock wall|cpu] [--format …] [--keep FOLDER]
           realist-bench --web [--clock wall|cpu] [--format …] [--keep FOLDER]
           realist-bench --transcripts [--clock wall|cpu] [--format …] [--keep FOLDER]

    --map measures a large causal map, --projects the export and import of projects (and of the real ones in $REALIST_FIXTURES), --transcripts the reading of Teams transcripts, --web the interface of the page. Otherwise: measures the program beside it and the library in it on generated studies. The raw time is that of the same rows
    through bare prepared statements, on the same machine in the same run; machines differ, so judge by the ratio; on a
    machine that does other work meanwhile, --clock cpu counts only the time of the processor.
    """

  var sizes: [SizeName] = []
  var operations: [Operation] = []
  var clock = Clock.wall
  var format = TableFormat.table
  /// Where the files stay; a temporary folder that is removed when there is none.
  var folder: String?

  init(_ arguments: [String]) throws(BenchError) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--all": sizes = SizeName.allCases
      case "--size": sizes.append(try Self.value(of: option, &rest, SizeName.init(rawValue:)))
      case "--only": operations.append(try Self.value(of: option, &rest, Operation.init(rawValue:)))
      case "--clock": clock = try Self.value(of: option, &rest, Clock.init(rawValue:))
      case "--format": format = try Self.value(of: option, &rest, TableFormat.init(rawValue:))
      case "--keep": folder = try Self.value(of: option, &rest) { $0 }
      default: throw .usage("unknown option '\(option)'")
      }
    }
    if sizes.isEmpty { sizes = [.large] }
    if operations.isEmpty { operations = Operation.allCases }
  }

  private static func value<Value>(
    of option: String, _ rest: inout ArraySlice<String>, _ parse: (String) -> Value?
  ) throws(BenchError) -> Value {
    guard let text = rest.popFirst(), let value = parse(text) else {
      throw .usage("\(option) needs one of its values")
    }
    return value
  }
}
