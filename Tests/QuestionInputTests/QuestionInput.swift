import RealistAnalysis
import RealistFolder
import RealistFormats
import RealistManuscript
import RealistModel
import RealistRigour

#if canImport(TestSupport)
  import TestSupport
#endif

/// What a person types or hands in to ask a study something, as bytes; the first says which kind it is.
enum QuestionInput {
  private enum Kind: UInt8, CaseIterable {
    case query = 0x51  // Q
    case filter = 0x46  // F
    case ratings = 0x52  // R
    case context = 0x43  // C
    case report = 0x4d  // M
  }

  /// Whether it was answered as it should be: in the bounds of the study, with numbers that are numbers, or with an error in words.
  static func endsWell(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let kind = Kind(rawValue: first) else { return true }
    let rest = Array(bytes.dropFirst())
    switch kind {
    case .query: return query(String(decoding: rest, as: UTF8.self))
    case .filter: return filter(String(decoding: rest, as: UTF8.self))
    case .ratings: return ratings(rest)
    case .context: return context(rest)
    case .report: return report(String(decoding: rest, as: UTF8.self))
    }
  }

  private static let study: Study = {
    var sketch = StudySketch()
    sketch.coding("we wait for weeks and nobody says a word", from: "P01", code: "contexts/waiting")
    sketch.coding("short", from: "P01", code: "outcomes/anger")
    sketch.coding("I was cross", from: "P02", code: "outcomes/anger")
    sketch.study.attributes = [
      AttributeDefinition(name: "band", subject: .participant, kind: .number),
      AttributeDefinition(name: "site", subject: .source, kind: .text),
    ]
    for place in sketch.study.sources.indices {
      sketch.study.sources[place].attributes["site"] = .text(place == 0 ? "North" : "South")
    }
    return sketch.study
  }()

  private static func query(_ text: String) -> Bool {
    guard let table = try? CodingTable(study) else { return false }
    let names = Query.Names(
      codes: table.codes, attributes: study.attributes,
      saved: ["again": "@again OR anger", "calm": "NOT anger"])
    do throws(QueryError) {
      let found = try Query(text, names: names).passages(in: table)
      return found == found.sorted() && found.allSatisfy(table.passages.indices.contains)
    } catch {
      return !error.message.isEmpty && error.offset <= text.unicodeScalars.count && !error.caretLines.isEmpty
    }
  }

  private static func filter(_ text: String) -> Bool {
    do throws(FilterError) {
      _ = try Filter(text, attributes: study.attributes)
      return true
    } catch { return !error.message.isEmpty }
  }

  private static func ratings(_ bytes: [UInt8]) -> Bool {
    guard let table = try? CSVTable(bytes), table.header.count > 2 else { return true }
    let cells = table.rows.prefix(200).map { row in
      (1..<table.header.count).map { $0 < row.fields.count ? row[$0].trimmed : "" }
    }
    let numbers = cells.map { $0.map { Double($0).flatMap { $0.isFinite ? $0 : nil } } }
    let names = cells.map { $0.map { $0.isEmpty ? nil : $0 } }
    for ratings in [try? Ratings(numbers: numbers), try? Ratings(names: names)].compactMap({ $0 }) {
      for coefficient in Coefficient.allCases where !coefficient.isUnitizing {
        guard let agreement = try? ratings.agreement(coefficient) else { continue }
        if let number = agreement.estimate.number, !number.isFinite { return false }
      }
    }
    return true
  }

  private static func context(_ bytes: [UInt8]) -> Bool {
    do throws(FolderError) {
      let id = ID<ContextTable>(high: 1, low: 1)
      let table = try ContextCSV.read(bytes, file: "t.csv", key: "t", id: id)
      return try ContextCSV.read(ContextCSV.write(table), file: "t.csv", key: "t", id: id) == table
    } catch { return error.problems.allSatisfy { !$0.message.isEmpty } && error.count > 0 }
  }

  private static func report(_ text: String) -> Bool {
    let report = Manuscript(markdown: text)
    return ProofCheck.all.flatMap { $0.findings(report, study) }.allSatisfy { !$0.message.isEmpty }
  }
}
