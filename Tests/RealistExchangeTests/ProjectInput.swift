import Glibc
import RealistExchange
import RealistModel

/// Bytes as a fuzzer makes them, read as a project of whichever program.
enum ProjectInput {
  /// A database is written to a file of its own, for SQLite opens it itself.
  static func read(_ bytes: [UInt8]) throws(ExchangeError) -> ImportedProject {
    let settings = ImportSettings(coder: "fuzz", time: Timestamp(milliseconds: 0), title: "fuzz")
    guard bytes.starts(with: "SQLite format 3\0".utf8) else {
      return try ProjectReader.read(bytes, file: "input", settings: settings)
    }
    var name = Array("/dev/shm/realist-fuzz-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      close(file)
      unlink(path)
    }
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    return try ProjectReader.read(bytes, at: path, file: "input", settings: settings)
  }

  /// Whether everything refers to something, codes are a tree, and every passage lies in its text with its check value.
  static func isSound(_ project: ImportedProject) -> Bool {
    let study = project.contents.study
    guard (try? CodeTree(study.codes)) != nil, study.codes.allSatisfy({ Code.isValid(name: $0.name) }) else {
      return false
    }
    let texts = Dictionary(project.contents.revisions.map { ($0.source, $0) }) { _, newest in newest }
    let segments = Set(study.segments.map(\.id))
    let codes = Set(study.codes.map(\.id))
    return segments.count == study.segments.count && codes.count == study.codes.count
      && study.sources.allSatisfy { texts[$0.id]?.text.length == $0.length }
      && study.segments.allSatisfy { segment in
        guard let text = texts[segment.source]?.text, segment.span.end <= text.length else { return false }
        return text.check(segment.span) == segment.check
      }
      && study.codings.allSatisfy {
        segments.contains($0.segment) && codes.contains($0.code) && !$0.coder.isEmpty
      }
      && Set(study.sources.map(\.name)).count == study.sources.count
      && Set(study.participants.map(\.key)).count == study.participants.count
  }
}
