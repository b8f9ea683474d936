import RealistAnalysis
import RealistModel

/// Looks for the quotations of a report in the transcripts, one source after the other, so that no more than one text is in memory.
///
/// Two passes: the first finds what is there word for word, or but for marks, elisions and bracketed insertions; the second looks for what is
/// like the rest.
public struct QuotationSearch: Sendable {
  private struct State: Sendable {
    var quotation: Quotation
    var places: [Place] = []
    var closest: (passage: String, place: Place, likeness: Double)?
  }

  private struct Place: Hashable, Sendable {
    var source: String
    var line: Int
    var speakers: [Participant]
  }

  private let study: Study
  private var states: [State]
  private let people: [ID<Participant>: Participant]

  public init(_ manuscript: Manuscript, study: Study) {
    self.study = study
    states = manuscript.quotations.filter { $0.words.count >= Quotation.leastWords }.map {
      State(quotation: $0)
    }
    people = Dictionary(study.participants.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many quotations are looked for, found, and left.
  public var counts: (all: Int, found: Int) { (states.count, states.count { !$0.places.isEmpty }) }

  /// Whether a second pass has anything to do.
  public var isComplete: Bool { states.allSatisfy { !$0.places.isEmpty } }

  /// First pass: the quotations that stand in a text.
  public mutating func find(in source: Source, text: SourceText, turns: [Turn]) {
    let locator = QuoteLocator(text: text, turns: turns)
    for index in states.indices {
      let matches = (try? locator.matches(for: states[index].quotation.text)) ?? []
      states[index].places += matches.map { match in
        place(source, text, match.span, turns: turns.indices.clamped(to: match.turns).map { turns[$0] })
      }
    }
  }

  /// Second pass: passages that resemble quotations which are nowhere.
  public mutating func compare(with source: Source, text: SourceText, turns: [Turn]) {
    let locator = QuoteLocator(text: text, turns: turns)
    for index in states.indices where states[index].places.isEmpty {
      guard let passage = locator.closest(to: states[index].quotation.text, limit: 1).first,
        passage.similarity > states[index].closest?.likeness ?? 0
      else { continue }
      let touched = turns.filter { $0.span.start < passage.span.end && passage.span.start < $0.span.end }
      states[index].closest = (
        String(text[passage.span]), place(source, text, passage.span, turns: touched), passage.similarity
      )
    }
  }

  private func place(_ source: Source, _ text: SourceText, _ span: TextSpan, turns: [Turn]) -> Place {
    let speakers = turns.compactMap(\.participant).compactMap { people[$0] }
    // Where the speakers are not known, everybody who took part may have said it.
    let all = speakers.isEmpty ? source.participants.compactMap { people[$0] } : speakers
    return Place(source: source.name, line: text.place(ofScalar: span.start).line, speakers: all)
  }

  /// What is wrong with the quotations.
  public var findings: [Finding] {
    states.compactMap { state in state.places.isEmpty ? missing(state) : misattributed(state) }
  }

  /// Words of a run-in quotation that nobody is named for may be somebody's outside the study.
  private func missing(_ state: State) -> Finding? {
    let isParticipants = state.quotation.attribution.map { !numbers($0).isEmpty } ?? false
    if let closest = state.closest, closest.likeness >= ProofCheck.sameWords {
      return .at(
        state.quotation.line, isParticipants ? .error : .warning,
        "the quotation differs from the transcript \(closest.place.source), line \(closest.place.line)",
        hint: "there: \(closest.passage.split(whereSeparator: \.isWhitespace).joined(separator: " "))")
    }
    guard isParticipants || state.quotation.isBlock else { return nil }
    return .at(
      state.quotation.line, isParticipants ? .error : .warning, "the quotation is in no transcript",
      hint: isParticipants ? "" : "if it is from elsewhere, say from where")
  }

  private func misattributed(_ state: State) -> Finding? {
    guard let attribution = state.quotation.attribution else { return nil }
    let named = Set(numbers(attribution))
    let speakers = state.places.flatMap(\.speakers)
    guard !named.isEmpty, !speakers.isEmpty,
      !speakers.contains(where: { $0.number.map(named.contains) ?? false })
    else { return nil }
    let said = state.places.map { place in
      "\(place.speakers.map(\.key).distinct.joined(separator: ", ")) in \(place.source), line \(place.line)"
    }
    return .at(
      state.quotation.line, .error,
      "the quotation is attributed to '\(attribution)', and said by \(said.distinct.joined(separator: "; "))")
  }

  /// The numbers of the people an attribution names.
  private func numbers(_ attribution: String) -> [Int] {
    Manuscript.Block(.paragraph, attribution, line: 1).mentions(of: study.attribution.noun).flatMap(\.numbers)
  }
}
