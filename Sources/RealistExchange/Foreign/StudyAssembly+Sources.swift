import RealistFormats
import RealistModel

/// Documents become sources, selections segments.
extension StudyAssembly {
  mutating func addSources() {
    var names = ForeignNames()
    for foreign in project.sources {
      var name = ForeignNames.line(foreign.name)
      if name.isEmpty { name = "Source \(study.sources.count + 1)" }
      let free = names.free(name)
      if free != foreign.name {
        report.add("Source name", .changed, "a name is one line that no other has", item: free)
      }
      let texts = foreign.text == nil ? foreign.renderings.filter { $0.text != nil } : []
      add(foreign, texts.first, name: free)
      leaveUnplaced(foreign.renderings.filter { $0.text == nil }, foreign.guid.id(), free)
      for more in texts.dropFirst() {
        var own = more
        (own.values, own.kind) = (foreign.values, foreign.kind)
        add(own, nil, name: names.free("\(name): \(more.name.isEmpty ? "transcript" : more.name)"))
      }
    }
  }

  /// - Parameter rendering: the text of a source that is none itself.
  private mutating func add(_ foreign: ForeignDocument, _ rendering: ForeignDocument?, name: String) {
    let id: ID<Source> = foreign.guid.id()
    sources[foreign.guid] = id
    for rendering in foreign.renderings { sources[rendering.guid] = id }
    let kind: Source.Kind =
      foreign.kind == .audio || foreign.kind == .video || foreign.kind == .text ? .interview : .document
    var source = Source(id: id, name: name, kind: kind)
    source.attributes = values(sourceValues(foreign), of: .source)
    let text = rendering?.text ?? foreign.text
    var notes = text?.notes ?? []
    if text == nil {
      notes.append("the text was not in the file")
      let missing = foreign.kind == .text ? "its text is not in the file" : "it has no words in the file"
      report.add("Source", .changed, missing, item: name)
    } else if foreign.kind == .text {
      report.add("Source", .kept)
    } else {
      report.add("Source", .changed, "its words are the source", item: name)
    }
    let words = text?.text ?? SourceText(valid: "")
    let outcomes = addSelections(of: foreign, rendering, id, name, text)
    let turns = text.map { self.turns(in: $0, rendering ?? foreign, outcomes.rule) } ?? []
    let revision = Revision(
      source: id, text: words, turns: turns, imported: moment(foreign.created), notes: notes)
    source = source.measured(by: words, turns)
    revisions.append(revision)
    study.sources.append(source)
    addMemo(
      .source(id), foreign.description, key: "source \(foreign.guid)", coder: coder(foreign.creator),
      written: moment(foreign.created))
    for note in foreign.notes + foreign.renderings.flatMap(\.notes) {
      subjects[note, default: []].append(.source(id))
    }
    addRegions(of: foreign, id)
  }

  // MARK: - Selections

  /// The selections that annotations of a source have in their notes, as QualCoder writes them.
  private func annotations(of foreign: ForeignDocument) -> [ForeignSelection] {
    foreign.notes.flatMap { note -> [ForeignSelection] in
      guard let memo = noteDocuments[note] else { return [] }
      return memo.selections.map { selection in
        var selection = selection
        selection.notes.append(note)
        selection.name = ""
        return selection
      }
    }
  }

  private mutating func addSelections(
    of foreign: ForeignDocument, _ rendering: ForeignDocument?, _ id: ID<Source>, _ name: String,
    _ text: ForeignText?
  ) -> (rule: OffsetRule, Void) {
    let annotations = annotations(of: foreign)
    annotated.formUnion(annotations.flatMap(\.notes))
    let selections = foreign.selections + (rendering?.selections ?? []) + annotations
    places = [:]
    guard let text, text.text.length > 0 else {
      leaveUnplaced(selections, Array(repeating: .outside, count: selections.count), id, name, rule: "")
      addWhole(foreign.codings + (rendering?.codings ?? []), id, name, nil)
      return (OffsetRule(), ())
    }
    let found = OffsetResolver.resolve(text, selections, origin: project.origin, fixed: fixed)
    if !selections.isEmpty {
      report.rules.append(
        LossReport.Rule(
          source: name, rule: project.counting ?? found.words, reason: found.reason,
          selections: selections.count,
          unresolved: found.outcomes.count { $0.range == nil }))
    }
    var unplaced: [ForeignSelection] = []
    var outcomes: [OffsetOutcome] = []
    for (selection, outcome) in zip(selections, found.outcomes) {
      if let range = outcome.range {
        checkWords(of: selection, range, text.text, name)
        add(selection, range, id, text.text, name)
      } else {
        unplaced.append(selection)
        outcomes.append(outcome)
      }
    }
    leaveUnplaced(unplaced, outcomes, id, name, rule: found.words)
    addWhole(foreign.codings + (rendering?.codings ?? []), id, name, text.text)
    return (found.rule, ())
  }

  private mutating func add(
    _ selection: ForeignSelection, _ range: Range<Int>, _ source: ID<Source>, _ text: SourceText,
    _ name: String
  ) {
    let (span, isWidened) = Self.span(range, text)
    if isWidened {
      report.add(
        "Selection width", .changed, "it cut a character that is made of several",
        item: "\(name) \(range.lowerBound)..\(range.upperBound)")
    }
    let first = selection.codings.first
    let place = segment(
      span, source, text, guid: selection.guid, coder: selection.creator ?? first?.creator,
      created: selection.created ?? first?.created)
    let segment = study.segments[place.index].id
    segments[selection.guid] = segment
    report.add("Selection", place.isNew ? .kept : .changed, place.isNew ? "" : "several on one place are one")
    let description = selection.description.trimmed
    if !description.isEmpty {
      let known = study.segments[place.index].memo
      if known.isEmpty {
        study.segments[place.index].memo = description
      } else if !known.split(separator: "\n").contains(description[...]), known != description {
        study.segments[place.index].memo += "\n" + description
      }
    }
    for note in selection.notes {
      if subjects[note]?.contains(.segment(segment)) != true {
        subjects[note, default: []].append(.segment(segment))
      }
    }
    for coding in selection.codings { add(coding, to: segment, selection: selection) }
  }

  /// Where the format says for certain what an offset counts, a copy of the words that differs is worth telling.
  private mutating func checkWords(
    of selection: ForeignSelection, _ range: Range<Int>, _ text: SourceText, _ name: String
  ) {
    guard fixed != nil, let own = UsableName(selection) else { return }
    let isSame = text.withBytes { bytes in
      let low = text.index.utf8Offset(ofScalar: range.lowerBound, in: bytes)
      let high = text.index.utf8Offset(ofScalar: range.upperBound, in: bytes)
      return own.matches(UnsafeBufferPointer(rebasing: bytes[low..<high]))
    }
    guard !isSame else { return }
    report.add(
      "Words of a selection", .changed, "the file's own copy of them differs",
      item: "\(name) \(range.lowerBound)..\(range.upperBound)")
  }

  /// The span of a range, widened where it cuts a character; between two ASCII characters it cannot.
  private static func span(_ range: Range<Int>, _ text: SourceText) -> (TextSpan, Bool) {
    let isPlain = text.withBytes { bytes in
      [range.lowerBound, range.upperBound].allSatisfy { place in
        let byte = text.index.utf8Offset(ofScalar: place, in: bytes)
        return byte == 0 || byte == bytes.count || (bytes[byte - 1] < 0x80 && bytes[byte] < 0x80)
      }
    }
    if !isPlain, let found = try? text.span(covering: range) { return (found.span, found.widened) }
    return (TextSpan(valid: range), false)
  }

  /// The segment of a span, made when there is none.
  mutating func segment(
    _ span: TextSpan, _ source: ID<Source>, _ text: SourceText, guid: GUID, coder: GUID?, created: Timestamp?
  ) -> (index: Int, isNew: Bool) {
    if let known = places[span.range] { return (known, false) }
    let isFree = usedSegments.insert(guid).inserted
    let own = isFree ? guid : derived("segment", "\(source)\n\(span.start)\n\(span.end)")
    study.segments.append(
      Segment(
        id: own.id(), source: source, span: span, check: text.check(span), coder: self.coder(coder),
        created: moment(created)))
    places[span.range] = study.segments.count - 1
    return (study.segments.count - 1, true)
  }

  private mutating func add(_ coding: ForeignCoding, to segment: ID<Segment>, selection: ForeignSelection?) {
    guard let foreign = coding.code, let code = codes[foreign] else {
      if let foreign = coding.code, participants[foreign] != nil, let selection {
        caseSelections[foreign, default: []].append(selection.guid)
        return report.add("Coding", .changed, "coding with a case says who is speaking")
      }
      return report.add("Coding", .leftOut, "its code is not in the file")
    }
    let coder = coder(coding.creator ?? selection?.creator)
    guard codingKeys.insert(CodingKey(segment: segment, code: code, coder: coder)).inserted else {
      return report.add("Coding", .changed, "the same coding by the same coder is there once")
    }
    let isFree = usedCodings.insert(coding.guid).inserted
    let own = isFree ? coding.guid : derived("coding", "\(segment)\n\(code)\n\(coder)")
    let notes = coding.notes.compactMap { noteTexts[$0] }
    usedNotes.formUnion(coding.notes)
    study.codings.append(
      Coding(
        id: own.id(), segment: segment, code: code, coder: coder,
        created: moment(coding.created, selection?.created),
        memo: ([coding.memo.trimmed] + notes).filter { !$0.isEmpty }.joined(separator: "\n\n")))
    report.add("Coding", .kept)
  }

  /// Codings of a whole source lie on its whole text.
  mutating func addWhole(
    _ codings: [ForeignCoding], _ source: ID<Source>, _ name: String, _ text: SourceText?
  ) {
    guard let first = codings.first else { return }
    guard let text, let span = text.wholeSpan else {
      let words = codings.map(words).joined(separator: "\n")
      addMemo(.source(source), "The whole source was coded:\n\n\(words)", key: "whole \(source)")
      return report.add("Coding", .note, "of a source without text", count: codings.count, item: name)
    }
    let place = segment(
      span, source, text, guid: derived("whole", "\(source)"), coder: first.creator, created: first.created)
    report.add("Coding of a whole source", .changed, "it is on the whole text", count: codings.count)
    for coding in codings { add(coding, to: study.segments[place.index].id, selection: nil) }
  }
}

extension Source {
  /// The source with the length and words of its only text.
  func measured(by text: SourceText, _ turns: [Turn]) -> Source {
    var source = self
    source.length = text.length
    source.words =
      turns.isEmpty ? text.wordCount : turns.reduce(0) { $0 + SourceText.wordCount(of: text[$1.span]) }
    return source
  }
}
