import CommandKit
import RealistAnalysis
import RealistReports

/// A layout by its name, or as T1 to T11.
struct LayoutName: ArgumentValue {
  let layout: ConfigurationLayout

  init(_ layout: ConfigurationLayout) { self.layout = layout }

  init?(argument: String) {
    guard let layout = try? ConfigurationLayout(named: argument) else { return nil }
    self.layout = layout
  }

  var argument: String { layout.rawValue }
  static var permittedArguments: [String] { ConfigurationLayout.allCases.map(\.rawValue) }
}

extension ConfigurationTable.Grouping: ArgumentValue {}

/// How elements in a cell are numbered.
enum NumberingName: String, CaseIterable, ArgumentValue {
  case none, local, named

  var numbering: ConfigurationTableOptions.Numbering {
    switch self {
    case .none: .none
    case .local: .local
    case .named: .named
    }
  }
}

/// Where the letters of elements are printed.
enum LettersName: String, CaseIterable, ArgumentValue {
  case none, header, suffix

  var letters: ConfigurationTableOptions.Letters {
    switch self {
    case .none: .none
    case .header: .header
    case .suffix: .suffix
    }
  }
}
