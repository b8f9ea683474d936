import RealistAnalysis
import RealistModel
import RealistStore
import SQLiteKit

/// The quotes of a code and everything below it, with words, speaker and place.
enum QuoteJobs {
  static func store(_ file: String, code: String) throws -> Timed {
    let store = try StudyStore.open(file, .readOnly)
    var (watch, count, bytes) = (Stopwatch(), 0, 0)
    watch.start()
    try store.read { reader in
      let codes = try reader.codeTree()
      let wanted = Set(codes.subtree(of: try codes.code(named: code).code.id).map(\.code.id))
      let maker = QuoteMaker(
        participants: try reader.participants(), codes: codes, attribution: try reader.header().attribution)
      try reader.forEachCodedSource(codes: wanted) { source in
        source.forEachQuote(maker) { quote in
          count += 1
          bytes += quote.words.utf8.count
        }
      }
    }
    watch.stop()
    return Timed(times: watch.times, count: count + bytes)
  }

  /// The bare way: one statement for all places, one text a source, and the words cut out of it.
  static func raw(_ file: String, code: String) throws -> Timed {
    let codes = try StudyStore.open(file, .readOnly).read { reader in
      let tree = try reader.codeTree()
      return tree.subtree(of: try tree.code(named: code).code.id).map(\.code.id)
    }
    var (watch, count, bytes) = (Stopwatch(), 0, 0)
    watch.start()
    let connection = try Connection(path: file, mode: .readOnly)
    let body = try connection.prepare(RawText.body)
    var current = RawText(bytes: [])
    var (source, segment): ([UInt8], [UInt8]) = ([], [])
    try connection.query(
      """
      SELECT segment.source, segment.id, segment.start, segment."end"
      FROM coding JOIN segment ON segment.id = coding.segment
      WHERE coding.code IN \(list: codes)
      ORDER BY segment.source, segment.start, segment."end" DESC
      """
    ) { row in
      if row.blob(1) == segment { return }
      segment = row.blob(1)
      if row.blob(0) != source {
        source = row.blob(0)
        current = RawText(bytes: try body.queryOne(source) { $0.blob(0) } ?? [])
      }
      count += 1
      bytes += current.words(row.int(2), row.int(3)).utf8.count
    }
    watch.stop()
    return Timed(times: watch.times, count: count + bytes)
  }
}

/// A text with the place of each character, as any language that counts characters has it.
struct RawText {
  static let body = """
    SELECT content.bytes
    FROM revision JOIN content ON content.hash = revision.text
    WHERE revision.source = ? AND revision.number = 1
    """

  let bytes: [UInt8]
  /// Where each character begins, and the end; empty when every character is one byte.
  private var starts: [Int32] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.allSatisfy({ $0 < 0x80 }) { return }
    starts.reserveCapacity(bytes.count + 1)
    for (offset, byte) in bytes.enumerated() where byte & 0xc0 != 0x80 { starts.append(Int32(offset)) }
    starts.append(Int32(bytes.count))
  }

  func words(_ start: Int, _ end: Int) -> String {
    let range = starts.isEmpty ? start..<end : Int(starts[start])..<Int(starts[end])
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
