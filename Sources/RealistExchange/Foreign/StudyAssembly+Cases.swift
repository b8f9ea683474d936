import RealistModel

/// Cases become participants, variables their attributes.
extension StudyAssembly {
  private static let reserved: [AttributeDefinition.Subject: [String]] = [
    .participant: ["id", "key", "name", "consent", "withdrawn"],
    .source: [
      "name", "kind", "title", "mode", "date", "duration", "participants", "file", "encoding", "format",
      "speakers",
    ],
  ]

  mutating func addCases() {
    addVariables()
    var names = ForeignNames()
    for foreign in project.cases {
      if foreign.name.trimmed.isEmpty, foreign.sources.count == 1 {
        report.add("Case", .changed, "one without a name is what is said about its source")
        continue
      }
      var name = ForeignNames.line(foreign.name)
      if name.isEmpty { name = "Case \(study.participants.count + 1)" }
      var participant = Participant(id: foreign.guid.id(), key: names.free(name))
      participant.attributes = values(foreign.values, of: .participant)
      participants[foreign.guid] = participant.id
      study.participants.append(participant)
      report.add("Case", .kept)
      addMemo(.participant(participant.id), foreign.description, key: "case \(foreign.guid)")
      if !foreign.codes.isEmpty {
        let paths = foreign.codes.filter { codes[$0] != nil }.map(path)
        addMemo(
          .participant(participant.id), "Coded with: " + paths.joined(separator: ", "),
          key: "case codes \(foreign.guid)")
        report.add("CodeRef of a case", .note, "a participant has no codes", count: foreign.codes.count)
      }
    }
  }

  /// What nameless cases say about their source, and values of sources.
  func sourceValues(_ document: ForeignDocument) -> [ForeignValue] {
    document.values
      + project.cases.filter {
        $0.name.trimmed.isEmpty && $0.sources == [document.guid]
      }.flatMap(\.values)
  }

  // MARK: - Variables

  private mutating func addVariables() {
    let ofCases = Set(project.cases.filter { participantsName($0) }.flatMap { $0.values.map(\.variable) })
    let ofSources = Set(project.sources.flatMap { sourceValues($0).map(\.variable) })
    for subject in AttributeDefinition.Subject.allCases {
      var names = ForeignNames(reserved: Self.reserved[subject] ?? [])
      let used = subject == .source ? ofSources : ofCases
      for variable in project.variables {
        let isUnused = !ofCases.contains(variable.guid) && !ofSources.contains(variable.guid)
        guard used.contains(variable.guid) || (isUnused && subject == .participant) else { continue }
        var name = ForeignNames.line(variable.name)
        if name.isEmpty { name = "Variable" }
        name = names.free(name)
        if name != variable.name {
          report.add("Variable name", .changed, "it stood for something else, or came twice", item: name)
        }
        let definition = AttributeDefinition(
          name: name, subject: subject, kind: kind(of: variable, subject))
        attributeNames[AttributeKey(variable: variable.guid, subject: subject)] = study.attributes.count
        study.attributes.append(definition)
      }
    }
    for variable in project.variables {
      if variable.type == "DateTime" {
        report.add("Variable", .changed, "a moment is kept as text", item: variable.name)
      } else {
        report.add("Variable", .kept)
      }
      addMemo(
        .study, "Variable \(variable.name): \(variable.description)", key: "variable \(variable.guid)",
        onlyIf: variable.description)
    }
  }

  private func participantsName(_ foreign: ForeignCase) -> Bool {
    !foreign.name.trimmed.isEmpty || foreign.sources.count != 1
  }

  private mutating func addMemo(_ subject: Memo.Subject, _ body: String, key: String, onlyIf text: String) {
    guard !text.trimmed.isEmpty else { return }
    addMemo(subject, body, key: key)
    report.add("Description of a variable", .note)
  }

  /// The kind that every value fits.
  private mutating func kind(
    of variable: ForeignVariable, _ subject: AttributeDefinition.Subject
  ) -> AttributeDefinition.Kind {
    let kind: AttributeDefinition.Kind =
      switch variable.type {
      case "Boolean": .boolean
      case "Integer", "Float": .number
      case "Date": .date
      default: .text
      }
    guard kind != .text else { return .text }
    let all =
      subject == .participant ? project.cases.flatMap(\.values) : project.sources.flatMap(sourceValues)
    let fits = all.allSatisfy { value in
      value.variable != variable.guid
        || value.text.map { $0.trimmed.isEmpty || Self.value($0, kind) != nil } ?? true
    }
    if fits { return kind }
    report.add("Variable kind", .changed, "a value is not of it, so all are text", item: variable.name)
    return .text
  }

  /// A value as the schema writes it: booleans also as 1 and 0, dates also with a zone.
  private static func value(_ text: String, _ kind: AttributeDefinition.Kind) -> AttributeValue? {
    switch (kind, text.trimmed) {
    case (.text, _): .text(text)
    case (.boolean, "1"): .boolean(true)
    case (.boolean, "0"): .boolean(false)
    case (.date, let day): AttributeValue(String(day.prefix(10)), kind: .date)
    case (_, let text): AttributeValue(text, kind: kind)
    }
  }

  mutating func values(
    _ values: [ForeignValue], of subject: AttributeDefinition.Subject
  ) -> [String: AttributeValue] {
    var result: [String: AttributeValue] = [:]
    for value in values {
      guard let text = value.text, !text.isEmpty else { continue }
      guard let place = attributeNames[AttributeKey(variable: value.variable, subject: subject)] else {
        report.add("VariableValue", .leftOut, "of a variable that there is not")
        continue
      }
      let definition = study.attributes[place]
      if let read = Self.value(text, definition.kind) {
        result[definition.name] = read
        report.add("VariableValue", .kept)
      }
    }
    return result
  }
}

/// A variable as the attribute of cases or of sources.
struct AttributeKey: Hashable {
  var variable: GUID
  var subject: AttributeDefinition.Subject
}
