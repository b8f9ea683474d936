import RealistFormats
import RealistModel
import RealistNotation

/// A text with its turns, as one revision of a source has it.
public typealias TextWithTurns = (text: SourceText, turns: [Turn])

/// Adds to a study what files say, finding the codes, quotes, participants and configurations that they name.
///
/// Problems are collected; nothing is thrown on the way. What could not be resolved is not added, so a study is only to be used when
/// ``problems`` is empty. Segments that a quote needs are made when the study has none for its span.
public struct StudyBuilder {
  public internal(set) var study: Study
  public internal(set) var problems: [FolderProblem] = []
  /// Who is named as coder, and when it was made, where a file does not say.
  public var coder: String
  public var moment: Timestamp

  var ids: any NaturalIDs
  let textOf: (ID<Source>, Int) -> TextWithTurns?
  private var usedKeys: [String: Int] = [:]
  private var participants: [String: ID<Participant>] = [:]
  private var sources: [String: Source] = [:]
  private var sourceNames: [ID<Source>: String] = [:]
  private var codes: [String: ID<Code>] = [:]
  private var locators: [RevisionKey: QuoteLocator] = [:]
  private var segments: [SegmentKey: Int] = [:]

  struct RevisionKey: Hashable {
    var source: ID<Source>
    var revision: Int
  }

  struct SegmentKey: Hashable {
    var source: ID<Source>
    var revision: Int
    var span: TextSpan
  }

  /// - Parameters:
  ///   - study: what there is already.
  ///   - text: the text of a revision of a source, with its turns.
  ///   - ids: where the ids of new things come from.
  public init(
    study: Study, coder: String, moment: Timestamp, ids: any NaturalIDs,
    text: @escaping (ID<Source>, Int) -> TextWithTurns?
  ) {
    (self.study, self.coder, self.moment, self.ids, textOf) = (study, coder, moment, ids, text)
    index()
  }

  /// Learns the names of what the study has; to be called after participants, sources or codes were put in.
  mutating func index() {
    participants = Dictionary(study.participants.map { ($0.key, $0.id) }) { first, _ in first }
    sources = Dictionary(study.sources.map { ($0.name, $0) }) { first, _ in first }
    sourceNames = Dictionary(study.sources.map { ($0.id, $0.name) }) { first, _ in first }
    codes = [:]
    if let tree = try? CodeTree(study.codes) {
      for node in tree.order { codes[node.path] = node.code.id }
      self.tree = tree
    }
    segments = [:]
    for (place, segment) in study.segments.enumerated() {
      segments[SegmentKey(source: segment.source, revision: segment.revision, span: segment.span)] = place
    }
  }

  private(set) var tree: CodeTree?

  mutating func report(_ file: String, _ place: TextPlace?, _ kind: FolderProblem.Kind) {
    problems.append(FolderProblem(file, place, kind))
  }

  /// An id for a natural key; the same key asked for again gets another id, in order.
  mutating func newID<Entity>(_ entity: Entity.Type, _ kind: String, _ key: String) -> ID<Entity> {
    let count = usedKeys["\(kind)\n\(key)", default: 0] + 1
    usedKeys["\(kind)\n\(key)"] = count
    return ids.id(entity, kind: kind, key: count == 1 ? key : "\(key)\n\(count)")
  }
}

// MARK: - Names

extension StudyBuilder {
  mutating func participant(_ key: String, _ file: String, _ place: TextPlace?) -> ID<Participant>? {
    if let id = participants[key] { return id }
    report(file, place, .unknown("participant", key, among: study.participants.map(\.key)))
    return nil
  }

  mutating func source(_ name: String, _ file: String, _ place: TextPlace?) -> Source? {
    if let source = sources[name] { return source }
    report(file, place, .unknown("source", name, among: study.sources.map(\.name)))
    return nil
  }

  /// The code of a path, or of a last part that only one code has.
  mutating func code(_ path: String, _ file: String, _ place: TextPlace?) -> ID<Code>? {
    if let id = codes[path] { return id }
    let matches = tree?.matches(path) ?? []
    if matches.count == 1 {
      codes[path] = matches[0].code.id
      return matches[0].code.id
    }
    let names = tree?.order.map(\.path) ?? []
    let nearest =
      matches.first?.path ?? Suggestion.nearest(to: path, in: names, limit: 1).first
      ?? names.first { $0.hasSuffix("/" + (path.split(separator: "/").last ?? "")) }
    report(file, place, .unknown(thing: "code", name: path, nearest: nearest))
    return nil
  }

  /// The configuration of a key or of a number, `CMO2`.
  mutating func configuration(_ name: String, _ file: String, _ place: TextPlace?) -> ID<Configuration>? {
    if let digits = name.after("CMO"), let number = Int(digits),
      study.configurations.indices.contains(number - 1)
    {
      return study.configurations[number - 1].id
    }
    return find("configuration", name, in: study.configurations, named: \.key, file, place)?.id
  }

  mutating func theory(_ key: String, _ file: String, _ place: TextPlace?) -> ID<Theory>? {
    find("theory", key, in: study.theories, named: \.key, file, place)?.id
  }

  mutating func factor(_ key: String, _ file: String, _ place: TextPlace?) -> ID<Factor>? {
    find("factor", key, in: study.factors, named: \.key, file, place)?.id
  }

  mutating func recommendation(_ key: String, _ file: String, _ place: TextPlace?) -> ID<Recommendation>? {
    find("recommendation", key, in: study.recommendations, named: \.key, file, place)?.id
  }

  mutating func loop(_ key: String, _ file: String, _ place: TextPlace?) -> ID<Loop>? {
    find("loop", key, in: study.loops, named: \.key, file, place)?.id
  }

  /// The value of a name; without one, a problem.
  private mutating func find<Value>(
    _ thing: String, _ name: String, in values: [Value], named nameOf: (Value) -> String, _ file: String,
    _ place: TextPlace?
  ) -> Value? {
    if let found = values.first(where: { nameOf($0) == name }) { return found }
    report(file, place, .unknown(thing, name, among: values.map(nameOf)))
    return nil
  }
}

// MARK: - Quotes and segments

extension StudyBuilder {
  /// The passage that a quote means.
  mutating func passage(
    _ quote: NotatedQuote, _ file: String
  ) -> (source: ID<Source>, revision: Int, span: TextSpan)? {
    guard let source = source(quote.source, file, quote.place) else { return nil }
    let revision = quote.revision ?? source.revision
    guard let (text, turns) = textOf(source.id, revision) else {
      report(file, quote.place, .unknownRevision(source: source.name, revision: revision))
      return nil
    }
    if let span = quote.span {
      guard checked(span, quote.words, in: text, of: source.name, file, quote.place, tolerant: true) else {
        return nil
      }
      return (source.id, revision, span)
    }
    let key = RevisionKey(source: source.id, revision: revision)
    let locator = locators[key] ?? QuoteLocator(text: text, turns: turns)
    locators[key] = locator
    do {
      let match = try locator.locate(quote.words, occurrence: quote.occurrence)
      return (source.id, revision, match.span)
    } catch {
      report(file, quote.place, problem(error, source: source.name, text: text))
      return nil
    }
  }

  func problem(_ error: QuoteError, source: String, text: SourceText) -> FolderProblem.Kind {
    func place(_ span: TextSpan) -> TextPlace {
      let (line, column) = text.place(ofScalar: span.start)
      return TextPlace(line: line, column: column)
    }
    return switch error {
    case .empty: .missingQuote
    case .notFound(let closest): .quoteNotFound(source: source, closest: closest.map { place($0.span) })
    case .ambiguous(let count, let places):
      .quoteAmbiguous(source: source, count: count, places: places.map { place($0.span) })
    case .noSuchOccurrence(let wanted, let count): .noSuchOccurrence(wanted, count: count)
    }
  }

  /// Whether a span lies within a text and has the words that are said to be there (none said: any).
  mutating func checked(
    _ span: TextSpan, _ words: String, in text: SourceText, of source: String, _ file: String,
    _ place: TextPlace?,
    tolerant: Bool
  ) -> Bool {
    guard span.end <= text.length else {
      report(file, place, .spanOutside(source: source, length: text.length))
      return false
    }
    if words.isEmpty { return true }
    let found = text[span]
    if found.utf8.elementsEqual(words.utf8) { return true }
    if tolerant, found.unicodeScalars.spaced.elementsEqual(words.unicodeScalars.spaced) { return true }
    report(file, place, .spanDiffers(source: source))
    return false
  }

  /// The segment of a span that lies within its text; made when there is none.
  mutating func segment(_ source: ID<Source>, revision: Int, span: TextSpan) -> Int? {
    let key = SegmentKey(source: source, revision: revision, span: span)
    if let place = segments[key] { return place }
    guard let (text, _) = textOf(source, revision) else { return nil }
    let id = ids.id(Segment.self, kind: "segment", key: naturalKey(source, revision: revision, span: span))
    study.segments.append(
      Segment(
        id: id, source: source, revision: revision, span: span, check: text.check(span), coder: coder,
        created: moment))
    segments[key] = study.segments.count - 1
    return study.segments.count - 1
  }

  /// What names a segment: its source, revision, start and end.
  func naturalKey(_ source: ID<Source>, revision: Int, span: TextSpan) -> String {
    "\(sourceNames[source] ?? "")\n\(revision)\n\(span.start)..\(span.end)"
  }

  /// The segment of a quote.
  mutating func segment(_ quote: NotatedQuote, _ file: String) -> ID<Segment>? {
    guard let (source, revision, span) = passage(quote, file),
      let place = segment(source, revision: revision, span: span)
    else { return nil }
    return study.segments[place].id
  }
}

extension Sequence<UnicodeScalar> {
  /// With any run of white space as one space, and none at the ends.
  fileprivate var spaced: [UnicodeScalar] {
    var (result, pending) = ([UnicodeScalar](), false)
    for scalar in self {
      if scalar.isWhiteSpace {
        pending = !result.isEmpty
        continue
      }
      if pending { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return result
  }
}
