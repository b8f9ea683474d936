import RealistModel

/// A study written down in a few lines for a test: things are named by their keys and made when they are first named.
///
/// Ids follow from the names, so that two sketches that say the same give equal studies. With `idSeed`, ids are ordered differently but
/// nothing else changes.
public struct StudySketch {
  public var study: Study
  public var words: [ID<Segment>: QuoteWords] = [:]
  private let ids: DerivedIDs
  private var offsets: [String: Int] = [:]

  public init(
    _ title: String = "An invented study", template: Template = .cmo, stages: [Stage] = Stage.usual,
    idSeed: UInt64 = 1
  ) {
    let created = Timestamp(milliseconds: 1_767_225_600_000)
    study = Study(
      id: ID(high: 0x019b_7000_0000_7000, low: idSeed), title: title, created: created, template: template,
      stages: stages)
    ids = DerivedIDs(study: study.id, created: created)
  }

  /// The id that follows from a name.
  func derived<Entity>(_ entity: Entity.Type, _ key: String) -> ID<Entity> {
    ids.id(entity, kind: "\(entity)", key: key)
  }

  /// The tables of the study as it is now.
  public func lookup() throws -> StudyLookup { try StudyLookup(study) }

  public func participant(_ key: String) -> ID<Participant> {
    ids.id(Participant.self, kind: "participant", key: key)
  }

  /// A source of a name; when the name begins with `P`, also its participant.
  @discardableResult public mutating func source(_ name: String) -> ID<Source> {
    let id = ids.id(Source.self, kind: "source", key: name)
    guard !study.sources.contains(where: { $0.id == id }) else { return id }
    var source = Source(id: id, name: name, length: 100_000)
    if name.hasPrefix("P") {
      study.participants.append(Participant(id: participant(name), key: name))
      source.participants = [participant(name)]
    }
    study.sources.append(source)
    return id
  }

  /// The code of a path, with the codes above it.
  @discardableResult public mutating func code(_ path: String) -> ID<Code> {
    let id = ids.id(Code.self, kind: "code", key: path)
    guard !study.codes.contains(where: { $0.id == id }) else { return id }
    let parts = path.split(separator: "/")
    let parent = parts.count > 1 ? code(parts.dropLast().joined(separator: "/")) : nil
    let position = study.codes.count { $0.parent == parent }
    study.codes.append(Code(id: id, parent: parent, name: String(parts.last ?? ""), position: position))
    return id
  }

  /// A segment of a source; quotes follow each other in the order in which they are named.
  @discardableResult public mutating func quote(_ text: String, from name: String) -> ID<Segment> {
    let id = ids.id(Segment.self, kind: "segment", key: "\(name)\n\(text)")
    guard words[id] == nil else { return id }
    let start = offsets[name, default: 0]
    let end = start + max(1, text.unicodeScalars.count)
    offsets[name] = end + 10
    guard let span = try? TextSpan(start: start, end: end) else { return id }
    let source = source(name)
    study.segments.append(
      Segment(
        id: id, source: source, span: span, check: QuoteCheck(of: text), coder: "ann", created: study.created)
    )
    words[id] = QuoteWords(words: text, participant: name.hasPrefix("P") ? participant(name) : nil)
    return id
  }

  public mutating func coding(_ text: String, from name: String, code path: String) {
    let segment = quote(text, from: name)
    study.codings.append(
      Coding(
        id: ids.id(Coding.self, kind: "coding", key: "\(study.codings.count)"), segment: segment,
        code: code(path), coder: "ann", created: study.created))
  }

  /// A configuration of elements such as `"M- put on the spot @mechanisms/put-on-the-spot"`: letter, sign, clause, code.
  ///
  /// `+` and `-` are enabling and disabling for mechanisms, intended and unintended for outcomes.
  public mutating func configuration(
    _ key: String, _ title: String = "", status: Configuration.Status = .agreed, _ elements: String...
  ) {
    configuration(key, title, status: status, elements: elements.map { element($0, in: key) })
  }

  public mutating func configuration(
    _ key: String, _ title: String, status: Configuration.Status = .agreed, elements: [Element]
  ) {
    study.configurations.append(
      Configuration(
        id: ids.id(Configuration.self, kind: "configuration", key: key), key: key, title: title,
        status: status, elements: elements))
  }

  private mutating func element(_ text: String, in key: String) -> Element {
    let halves = text.split(separator: "@", maxSplits: 1).map { String($0).trimmed }
    let tag = halves[0].prefix { $0 != " " }
    let letter = String(tag.prefix(1))
    let path = halves.count > 1 ? halves[1] : nil
    return element(
      letter: letter, sign: String(tag.dropFirst()), String(halves[0].dropFirst(tag.count)).trimmed,
      code: path, key: "\(key)\n\(text)")
  }

  /// One element; `key` makes its id.
  public mutating func element(
    letter: String, sign: String, _ text: String, code path: String?, beneficiary: String = "", key: String
  ) -> Element {
    let valences: [String: Element.Valence] =
      letter == "O" ? ["+": .intended, "-": .unintended] : ["+": .enabling, "-": .disabling]
    return Element(
      id: ids.id(Element.self, kind: "element", key: key), letter: letter, text: text,
      code: path.map { code($0) }, valence: valences[sign], beneficiary: beneficiary)
  }

  /// Evidence for a place: `CMO2`, `CMO2.M1`, `CMO2.M1-O1`.
  public mutating func evidence(
    _ place: String, _ name: String, _ text: String, _ bearing: Evidence.Bearing = .supports,
    _ standing: Evidence.Standing = .observed
  ) {
    let parts = place.split(separator: ".", maxSplits: 1)
    guard let number = Int(parts[0].dropFirst(3)), study.configurations.indices.contains(number - 1) else {
      return
    }
    let configuration = study.configurations[number - 1]
    let labels = parts.count > 1 ? parts[1].split(separator: "-").map(String.init) : []
    study.evidence.append(
      Evidence(
        id: ids.id(Evidence.self, kind: "evidence", key: "\(study.evidence.count)"),
        configuration: configuration.id,
        elements: labels.compactMap { configuration.element(label: $0)?.id },
        segment: quote(text, from: name), bearing: bearing, standing: standing, coder: "ann",
        created: study.created))
  }

  public func factor(_ key: String) -> ID<Factor> { ids.id(Factor.self, kind: "factor", key: key) }

  public mutating func factor(
    _ key: String, _ stage: String, _ text: String, code path: String? = nil, group: String = ""
  ) {
    study.factors.append(
      Factor(id: factor(key), key: key, stage: stage, text: text, group: group, code: path.map { code($0) }))
  }

  public mutating func link(
    _ from: String, _ to: String, _ polarity: CausalLink.Polarity = .increases, label: String = "",
    via configurations: [Int] = [], from quotes: [(source: String, words: String)] = []
  ) {
    let segments = quotes.map { quote($0.words, from: $0.source) }
    study.links.append(
      CausalLink(
        id: ids.id(CausalLink.self, kind: "link", key: "\(study.links.count)"), from: factor(from),
        to: factor(to), polarity: polarity, label: label,
        configurations: configurations.map { study.configurations[$0 - 1].id }, segments: segments))
  }

  public mutating func loop(
    _ key: String, _ title: String, _ valence: Loop.Valence = .neutral, _ factors: [String]
  ) {
    study.loops.append(
      Loop(
        id: ids.id(Loop.self, kind: "loop", key: key), key: key, title: title, valence: valence,
        factors: factors.map { factor($0) }))
  }
}

extension StudySketch {
  /// A small invented study of a community kitchen with something of everything: a ripple, both valences, refuting and anticipated evidence, a pair,
  /// a vicious ring, headings, links that people wrote and links that follow.
  public static func kitchen(idSeed: UInt64 = 1) -> StudySketch {
    var sketch = StudySketch("Who holds the spoon (invented)", idSeed: idSeed)
    for name in ["P01", "P02", "P03", "FG1"] { sketch.source(name) }
    sketch.configuration(
      "spoon", "The spoon changes hands", "C days of officials @contexts/officials",
      "M+ they feel they are the one who knows @mechanisms/needed",
      "O+ they have somebody to ask @outcomes/ask")
    sketch.configuration(
      "board", "A name on the board", "C days of officials @contexts/officials",
      "M- the honour is felt as a summons @mechanisms/summons", "O they stay away for weeks @outcomes/away",
      "M+ they are free to refuse @mechanisms/refuse")
    sketch.configuration(
      "ripple", "Asking grows", "C they have somebody to ask @outcomes/ask",
      "M+ asking is no debt @mechanisms/no-debt", "O the street knows its names @outcomes/street")
    sketch.configuration("old", status: .rejected, "C a hall", "M warmth", "O soup")
    sketch.evidence("CMO1.C1", "P02", "You say thank you all day.")
    sketch.evidence("CMO1.M1", "P01", "If you're the one who knows, you stand different.")
    sketch.evidence("CMO1.M1", "P02", "now I am the one who is needed")
    sketch.evidence("CMO1.M1-O1", "P03", "They needed me, so I could ask them for the ladder.")
    sketch.evidence("CMO1.O1", "P02", "Before, I had nobody to ask for a small thing.")
    sketch.evidence("CMO1.O1", "FG1", "The letter doesn't come quicker for it.", .refutes)
    sketch.evidence("CMO2.M1", "P01", "We'd meant it as an honour and it landed like a summons.")
    sketch.evidence("CMO2.O1", "P02", "I stayed away, I think, four weeks.")
    sketch.evidence("CMO2.M2", "P02", "both answers were okay")
    sketch.evidence("CMO3.O1", "P03", "In a year they will all nod.", .supports, .anticipated)
    sketch.evidence("CMO3", "FG1", "One asks, then the next one asks.")
    sketch.factor(
      "officials", "context", "Days spent on questions, forms and thanks", code: "contexts/officials")
    sketch.factor("lead", "activities", "A newcomer is offered the lead for one meal")
    sketch.factor("summons", "barriers", "People feel put on the spot", code: "mechanisms/summons")
    sketch.factor(
      "needed", "short-outcomes", "They feel that they are the one who knows", code: "mechanisms/needed")
    sketch.factor(
      "ask", "medium-outcomes", "People have somebody to ask", code: "outcomes/ask", group: "Neighbours")
    sketch.factor("away", "medium-outcomes", "People stay away", code: "outcomes/away", group: "The kitchen")
    sketch.factor("street", "impacts", "A street that knows its names", code: "outcomes/street")
    sketch.study.factors[1].assumptions = ["somebody asks first, and asks twice"]
    sketch.study.factors[4].indicators = ["favours asked in a month"]
    sketch.link("officials", "lead", via: [1], from: [("P02", "I was full of thank you.")])
    sketch.link("lead", "needed", via: [1], from: [("P01", "We handed over the spoon.")])
    sketch.link("lead", "summons", .decreases, label: "asked twice", via: [2])
    sketch.link("ask", "street")
    sketch.link("away", "lead", .decreases, label: "nobody left to ask")
    sketch.link("summons", "away", via: [2])
    sketch.loop("empty", "The empty table", .vicious, ["lead", "summons", "away"])
    return sketch
  }
}
