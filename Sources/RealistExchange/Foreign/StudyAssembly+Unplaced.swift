import RealistModel

/// What has no place in a text is kept in words, as a memo on its source.
extension StudyAssembly {
  /// Selections of transcripts and representations whose text is not in the file.
  mutating func leaveUnplaced(
    _ renderings: [ForeignDocument], _ source: ID<Source>, _ name: String
  ) {
    let selections = renderings.flatMap(\.selections)
    let outcomes = Array(repeating: OffsetOutcome.outside, count: selections.count)
    leaveUnplaced(selections, outcomes, source, name, rule: "")
    addWhole(renderings.flatMap(\.codings), source, name, nil)
  }

  func words(_ coding: ForeignCoding) -> String {
    let code = coding.code.flatMap { codes[$0] == nil ? nil : path($0) } ?? "a code that is not in the file"
    return "- coded with \(code) by \(coder(coding.creator))"
  }

  /// Selections that no rule puts into the text are listed in a memo on the source, as they came.
  mutating func leaveUnplaced(
    _ selections: [ForeignSelection], _ outcomes: [OffsetOutcome], _ source: ID<Source>, _ name: String,
    rule: String
  ) {
    guard !selections.isEmpty else { return }
    var body = "Unplaced quotes of the imported project\(rule.isEmpty ? "" : " (offsets in \(rule))"):\n"
    for (selection, outcome) in zip(selections, outcomes) {
      let why =
        switch outcome {
        case .empty: "marks nothing"
        case .reversed: "ends before it begins"
        default: rule.isEmpty ? "the text is not in the file" : "lies outside of the text or cuts a character"
        }
      body += "\n\(selection.start)..\(selection.end), \(why)"
      if !selection.name.trimmed.isEmpty { body += ": “\(ForeignNames.line(selection.name))”" }
      body += "\n"
      if !selection.description.trimmed.isEmpty { body += "- \(ForeignNames.line(selection.description))\n" }
      for coding in selection.codings { body += words(coding) + "\n" }
      report.add("Selection", .note, "unplaced: \(why)", item: "\(name) \(selection.start)..\(selection.end)")
      report.add("Coding", .note, "of an unplaced selection", count: selection.codings.count)
      for note in selection.notes { subjects[note, default: []].append(.source(source)) }
    }
    addMemo(.source(source), body, key: "unplaced \(source)")
  }

  /// Marked parts of pictures, pages and recordings, in words.
  mutating func addRegions(of foreign: ForeignDocument, _ source: ID<Source>) {
    guard !foreign.regions.isEmpty else { return }
    let part = foreign.kind == .pdf ? "page" : foreign.kind == .picture ? "picture" : "recording"
    var body = "Marked parts of the imported \(part):\n"
    for region in foreign.regions {
      body += "\n\(region.place)"
      let words = [region.name, region.words, region.description].map(ForeignNames.line).filter {
        !$0.isEmpty
      }
      if !words.isEmpty { body += ": \(words.joined(separator: "; "))" }
      body += "\n"
      for coding in region.codings { body += self.words(coding) + "\n" }
      report.add("Selection", .note, "a part of a \(part)")
      report.add("Coding", .note, "of a part of a \(part)", count: region.codings.count)
      for note in region.notes + region.codings.flatMap(\.notes) {
        subjects[note, default: []].append(.source(source))
      }
    }
    addMemo(.source(source), body, key: "regions \(source)")
  }
}
