import RealistModel
import RealistStore

/// Why the interface refused a request, besides what the libraries say.
enum WebError: Error, Hashable, Sendable {
  /// There is nothing at this address.
  case noResource
  /// The resource does not do that; what it does is named.
  case method(allowed: [String])
  /// The workbench was started to be read only.
  case readOnly
  /// The body is no JSON.
  case malformed(line: Int, column: Int)
  /// A member of the body that nobody reads.
  case unknownMember(String)
  /// A member, or a parameter of the address, that is missing or of the wrong kind.
  case badMember(String, expected: String)
  /// A thing that is not there, or not any more.
  case gone(StoreError.Kind)
  /// Another text stands there by now than the one whose change is asked for.
  case changed(String, now: String)
  /// The name of the person who works is no name.
  case badCoder
  /// There is no such coding by somebody, but by others.
  case noCoding(coder: String, others: [String])
  /// A code cannot be merged with itself.
  case mergeIntoItself(String)
  /// A table that there is not.
  case noTable(String, nearest: [String])
}

extension WebError {
  /// Lower case, place first, no full stop; never words of a transcript.
  var message: String {
    switch self {
    case .noResource: "there is nothing at this address"
    case .method(let allowed): "this address takes \(series(allowed)) only"
    case .readOnly: "the study was opened to be read only"
    case .malformed(let line, let column): "line \(line), column \(column) of the request: this is not JSON"
    case .unknownMember(let name): "\(name): there is no member of this name"
    case .badMember(let name, let expected): "\(name): this has to be \(expected)"
    case .gone(let kind): "this \(kind.singular) is not there any more"
    case .changed(let name, _): "the \(name) was changed elsewhere meanwhile; yours is not saved"
    case .badCoder: "the name of the coder is one line of visible characters, at most 200"
    case .noCoding(let coder, _): "there is no such coding by \(coder)"
    case .mergeIntoItself(let path): "'\(path)' cannot be merged into itself"
    case .noTable(let name, _): "there is no table '\(name)'"
    }
  }

  var hint: String? {
    switch self {
    case .gone: "it may have been deleted in another window or by somebody else; undo brings it back"
    case .readOnly: "to change it, start again without --read-only"
    case .noCoding(_, let others): others.isEmpty ? nil : "there is by \(series(others))"
    case .noTable(_, let nearest):
      nearest.isEmpty ? nil : "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
    default: nil
    }
  }
}
