import RealistModel

/// An invented evaluation of an invented repair café, with the words of its quotes: four configurations, two theories, refuting and
/// anticipated evidence, a ripple, a participant who withdrew.
public struct ExampleStudy: Sendable {
  public private(set) var study: Study
  /// The words of every segment.
  public private(set) var words: [ID<Segment>: QuoteWords] = [:]

  public init(template: Template = .cmo) {
    study = Study(
      id: ID(high: 1, low: 1), title: "The repair café at Lower Mill (invented)",
      question: "For whom does mending together work?", created: Self.start, template: template,
      attributes: [
        AttributeDefinition(name: "role", subject: .participant, kind: .text),
        AttributeDefinition(name: "months", subject: .participant, kind: .number),
      ])
    addPeople()
    addCodes()
    addTheories()
    addConfigurations()
    addEvidence()
    addRest()
  }

  public static let start = Timestamp(milliseconds: 1_772_000_000_000)

  public func lookup() throws -> StudyLookup { try StudyLookup(study) }

  /// The code of a path; a new id, which no code has, for an unknown path.
  public func code(_ path: String) -> ID<Code> {
    var (parent, found) = (ID<Code>?.none, ID<Code>(high: 4, low: 0))
    for part in path.split(separator: "/") {
      found = study.codes.first { $0.parent == parent && $0.name == part }?.id ?? ID(high: 4, low: 0)
      parent = found
    }
    return found
  }

  private mutating func addPeople() {
    let people = [
      ("P01", "Ida", "fixer", 30.0, false), ("P02", "Bram", "visitor", 2, false),
      ("P03", "Oona", "visitor", 5, false), ("P04", "Rafi", "fixer", 12, true),
      ("P05", "Lene", "host", 41, false),
    ]
    for (number, (key, name, role, months, hasLeft)) in people.enumerated() {
      study.participants.append(
        Participant(
          id: ID(high: 2, low: UInt64(number + 1)), key: key, name: name,
          attributes: ["role": .text(role), "months": .number(months)], consent: ["record", "quote"],
          withdrawn: hasLeft ? CalendarDate("2026-03-01") : nil))
    }
    let ids = study.participants.map(\.id)
    let sources: [(String, String, Source.Kind, [ID<Participant>], Int)] = [
      ("I1", "Interview with a fixer", .interview, [ids[0]], 1210),
      ("I2", "Interview with a visitor", .interview, [ids[1]], 980),
      ("I3", "", .interview, [ids[3]], 640),
      ("FG1", "Evening group", .focusGroup, [ids[1], ids[2], ids[4]], 2400),
      ("D1", "Annual report 2025", .document, [], 300),
    ]
    for (number, (name, title, kind, present, count)) in sources.enumerated() {
      study.sources.append(
        Source(
          id: ID(high: 3, low: UInt64(number + 1)), name: name, title: title, kind: kind,
          mode: kind == .interview ? "telephone" : "", date: CalendarDate("2026-02-1\(number)"),
          minutes: kind == .document ? nil : 32.5 + Double(number), participants: present,
          attributes: kind == .document ? ["doi": .text("10.5555/example.1")] : [:], length: count * 6,
          words: count))
    }
  }

  private mutating func addCodes() {
    let paths = [
      "contexts", "contexts/mending-alone", "contexts/no-manual", "mechanisms", "mechanisms/belonging",
      "mechanisms/being-a-customer", "mechanisms/watching", "outcomes", "outcomes/coming-back",
      "outcomes/leaving",
      "outcomes/learning",
    ]
    for (number, path) in paths.enumerated() {
      let parts = path.split(separator: "/").map { String($0) }
      let parent = parts.count > 1 ? code(parts[0]) : nil
      study.codes.append(
        Code(
          id: ID(high: 4, low: UInt64(number + 1)), parent: parent, name: parts[parts.count - 1],
          definition: parts.count > 1 ? "What is said about \(parts[1])" : "",
          position: study.codes.filter { $0.parent == parent }.count))
    }
  }

  private mutating func addTheories() {
    study.theories = [
      Theory(
        id: ID(high: 5, low: 1), key: "joining", title: "Mending makes members",
        versions: [
          Theory.Version(label: "initial", statement: "If people mend, they stay."),
          Theory.Version(
            label: "refined", statement: "If people are given a part in the mending, they stay.",
            reason: "Watching alone was not enough."),
        ]),
      Theory(
        id: ID(high: 5, low: 2), key: "tools", title: "",
        versions: [Theory.Version(label: "initial", statement: "If tools are lent, skills follow them home.")]
      ),
    ]
  }
}

extension ExampleStudy {
  private mutating func addConfigurations() {
    let slots = study.template.slots
    let contextLetter = slots.first { $0.role == .context }?.letter ?? "C"
    let (c, m, o) = (contextLetter, "M", "O")
    add(
      "bench", "A place at the bench", theory: 1, .agreed, group: "Joining",
      """
      If people have always mended alone (\(c): contexts/mending-alone; level: individual), being asked to hold the lamp
      makes them feel part of the work (\(m)+: mechanisms/belonging), and they come back (\(o): outcomes/coming-back).
      """,
      [
        (c, "People have always mended alone", "contexts/mending-alone", nil, "individual", ""),
        (
          m, "Being asked to hold the lamp makes them feel part of the work", "mechanisms/belonging",
          .enabling, "group", ""
        ),
        (o, "They come back", "outcomes/coming-back", .intended, "group", "volunteers"),
      ])
    add(
      "queue", "The queue", theory: 1, .proposed, group: "Joining",
      """
      When they come back (\(c): outcomes/coming-back), an hour in the queue feels like being a customer (\(m)-:
      mechanisms/being-a-customer) and they leave the thing behind (\(o)-: outcomes/leaving), but a chair beside the bench turns
      waiting into watching (\(m)+: mechanisms/watching), so that they learn to do it themselves (\(o): outcomes/learning).
      """,
      [
        (c, "They come back", "outcomes/coming-back", nil, "group", ""),
        (
          m, "An hour in the queue feels like being a customer", "mechanisms/being-a-customer", .disabling,
          "individual", ""
        ),
        (o, "They leave the thing behind", "outcomes/leaving", .unintended, "individual", "visitors"),
        (
          m, "A chair beside the bench turns waiting into watching", "mechanisms/watching", .enabling,
          "group", ""
        ),
        (o, "They learn to do it themselves", "outcomes/learning", .intended, "individual", "visitors"),
      ])
    add(
      "manual", "", theory: nil, .proposed, group: "",
      "Without a manual (\(c)) and with a stranger watching (\(c)), pride is at stake (\(m)): the screw stays in (\(o)).",
      [
        (c, "Without a manual", "", nil, "", ""), (c, "With a stranger watching", "", nil, "", ""),
        (m, "Pride is at stake", "", nil, "", ""), (o, "The screw stays in", "", nil, "", ""),
      ])
    add(
      "tools", "Tools go home", theory: 2, .agreed, group: "Lending", "",
      [
        (c, "No manual exists", "contexts/no-manual", nil, "institutional", ""),
        (m, "A lent tool is felt as trust", "mechanisms/belonging", .enabling, "individual", ""),
        (o, "They mend for neighbours", "", .intended, "group", "neighbours"),
        (o, "They bring the tool back clean", "", .intended, "institutional", "volunteers"),
        (m, "A lent tool is felt as a debt", "", .disabling, "individual", ""),
        (o, "They stay away until it is mended", "outcomes/leaving", .unintended, "individual", "visitors"),
      ])
  }

  private mutating func add(
    _ key: String, _ title: String, theory: Int?, _ status: Configuration.Status, group: String,
    _ statement: String, _ elements: [(String, String, String, Element.Valence?, String, String)]
  ) {
    let number = UInt64(study.configurations.count + 1)
    study.configurations.append(
      Configuration(
        id: ID(high: 6, low: number), key: key, title: title,
        theory: theory.map { study.theories[$0 - 1].id },
        status: status, group: group, statement: statement,
        elements: elements.enumerated().map { place, element in
          Element(
            id: ID(high: 7, low: number * 100 + UInt64(place)), letter: element.0, text: element.1,
            code: element.2.isEmpty ? nil : code(element.2), valence: element.3, level: element.4,
            beneficiary: element.5)
        }))
  }

  private mutating func addEvidence() {
    let start = study.template.slots.first { $0.role == .context }?.letter ?? "C"
    speak(
      "bench", ["\(start)1"], "I1", "P01", "forty years | in the shed,\nby myself",
      code: "contexts/mending-alone")
    speak(
      "bench", ["M1"], "FG1", "P03", "she said hold the lamp, and then I was in it",
      code: "mechanisms/belonging")
    speak("bench", ["M1", "O1"], "I2", "P02", "that lamp is why I came back", code: "outcomes/coming-back")
    speak("bench", ["O1"], "FG1", "P05", "some never do come back", .refutes)
    speak("bench", ["M1"], "I3", "P04", "words that must not be printed", code: "mechanisms/belonging")
    speak("bench", [], "D1", nil, "Visitors who help return more often.", .refines)
    speak(
      "queue", ["M1"], "I2", "P02", "I took a number, like at the butcher’s",
      code: "mechanisms/being-a-customer")
    speak(
      "queue", ["O2"], "FG1", "P03", "next time I’ll do the fuse", .supports, .anticipated,
      code: "outcomes/learning")
    speak("queue", ["O2"], "I1", "P01", "they could do it, <if> they looked", .supports, .implied)
    speak(
      "tools", ["M1"], "I1", "P01", "=trust, that’s what a \"good\" plane is", code: "mechanisms/belonging")
    speak("tools", ["M2", "O3"], "FG1", "P02", "I owed them a drill")
  }

  /// Adds a segment, its words, its coding and its evidence.
  private mutating func speak(
    _ key: String, _ labels: [String], _ source: String, _ participant: String?, _ spoken: String,
    _ bearing: Evidence.Bearing = .supports, _ standing: Evidence.Standing = .observed,
    code path: String? = nil
  ) {
    let number = study.segments.count
    guard let configuration = study.configurations.first(where: { $0.key == key }),
      let source = study.sources.first(where: { $0.name == source }),
      let span = try? TextSpan(start: number * 100, end: number * 100 + spoken.unicodeScalars.count)
    else { return }
    let time = Timestamp(milliseconds: Self.start.milliseconds + Int64(number) * 60_000)
    let segment = Segment(
      id: ID(high: 8, low: UInt64(number + 1)), source: source.id, span: span, check: QuoteCheck(of: spoken),
      coder: "ann", created: time, memo: number == 1 ? "a strong one" : "")
    study.segments.append(segment)
    words[segment.id] = QuoteWords(
      words: spoken, participant: study.participants.first { $0.key == participant }?.id, speaker: nil)
    study.evidence.append(
      Evidence(
        id: ID(high: 9, low: UInt64(number + 1)), configuration: configuration.id,
        elements: labels.compactMap { configuration.element(label: $0)?.id }, segment: segment.id,
        bearing: bearing,
        standing: standing, coder: "ann", created: time))
    for coder in number % 3 == 1 ? ["ann", "ben"] : ["ann"] {
      guard let path else { continue }
      study.codings.append(
        Coding(
          id: ID(high: 10, low: UInt64(study.codings.count + 1)), segment: segment.id, code: code(path),
          coder: coder, created: time))
    }
  }

  private mutating func addRest() {
    study.memos = [
      Memo(
        id: ID(high: 11, low: 1), subject: .configuration(ID(high: 6, low: 2)), coder: "ben",
        written: Self.start,
        body: "Ask the hosts about the chair.")
    ]
    study.factors = [
      Factor(
        id: ID(high: 12, low: 1), key: "lending", stage: "inputs", text: "Tools to lend",
        code: code("contexts/no-manual"), assumptions: ["Tools come back", "Somebody checks them"])
    ]
  }
}
