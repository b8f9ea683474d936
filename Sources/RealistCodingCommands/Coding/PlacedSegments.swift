import CommandKit
import RealistConsole
import RealistFormats
import RealistModel
import RealistStore

/// The rows of a table of coded segments with the places of their words.
struct PlacedSegments {
  typealias Row = CodedSegmentTable.Row
  private var placed: [(source: Source, text: SourceText, found: [(row: Row, span: TextSpan)])] = []
  /// Rows without a place, in the order of the file, and why.
  private(set) var unplaced: [(row: Row, reason: String)] = []
  private let count: Int

  /// What an import did.
  struct Tally {
    var tagged = 0
    var known = 0
    var made: [String] = []
  }

  init(_ table: CodedSegmentTable, _ reader: StudyReader) throws {
    count = table.rows.count
    let sources = try reader.sources()
    var (order, byDocument) = ([String](), [String: [Row]]())
    for row in table.rows {
      if byDocument[row.document] == nil { order.append(row.document) }
      byDocument[row.document, default: []].append(row)
    }
    for document in order {
      try Interruption.check()
      let rows = byDocument[document] ?? []
      guard let source = Self.source(document, among: sources) else {
        unplaced += rows.map { ($0, "there is no source of this name") }
        continue
      }
      try place(rows, in: source, reader)
    }
    unplaced.sort { $0.row.line < $1.row.line }
  }

  private mutating func place(_ rows: [Row], in source: Source, _ reader: StudyReader) throws {
    let text = try reader.text(of: source.id, revision: source.revision)
    let locator = QuoteLocator(text: text, turns: try reader.turns(of: source.id, revision: source.revision))
    var found: [(row: Row, span: TextSpan)] = []
    for row in rows {
      let matches = (try? locator.matches(for: row.words)) ?? []
      if let match = matches.first, matches.count == 1 {
        found.append((row, match.span))
      } else if let begins = row.begins, let match = matches.first(where: { $0.span.start == begins }) {
        found.append((row, match.span))
      } else {
        unplaced.append(
          (
            row,
            matches.isEmpty
              ? "its words are not in the source" : "its words stand there \(matches.count) times"
          ))
      }
    }
    if !found.isEmpty { placed.append((source, text, found)) }
  }

  /// The source of a document's name, as it is or without the ending of a file; in another case, when that is unique.
  private static func source(_ document: String, among sources: [Source]) -> Source? {
    let last = document.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? document
    var names = [document, last]
    if let point = last.lastIndex(of: "."), point > last.startIndex { names.append(String(last[..<point])) }
    for name in names {
      if let found = sources.first(where: { $0.name == name }) { return found }
    }
    let folded = Set(names.map { $0.lowercased() })
    let found = sources.filter { folded.contains($0.name.lowercased()) }
    return found.count == 1 ? found[0] : nil
  }

  var sentence: String {
    let found = count - unplaced.count
    return "found \(found) of \(counted(count, "segment"))"
  }

  func apply(_ writer: StudyWriter, creating: Bool) throws -> Tally {
    var (tally, known) = (Tally(), [String: ID<Code>]())
    for (source, text, found) in placed {
      for (row, span) in found {
        try Interruption.check()
        let segment = try writer.segment(at: span, of: source, text: text).segment
        for name in row.codes {
          let code: ID<Code>
          if let id = known[name] {
            code = id
          } else {
            let found = try writer.codes(commanded: [name], creating: creating)
            guard let first = found.codes.first else { continue }
            tally.made += found.made
            (code, known[name]) = (first.id, first.id)
          }
          if try writer.tag(segment.id, with: code, memo: row.memo) {
            tally.tagged += 1
          } else {
            tally.known += 1
          }
        }
      }
    }
    return tally
  }
}
