import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// Why a theory changes, when, and which passages do it.
struct TheoryStepOptions: ParameterGroup {
  static let title: String? = "What brought it about"

  @Option(help: "A passage that supports the wording before.", valueName: "SOURCE=WORDS")
  var supports: [Assignment] = []
  @Option(help: "A passage that refutes it.", valueName: "SOURCE=WORDS") var refutes: [Assignment] = []
  @Option(help: "A passage that refines it.", valueName: "SOURCE=WORDS") var refines: [Assignment] = []
  @Option(help: "The day; today without it.", valueName: "DATE") var date: CalendarDate?

  init() {}

  /// The passages, found in their sources; segments are made where there are none.
  func passages(_ writer: StudyWriter) throws -> [Theory.Passage] {
    let given: [(Evidence.Bearing, [Assignment])] = [
      (.supports, supports), (.refutes, refutes), (.refines, refines),
    ]
    return try given.flatMap { bearing, passages in
      try passages.map { passage in
        let opened = try OpenedSource(passage.name, in: writer.reader)
        let span = try opened.find(quote: passage.value).span
        let segment = try writer.segment(at: span, of: opened.source, text: opened.text).segment
        return Theory.Passage(segment: segment.id, bearing: bearing)
      }
    }
  }
}

extension Theory {
  /// Refuses a step that would end a theory twice.
  func requireHeld() throws {
    guard let end else { return }
    throw Failure(
      "the theory \(key) was \(end.step.rawValue) already",
      hint: "give it a wording first: realist theory refine \(key) --statement \"…\" --reason \"…\"",
      exitCode: Exit.badData)
  }

  /// This theory, ended.
  func ended(
    _ step: Step, into: [ID<Theory>] = [], reason: String, date: CalendarDate, passages: [Passage]
  ) -> Theory {
    var theory = self
    theory.versions.append(
      Version(
        label: step.rawValue, step: step, date: date, statement: "", reason: reason.trimmed, into: into,
        passages: passages))
    return theory
  }
}

extension StudyWriter {
  /// Puts theories behind another one in the order of the study.
  func place(_ theories: [ID<Theory>], after other: ID<Theory>) throws {
    var order = try reader.theories().map(\.id).filter { !theories.contains($0) }
    let place = order.firstIndex(of: other).map { $0 + 1 } ?? order.count
    order.insert(contentsOf: theories, at: place)
    try orderTheories(order)
  }
}
