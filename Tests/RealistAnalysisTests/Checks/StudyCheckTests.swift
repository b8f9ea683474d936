import RealistAnalysis
import RealistModel
import Testing
import TestSupport

@Suite("Checks of a study") struct StudyCheckTests {
  /// A study that every check is content with.
  private static func sound() throws -> StudySketch {
    var sketch = StudySketch("Sound (invented)")
    sketch.configuration(
      "one", "One", "C queue @contexts/queue", "M+ trust @mechanisms/enabling/trust", "O stays @outcomes/stay"
    )
    sketch.configuration(
      "two", "Two", "C queue @contexts/queue", "M- blame @mechanisms/disabling/blame",
      "O leaves @outcomes/leave")
    for number in 1...2 {
      sketch.evidence("CMO\(number).M1", "P01", "first \(number)")
      sketch.evidence("CMO\(number).O1", "P02", "second \(number)")
    }
    sketch.coding("coded", from: "P01", code: "outcomes/stay")
    sketch.factor("a", "inputs", "A", code: "mechanisms/enabling/trust")
    sketch.factor("b", "impacts", "B")
    sketch.link("a", "b", via: [1], from: [("P02", "a link")])
    sketch.link("b", "a", .decreases)
    sketch.loop("ring", "Ring", .virtuous, ["a", "b"])
    let theory = Theory(
      id: ID(high: 9, low: 9), key: "t", title: "T",
      versions: [Theory.Version(label: "initial", statement: "If")])
    sketch.study.theories = [theory]
    sketch.study.configurations[0].theory = theory.id
    sketch.response(.confirms, to: "t", "so it is", from: "P02")
    sketch.link("L1", "linked", from: "P01", "C contexts/queue", "M mechanisms/enabling/trust")
    sketch.study.queries = [SavedQuery(id: ID(high: 9, low: 10), name: "stays", text: "outcomes/stay")]
    return sketch
  }

  private static func material(_ sketch: StudySketch) -> CheckMaterial {
    CheckMaterial(sketch.study, words: sketch.words)
  }

  @Test("A sound study has no findings") func soundStudy() throws {
    let material = Self.material(try Self.sound())
    #expect(!material.study.evidence.isEmpty)
    #expect(StudyCheck.findings(in: material).map(\.finding) == [])
  }

  @Test("Every check has a name of its own and a rule") func names() {
    #expect(Set(StudyCheck.all.map(\.key)).count == StudyCheck.all.count)
    #expect(StudyCheck.all.allSatisfy { !$0.rule.isEmpty && !$0.key.isEmpty })
  }

  /// A way to break the sound study, and what must be found then.
  struct Break: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var check: String
    var severity: Finding.Severity
    var place: String
    var damage: @Sendable (inout StudySketch) -> Void

    init(
      _ testDescription: String, _ check: String, _ severity: Finding.Severity, _ place: String,
      _ damage: @escaping @Sendable (inout StudySketch) -> Void
    ) {
      (self.testDescription, self.check, self.severity) = (testDescription, check, severity)
      (self.place, self.damage) = (place, damage)
    }
  }

  @Test("Each damage is found by its check, at its place", arguments: breaks) func damage(_ damage: Break)
    throws
  {
    var sketch = try Self.sound()
    damage.damage(&sketch)
    let findings = StudyCheck.findings(in: Self.material(sketch))
    let own = findings.filter { $0.check.key == damage.check }.map(\.finding)
    #expect(own.contains { $0.place == damage.place && $0.severity == damage.severity }, "\(own)")
    for finding in findings.map(\.finding) {
      #expect(finding.message.first?.isUppercase == false && finding.message.last != ".")
    }
  }

  @Test("A disabling mechanism in no configuration is one finding, that of its own check") func oneFinding()
    throws
  {
    var sketch = try Self.sound()
    sketch.code("mechanisms/disabling/shame")
    sketch.code("other/disabling/scorn")
    sketch.code("other/plain")
    let found = StudyCheck.findings(in: Self.material(sketch)).map { "\($0.check.key) \($0.finding.place)" }
    #expect(
      found == [
        "codes-configured other", "disabling-mechanisms-used mechanisms/disabling/shame",
        "disabling-mechanisms-used other/disabling/scorn",
      ])
  }

  @Test("Every check is broken by one of the damages") func everyCheckCanFail() {
    #expect(Set(Self.breaks.map(\.check)) == Set(StudyCheck.all.map(\.key)))
  }

  static let breaks: [Break] = [
    Break("a saved query of a code that is gone", "saved-queries", .warning, "query @stays") {
      $0.study.queries[0].text = "outcomes/gone"
    },
    Break("two factors of one key", "unique-keys", .error, "factor a") { $0.factor("a", "inputs", "again") },
    Break("two evidences of one id", "unique-keys", .error, "evidence") {
      $0.study.evidence.append($0.study.evidence[0])
    },
    Break("a segment without its source", "references", .error, "? 0..7") { $0.study.sources.removeFirst() },
    Break("a coding without its code", "references", .error, "P01 34..39") { sketch in
      sketch.study.codings[0].code = ID(high: 1, low: 1)
    },
    Break("an element without its code", "references", .error, "CMO1.O1") {
      $0.study.configurations[0].elements[2].code = ID(high: 1, low: 1)
    },
    Break("evidence without its segment", "references", .error, "CMO2.M1") {
      $0.study.evidence[2].segment = ID(high: 1, low: 1)
    },
    Break("a link without its factor", "references", .error, "link a -> ?") { $0.study.factors.removeLast() },
    Break("a linked coding without its code", "references", .error, "L1") {
      $0.study.linkedCodings[0].parts[0].code = ID(high: 1, low: 1)
    },
    Break("a response to nothing", "references", .error, "a response to a theory") {
      $0.study.responses[0].theory = ID(high: 1, low: 1)
    },
    Break("a response to a wording that is not there", "references", .error, "a response to theory t") {
      $0.study.responses[0].version = 2
    },
    Break("a theory that went nowhere", "references", .error, "theory t") {
      $0.study.theories[0].versions[0].into = [ID(high: 1, low: 1)]
    },
    Break("a linked coding of one role", "linked-codings", .error, "L1") {
      $0.study.linkedCodings[0].parts.removeLast()
    },
    Break("a role that the template lacks", "linked-codings", .error, "L1.X") {
      $0.study.linkedCodings[0].parts[0].letter = "X"
    },
    Break("words of a role elsewhere", "linked-codings", .warning, "L1.C") {
      $0.study.linkedCodings[0].parts[0].segment = $0.study.segments[0].id
    },
    Break("a wording without a reason", "theories", .warning, "theory t") {
      $0.study.theories[0].versions.append(Theory.Version(label: "refined", statement: "If so"))
    },
    Break("an agreed configuration of a refuted theory", "theories", .warning, "CMO1") {
      $0.study.theories[0].versions.append(Theory.Version(label: "refuted", statement: "", reason: "no"))
    },
    Break("a memo on nothing", "references", .error, "memo by ann of 2026-01-01") { sketch in
      sketch.study.memos.append(
        Memo(
          id: ID(high: 1, low: 1), subject: .code(ID(high: 1, low: 1)), coder: "ann",
          written: sketch.study.created, body: ""))
    },
    Break("a code without its parent", "code-tree", .error, "queue") { sketch in
      sketch.study.codes.removeAll { $0.name == "contexts" }
    },
    Break("two codes below each other", "code-tree", .error, "mechanisms/enabling") { sketch in
      let place = sketch.study.codes.firstIndex { $0.name == "mechanisms" } ?? 0
      sketch.study.codes[place].parent = sketch.code("mechanisms/enabling")
    },
    Break("two siblings of one name", "code-names", .error, "contexts/queue") { sketch in
      sketch.study.codes.append(Code(id: ID(high: 1, low: 1), parent: sketch.code("contexts"), name: "queue"))
    },
    Break("siblings that differ in case", "code-names", .warning, "contexts/Queue") {
      $0.code("contexts/Queue")
    },
    Break("a name with a slash", "code-names", .error, "a/b") {
      $0.study.codes.append(Code(id: ID(high: 1, low: 1), name: "a/b"))
    },
    Break("a segment beyond the end", "spans-in-bounds", .error, "P01 34..39") {
      $0.study.sources[0].length = 38
    },
    Break("a segment of a later revision", "spans-in-bounds", .error, "P01 0..7") {
      $0.study.segments[0].revision = 2
    },
    Break("other words under a segment", "quote-checks", .error, "P01 0..7") { sketch in
      sketch.words[sketch.study.segments[0].id] = QuoteWords(words: "First 1")
    },
    Break("evidence for another's element", "evidence-elements", .error, "CMO1") { sketch in
      sketch.study.evidence[0].elements = [sketch.study.configurations[1].elements[0].id]
    },
    Break("the same evidence twice", "evidence-elements", .warning, "CMO1.M1") {
      $0.evidence("CMO1.M1", "P01", "first 1")
    },
    Break("a letter unknown to the template", "template-letters", .error, "CMO1.X1") {
      $0.study.configurations[0].elements[0].letter = "X"
    },
    Break("an element without words", "template-letters", .warning, "CMO1.C1") {
      $0.study.configurations[0].elements[0].text = " "
    },
    Break("a factor in no stage", "factor-stages", .error, "factor a") {
      $0.study.factors[0].stage = "limbo"
    },
    Break("a link to itself", "factor-stages", .warning, "link a -> a") { $0.link("a", "a") },
    Break("a theory that is not there", "theories", .error, "CMO1") {
      $0.study.configurations[0].theory = ID(high: 1, low: 1)
    },
    Break("a theory never tested", "theories", .warning, "theory t") {
      $0.study.configurations[0].theory = nil
    },
    Break("a loop that is not closed", "loops", .warning, "loop ring") { $0.study.links.removeLast() },
    Break("a loop of both signs", "loops", .warning, "loop ring") { $0.link("a", "b", .decreases) },
    Break("only refuting evidence", "configurations-quoted", .warning, "CMO1") { sketch in
      for place in 0...1 { sketch.study.evidence[place].bearing = .refutes }
    },
    Break("one source for all evidence", "several-sources", .warning, "CMO2") {
      $0.study.evidence.removeLast()
    },
    Break("a branch in no configuration", "codes-configured", .warning, "extra") { $0.code("extra/one") },
    Break("a rejected configuration", "codes-configured", .warning, "outcomes/leave") {
      $0.study.configurations[1].status = .rejected
    },
    Break("a barrier forgotten", "disabling-mechanisms-used", .warning, "mechanisms/disabling/shame") {
      $0.code("mechanisms/disabling/shame")
    },
    Break("evidence of one who withdrew", "withdrawn-participants", .warning, "CMO1.M1") {
      $0.study.participants[0].withdrawn = CalendarDate(daysSince1970: 20_000)
    },
    Break("a link of one who withdrew", "withdrawn-participants", .warning, "link a -> b") {
      $0.study.participants[1].withdrawn = CalendarDate(daysSince1970: 20_000)
    },
  ]
}
