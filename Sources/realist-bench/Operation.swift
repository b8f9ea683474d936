/// What is measured.
enum Operation: String, CaseIterable {
  case importing = "import"
  case codings, tagging, subtree
  case help, status, search
  case frequentWord = "frequent-word"
  case tag, quotes
  case quotesWorkbook = "quotes-xlsx"
  case sourceList = "source-list"
  case codeList = "code-list"
  case agreement
  case agreementBootstrap = "agreement-bootstrap"
  case coOccurrence = "cooccurrence"
  case codeParticipant = "code-participant"
  case overlapQuery = "overlap-query"
  case nearQuery = "near-query"

  var title: String {
    switch self {
    case .importing: "import sources, full text and journal"
    case .codings: "codings in bulk, indexes and journal"
    case .tagging: "codings found by span, as auto-coding does"
    case .subtree: "quotes of a code and its subcodes"
    case .help: "realist --help"
    case .status: "realist status"
    case .search: "realist search, a rare word"
    case .frequentWord: "realist search, a frequent word"
    case .tag: "realist tag, one quote"
    case .quotes: "realist quotes, all of them as CSV"
    case .quotesWorkbook: "realist quotes, all of them as XLSX"
    case .sourceList: "realist source list"
    case .codeList: "realist code list"
    case .agreement: "realist agree, two coders, code by code"
    case .agreementBootstrap: "the same, 1,000 resamples"
    case .coOccurrence: "realist matrix cooccurrence, all codes"
    case .codeParticipant: "realist matrix codes --by participant"
    case .overlapQuery: "realist query, OVERLAPS"
    case .nearQuery: "realist query, NEAR in words"
    }
  }

  /// Whether it is a listing that should stream, so that its memory hardly depends on the size.
  var isListing: Bool {
    switch self {
    case .status, .search, .frequentWord, .quotes, .quotesWorkbook, .sourceList, .codeList: true
    default: false
    }
  }

  /// What is asked for at large; the memory limit is the same for all.
  var limit: Limit {
    switch self {
    case .importing, .subtree: Limit(ratio: 2)
    case .codings: Limit(ratio: 3)
    case .help: Limit(milliseconds: 10)
    case .status, .search, .frequentWord, .tag: Limit(milliseconds: 25)
    case .quotes: Limit(milliseconds: 400)
    // 4 s for 100,000 quotes; large has 81,200.
    case .quotesWorkbook: Limit(milliseconds: 3248)
    case .agreement: Limit(milliseconds: 500)
    case .agreementBootstrap: Limit(milliseconds: 5000)
    case .coOccurrence: Limit(milliseconds: 150)
    case .codeParticipant: Limit(milliseconds: 100)
    case .overlapQuery, .nearQuery: Limit(milliseconds: 200)
    case .tagging, .sourceList, .codeList: Limit()
    }
  }
}

/// The most that an operation may take.
struct Limit {
  var ratio: Double?
  var milliseconds: Double?
  /// In megabytes.
  static let memory = 150.0
  /// From large to stress, for listings.
  static let growth = 3.0

  var text: String {
    if let ratio { return "≤ \(ratio.decimals(1)) × raw" }
    return milliseconds.map { "≤ \($0.decimals(0)) ms" } ?? ""
  }

  func holds(for result: Figures) -> Bool {
    (ratio.map { result.ratio <= $0 } ?? true) && (milliseconds.map { result.seconds * 1000 <= $0 } ?? true)
      && result.megabytes < Limit.memory
  }
}

/// The best of the runs of one operation.
struct Figures {
  var operation: Operation
  var seconds: Double
  var megabytes: Double
  var rawSeconds: Double
  /// How many rows, quotes or bytes it was about; both ways counted the same.
  var count: Int?

  var ratio: Double { seconds / rawSeconds }
}

/// An operation as it came out.
enum Outcome {
  case measured(Figures)
  /// Why there are no figures.
  case missing(Operation, reason: String)
}
