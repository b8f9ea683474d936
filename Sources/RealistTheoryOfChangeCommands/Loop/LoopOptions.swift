import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// What is known of a loop besides its factors.
struct LoopOptions: ParameterGroup {
  @Option(help: "The evaluator's judgement.") var valence: Loop.Valence?
  @Option(
    help: "A step that can be broken, with the recommendation that would do it in parentheses.",
    valueName: "'A -> B (KEY)'")
  var `break`: [String] = []
  @Option(
    help: "The loop that this one was before; none takes it away.", valueName: "KEY",
    completion: .dynamic("loops"))
  var before: String?

  func apply(to loop: inout Loop, _ reader: StudyReader) throws {
    if let valence { loop.valence = valence }
    if let before { loop.before = before == "none" ? nil : try reader.loop(before).id }
    if loop.before == loop.id { throw Failure.usage("a loop cannot be what it was before itself") }
    if !self.break.isEmpty {
      let steps = self.break.map(\.trimmed).filter { !$0.isEmpty }
      loop.breaks = try steps.map { try point($0, of: loop, reader) }
    }
  }

  private func point(_ text: String, of loop: Loop, _ reader: StudyReader) throws -> Loop.Break {
    var (rest, advice) = (text, String?.none)
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      advice = text[text.index(after: open)...].dropLast().trimmed
      rest = String(text[..<open])
    }
    let ends = rest.replacing("→", with: "->").split(separator: "->").map(\.trimmed)
    guard ends.count == 2 else {
      throw Failure.usage("'\(text)' is no step", hint: #"write --break "leaving -> alone (two-names)""#)
    }
    let (from, to) = (try reader.factor(ends[0]), try reader.factor(ends[1]))
    let isStep = loop.factors.indices.contains { place in
      loop.factors[place] == from.id && loop.factors[(place + 1) % loop.factors.count] == to.id
    }
    guard isStep else {
      throw Failure("the loop \(loop.key) has no step from \(from.key) to \(to.key)", exitCode: Exit.badData)
    }
    return Loop.Break(
      from: from.id, to: to.id, recommendation: try advice.map { try reader.recommendation($0).id })
  }
}

extension Loop.Valence: ArgumentValue {}

extension StudyReader {
  /// A loop by key.
  ///
  /// - Throws: ``StoreError/unknown(_:name:nearest:)`` with the nearest there are.
  func loop(_ key: String) throws -> Loop {
    let all = try loops()
    if let found = all.first(where: { $0.key == key }) { return found }
    let near = Suggestion.nearest(to: key, in: all.map(\.key))
    throw StoreError.unknown(.loop, name: key, nearest: near.isEmpty ? all.map(\.key) : near)
  }

  /// A recommendation by key.
  func recommendation(_ key: String) throws -> Recommendation {
    let all = try recommendations()
    if let found = all.first(where: { $0.key == key }) { return found }
    throw StoreError.unknown(
      .recommendation, name: key, nearest: Suggestion.nearest(to: key, in: all.map(\.key)))
  }

  /// The steps of a loop that no link takes.
  func gaps(in loop: Loop) throws -> [(from: String, to: String)] {
    let keys = Dictionary(try factors().map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let links = try links().filter { !$0.isDespite }
    return loop.factors.indices.compactMap { place in
      let (from, to) = (loop.factors[place], loop.factors[(place + 1) % loop.factors.count])
      let isJoined = links.contains { $0.from == from && $0.to == to }
      return isJoined ? nil : (keys[from] ?? "?", keys[to] ?? "?")
    }
  }
}
