import RealistFormats
import RealistModel

/// Reads and writes one line of evidence:
/// `- C1+M1 refines P02 "words" (anticipated) (occurrence 2) (by Nell Abara, 2026-02-20) — note`.
enum EvidenceLine {
  /// - Parameters:
  ///   - text: the line after `- `.
  ///   - labels: the labels that the configuration's elements have.
  ///   - place: of the text.
  static func read(
    _ text: String, labels: [String], place: TextPlace
  ) -> Result<NotatedEvidence, NotationFinding> {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard words.count >= 2 else { return .failure(NotationFinding(place, .badEvidence)) }
    let targets = words[0].split(separator: "+", omittingEmptySubsequences: false).map { String($0) }
    let isWhole = targets == ["CMO"]
    if !isWhole, let unknown = targets.first(where: { !labels.contains($0) }) {
      return .failure(NotationFinding(place, .unknownTarget(unknown, labels: labels)))
    }
    guard let bearing = Evidence.Bearing(rawValue: String(words[1])) else {
      return .failure(NotationFinding(place, .unknownBearing(String(words[1]))))
    }
    let column = place.column + text[..<words[1].endIndex].unicodeScalars.count
    let quotePlace = TextPlace(line: place.line, column: column + 1)
    guard words.count == 3 else { return .failure(NotationFinding(quotePlace, .missingQuote)) }
    guard var found = QuoteReference.read(String(words[2]), isRemark: isRemark, isRest: isNote) else {
      return .failure(NotationFinding(quotePlace, .missingQuote))
    }
    found.quote.place = quotePlace
    var evidence = NotatedEvidence(
      labels: isWhole ? [] : targets, bearing: bearing, quote: found.quote, place: place)
    for remark in found.remarks { read(remark: remark, into: &evidence) }
    evidence.note = note(found.rest)
    return .success(evidence)
  }

  private static func isRemark(_ text: String) -> Bool {
    Evidence.Standing(rawValue: text) != nil || text.after("by ") != nil
  }

  /// The note after its dash.
  static func note(_ rest: String) -> String {
    String(rest.unicodeScalars.drop { "—–-".unicodeScalars.contains($0) }.map(Character.init)).trimmed
  }

  static func isNote(_ text: String) -> Bool {
    text.isEmpty || ["— ", "– ", "-- ", "- "].contains { text.after($0) != nil }
  }

  private static func read(remark: String, into evidence: inout NotatedEvidence) {
    if let standing = Evidence.Standing(rawValue: remark) { evidence.standing = standing }
    guard remark.after("by ") != nil else { return }
    (evidence.coder, evidence.created) = signature(remark)
  }

  /// Who and when: `by Nell Abara, 2026-02-20`, or `by Nell Abara`.
  static func signature(_ remark: String) -> (coder: String, created: Timestamp?) {
    let by = remark.after("by ") ?? ""
    guard let comma = by.range(ofLast: ","),
      let moment = Timestamp(fromCell: String(by[comma.upperBound...]).trimmed)
    else { return (by.trimmed, nil) }
    return (String(by[..<comma.lowerBound]).trimmed, moment)
  }

  static func signature(_ coder: String, _ created: Timestamp?) -> String {
    coder.isEmpty ? "" : " (by \(coder.onOneLine)" + (created.map { ", \($0.cell)" } ?? "") + ")"
  }

  static func tail(_ note: String) -> String { note.isEmpty ? "" : " — " + note.onOneLine }

  static func text(_ evidence: NotatedEvidence) -> String {
    let target = evidence.labels.isEmpty ? "CMO" : evidence.labels.joined(separator: "+")
    var line = "- \(target) \(evidence.bearing.rawValue) \(QuoteReference.text(evidence.quote))"
    if evidence.standing != .observed { line += " (\(evidence.standing.rawValue))" }
    return line + signature(evidence.coder, evidence.created) + tail(evidence.note)
  }
}

/// A problem as an error of `Result`.
struct NotationFinding: Error {
  var problem: NotationProblem

  init(_ place: TextPlace, _ kind: NotationProblem.Kind) { problem = NotationProblem(place, kind) }
}

extension Timestamp {
  /// From a full moment or a day, which stands for its midnight in UTC.
  package init?(fromCell text: String) {
    if let day = CalendarDate(text) {
      self.init(milliseconds: Int64(day.daysSince1970) * 86_400_000)
    } else {
      self.init(text)
    }
  }

  /// The day alone when it is midnight in UTC, else the full moment.
  package var cell: String { milliseconds % 86_400_000 == 0 ? date.description : iso8601 }
}
