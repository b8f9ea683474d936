import RealistFormats
import RealistModel
import RealistTranscripts
import TestSupport

/// Real files of the fixtures folder.
enum Fixtures {
  /// The files of some folders that have one of those endings, in a fixed order; none without the folder.
  static func files(in folders: [String], endings: [String]) -> [String] {
    folders.flatMap { folder in endings.flatMap { (try? fixtures(in: folder, suffix: "." + $0)) ?? [] } }
  }

  static func transcript(_ path: String, encoding: String? = nil) throws -> ImportedTranscript {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try TranscriptReader.read(fixture(path), fileName: name, encoding: encoding)
  }
}

/// A turn as a test states it.
struct ExpectedTurn: Equatable, CustomStringConvertible {
  var speaker: String?
  var begins: Int?
  var ends: Int?
  var text: String

  init(_ speaker: String?, _ text: String, _ begins: Int? = nil, _ ends: Int? = nil) {
    (self.speaker, self.text, self.begins, self.ends) = (speaker, text, begins, ends)
  }

  var description: String {
    "\(speaker ?? "–") [\(begins.map(String.init) ?? "")–\(ends.map(String.init) ?? "")] \(text.debugDescription)"
  }

  /// Scalar by scalar: `==` on strings would let another normalisation pass.
  static func == (left: Self, right: Self) -> Bool {
    left.begins == right.begins && left.ends == right.ends
      && Array((left.speaker ?? "–").unicodeScalars) == Array((right.speaker ?? "–").unicodeScalars)
      && Array(left.text.unicodeScalars) == Array(right.text.unicodeScalars)
  }
}

extension ImportedTranscript {
  var expectedForm: [ExpectedTurn] {
    turns.map { ExpectedTurn($0.speaker, String(text[$0.span]), $0.begins, $0.ends) }
  }
  var words: [String] { turns.map { String(text[$0.span]) } }
  var acceptedNames: [String] { speakers.filter(\.isAccepted).map(\.name) }
  var offeredNames: [String] { speakers.filter { !$0.isAccepted }.map(\.name) }
}

/// Reads text as a file of that name.
func imported(
  _ text: String, as fileName: String = "interview.txt", format: TranscriptFormat? = nil,
  speakers: Set<String> = []
) throws -> ImportedTranscript {
  try TranscriptReader.read(Array(text.utf8), fileName: fileName, format: format, speakers: speakers)
}

/// The error that reading text as a file of that name ends with.
func importError(_ text: String, as fileName: String = "interview.txt") -> ImportError? {
  importError(Array(text.utf8), as: fileName)
}

func importError(_ bytes: [UInt8], as fileName: String, encoding: String? = nil) -> ImportError? {
  do {
    _ = try TranscriptReader.read(bytes, fileName: fileName, encoding: encoding)
    return nil
  } catch { return error }
}
