import RealistFormats
import RealistModel

extension FolderProblem {
  /// Bytes that have to be UTF-8 and are not; `nil` when they are.
  static func notUTF8(_ bytes: [UInt8], file: String) -> FolderProblem? {
    UTF8Validator.firstError(in: bytes).map { bad in
      FolderProblem(file, TextPlace(ofByte: bad, in: bytes), .notUTF8(byte: bytes[bad]))
    }
  }
}

extension FolderProblem.Kind {
  /// A name that is none of those there are, with the one that was probably meant.
  static func unknown(_ thing: String, _ name: String, among names: [String]) -> Self {
    .unknown(thing: thing, name: name, nearest: Suggestion.nearest(to: name, in: names, limit: 1).first)
  }
}
