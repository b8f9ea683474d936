/// Why a report cannot be made as it was asked for. All wording of this module's errors is in this file.
public enum ReportError: Error, Hashable, Sendable {
  case unknownColumn(String, known: [String])
  case unknownSlot(String, letters: [String])
  case unknownLayout(String, known: [String])

  /// One sentence in lower case, the place first, without a full stop.
  public var message: String {
    switch self {
    case .unknownColumn(let name, _): "column \"\(name)\": there is no such column"
    case .unknownSlot(let letter, _): "order: \"\(letter)\" is no element of the study's template"
    case .unknownLayout(let name, _): "layout \"\(name)\": there is no such layout"
    }
  }

  /// What to write instead.
  public var hint: String? {
    switch self {
    case .unknownColumn(_, let known): "columns are \(known.joined(separator: ", "))"
    case .unknownSlot(_, let letters):
      "the order is written as --order \(letters.joined(separator: "-").lowercased())"
    case .unknownLayout(_, let known): "layouts are \(known.joined(separator: ", "))"
    }
  }
}
