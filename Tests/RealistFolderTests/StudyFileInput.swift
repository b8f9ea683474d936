import RealistFolder

/// An input of the fuzz target `StudyFiles`, which the tests replay: a letter for a file of the small study folder, then its content.
enum StudyFileInput {
  /// The files by the letter that stands for them.
  static let files: [UInt8: String] = [
    UInt8(ascii: "c"): "configurations.md", UInt8(ascii: "t"): "theory-of-change.md",
    UInt8(ascii: "h"): "theories.md", UInt8(ascii: "m"): "memos.md", UInt8(ascii: "j"): "study.json",
    UInt8(ascii: "p"): "participants.csv", UInt8(ascii: "b"): "codebook.csv",
    UInt8(ascii: "s"): "sources.csv",
    UInt8(ascii: "u"): "turns.csv", UInt8(ascii: "g"): "segments.csv", UInt8(ascii: "o"): "codings.csv",
    UInt8(ascii: "r"): "recommendations.csv", UInt8(ascii: "v"): "revisions.csv",
  ]

  /// Reads the small folder with one file replaced.
  ///
  /// - Returns: whether what was read is written to a folder that is read and written again byte for byte.
  /// - Throws: what the reader throws for the first reading.
  static func isStable(_ input: [UInt8]) throws(FolderError) -> Bool {
    var folder = smallFolder.mapValues { Array($0.utf8) }
    if let letter = input.first, let file = files[letter] { folder[file] = Array(input.dropFirst()) }
    let contents = try StudyFolder.read(folder)
    guard let written = try? StudyFolder.write(contents), let again = try? StudyFolder.read(written) else {
      return false
    }
    return (try? StudyFolder.write(again)) == written
  }
}
