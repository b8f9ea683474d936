import RealistModel

/// Notes, links, sets and graphs become memos, but for those that Realist wrote to show what it knows otherwise.
extension StudyAssembly {
  mutating func addNotes(_ own: OwnElements) {
    for note in project.notes { subjects[note, default: []].append(.study) }
    linkNotes(own)
    for note in project.memos where !supplementNotes.contains(note.guid) {
      if own.notes.contains(note.guid) {
        report.add("Note", .kept)
        continue
      }
      add(note)
    }
  }

  private mutating func add(_ note: ForeignDocument) {
    var body = noteTexts[note.guid] ?? ""
    if !note.codings.isEmpty {
      let paths = note.codings.compactMap { $0.code }.filter { codes[$0] != nil }.map(path)
      body += "\n\nCoded with: \(paths.joined(separator: ", "))"
      report.add("Coding", .note, "of a note", count: note.codings.count)
    }
    if !note.selections.isEmpty, !annotated.contains(note.guid) {
      report.add("Selection", .leftOut, "in a note", count: note.selections.count)
      let codings = note.selections.reduce(0) { $0 + $1.codings.count }
      report.add("Coding", .leftOut, "in a note", count: codings)
    }
    let found = (subjects[note.guid] ?? []).distinct
    if body.trimmed.isEmpty { return report.add("Note", .leftOut, "it has no words in the file") }
    if found.isEmpty, usedNotes.contains(note.guid) { return report.add("Note", .kept) }
    report.add("Note", .kept)
    if found.count > 1 { report.add("Note copied", .changed, "it is about several things") }
    for (place, subject) in (found.isEmpty ? [.study] : found).enumerated() {
      let id = place == 0 ? note.guid : derived("memo", "\(note.guid) \(place)")
      study.memos.append(
        Memo(
          id: id.id(), subject: subject, coder: coder(note.creator), written: moment(note.created), body: body
        ))
    }
  }

  /// Links between a note and something else say what the note is about.
  private mutating func linkNotes(_ own: OwnElements) {
    let configurations = Dictionary(study.configurations.map { (GUID($0.id), $0.id) }) { first, _ in first }
    let theories = Dictionary(study.theories.map { (GUID($0.id), $0.id) }) { first, _ in first }
    let factors = Dictionary(study.factors.map { (GUID($0.id), $0.id) }) { first, _ in first }
    for link in project.links {
      guard let origin = link.origin, let target = link.target else { continue }
      let ends = noteTexts[origin] != nil ? (origin, target) : (target, origin)
      guard noteTexts[ends.0] != nil else { continue }
      let subject: Memo.Subject? =
        configurations[ends.1].map { .configuration($0) } ?? theories[ends.1].map { .theory($0) }
        ?? factors[ends.1].map { .factor($0) } ?? participants[ends.1].map { .participant($0) }
        ?? codes[ends.1].map { .code($0) } ?? sources[ends.1].map { .source($0) }
        ?? segments[ends.1].map { .segment($0) }
      guard let subject else { continue }
      if subjects[ends.0]?.contains(subject) != true { subjects[ends.0, default: []].append(subject) }
      noteLinks.insert(link.guid)
    }
  }

  // MARK: - Links, sets, graphs

  /// What a GUID stands for, in words.
  private func name(_ guid: GUID?) -> String {
    guard let guid else { return "nothing" }
    if codes[guid] != nil { return path(guid) }
    if let id = sources[guid] { return study.sources.first { $0.id == id }?.name ?? "a source" }
    if let id = participants[guid] { return study.participants.first { $0.id == id }?.key ?? "a case" }
    if let id = segments[guid], let segment = study.segments.first(where: { $0.id == id }) {
      let source = study.sources.first { $0.id == segment.source }?.name ?? "a source"
      return "\(source) \(segment.span.start)..\(segment.span.end)"
    }
    if let note = noteDocuments[guid] { return note.name.isEmpty ? "a note" : "the note \(note.name)" }
    if let set = project.sets.first(where: { $0.guid == guid }) { return "the set \(set.name)" }
    if let link = project.links.first(where: { $0.guid == guid }) { return "the link \(link.name)" }
    return "something that is not in the file"
  }

  mutating func addLinks(_ own: OwnElements) {
    var lines: [String] = []
    for link in project.links {
      if own.links.contains(link.guid) || noteLinks.contains(link.guid) {
        report.add("Link", .kept)
        continue
      }
      let arrow = link.direction == "Bidirectional" ? "↔" : link.direction == "OneWay" ? "→" : "–"
      let label = link.name.trimmed.isEmpty ? "" : ": \(ForeignNames.line(link.name))"
      lines.append("- \(name(link.origin)) \(arrow) \(name(link.target))\(label)")
      report.add("Link", .note)
    }
    guard !lines.isEmpty else { return }
    addMemo(.study, "# Links\n\n" + lines.joined(separator: "\n"), key: "links")
  }

  mutating func addSets(_ own: OwnElements) {
    for set in project.sets {
      if own.sets.contains(set.guid) {
        report.add("Set", .kept)
        continue
      }
      report.add("Set", .note, item: set.name)
      var body = "# Set: \(ForeignNames.line(set.name))"
      if !set.description.trimmed.isEmpty { body += "\n\n\(set.description.trimmed)" }
      for (title, members) in [("Codes", set.codes), ("Sources", set.sources), ("Notes", set.notes)]
      where !members.isEmpty {
        body += "\n\n\(title):\n" + members.map { "- \(name($0))" }.joined(separator: "\n")
      }
      addMemo(.study, body, key: "set \(set.guid)")
    }
  }

  mutating func addGraphs(_ own: OwnElements) {
    for graph in project.graphs {
      if own.graphs.contains(graph.guid) {
        report.add("Graph", .kept)
        continue
      }
      report.add("Graph", .note, item: graph.name)
      var names: [GUID: String] = [:]
      for vertex in graph.vertices {
        names[vertex.guid] =
          vertex.name.trimmed.isEmpty ? name(vertex.represented) : ForeignNames.line(vertex.name)
      }
      var body = "# Graph: \(ForeignNames.line(graph.name))\n\n"
      body += graph.vertices.map { "- \(names[$0.guid] ?? "")" }.joined(separator: "\n")
      if !graph.edges.isEmpty { body += "\n" }
      for edge in graph.edges {
        let arrow = edge.direction == "OneWay" ? "→" : edge.direction == "Bidirectional" ? "↔" : "–"
        let label = [edge.name, edge.represented.map(name) ?? ""].map(ForeignNames.line).first { !$0.isEmpty }
        body += "\n- \(names[edge.source] ?? "?") \(arrow) \(names[edge.target] ?? "?")"
        if let label { body += ": \(label)" }
      }
      addMemo(.study, body, key: "graph \(graph.guid)")
    }
  }
}
