import RealistFormats
import RealistModel
import RealistNotation

extension StudyFolder {
  /// Writes a folder in canonical form; equal contents give equal bytes.
  ///
  /// - Returns: the bytes of each file by its path below the folder.
  /// - Throws: ``CodeTreeError`` when the study's codes are no tree.
  public static func write(_ contents: StudyContents) throws(CodeTreeError) -> [String: [UInt8]] {
    var writer = try FolderWriter(contents)
    writer.write()
    return writer.files
  }
}

/// Writes the files of a study folder.
struct FolderWriter {
  private(set) var files: [String: [UInt8]] = [:]
  private let study: Study
  private let revisions: [ID<Source>: [Revision]]
  private var notation: StudyNotation
  private let participants: [ID<Participant>: String]
  private let sources: [ID<Source>: Source]
  private let segments: [ID<Segment>: Segment]
  /// Whether to leave out the passages of newest texts, with their codings.
  private var listsOnlyOldPassages = false
  /// Where each original goes.
  private var originals: [StudyBuilder.RevisionKey: String] = [:]

  init(_ contents: StudyContents) throws(CodeTreeError) {
    study = contents.study
    let texts = Dictionary(
      contents.revisions.map {
        (StudyBuilder.RevisionKey(source: $0.source, revision: $0.number), ($0.text, $0.turns))
      }, uniquingKeysWith: { first, _ in first })
    notation = try StudyNotation(contents.study) { source, revision in
      texts[StudyBuilder.RevisionKey(source: source, revision: revision)]
    }
    revisions = Dictionary(grouping: contents.revisions, by: \.source).mapValues { revisions in
      revisions.sorted { $0.number < $1.number }
    }
    participants = Dictionary(study.participants.map { ($0.id, $0.key) }) { first, _ in first }
    sources = Dictionary(study.sources.map { ($0.id, $0) }) { first, _ in first }
    segments = Dictionary(study.segments.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func write() {
    files[StudyJSON.file] = StudyJSON.write(study)
    files["README.md"] = Array((study.readme.isEmpty ? FolderReadme.text(study) : study.readme).utf8)
    if !study.participants.isEmpty {
      files["participants.csv"] = ParticipantsCSV.write(study.participants, definitions: study.attributes)
    }
    if !study.codes.isEmpty { files["codebook.csv"] = CodebookCSV.write(notation.codes) }
    if !study.guide.isEmpty { files["guide.md"] = Array(study.guide.utf8) }
    writeTexts()
    writeSources()
    writeRevisions()
    writeTurns()
    writeSegments()
    writeCodings()
    writeLinkedCodings()
    write("configurations.md", ConfigurationNotation.text(notation.configurations()))
    write("theories.md", TheoryNotation.text(notation.theories()))
    write("theory-of-change.md", TheoryOfChangeNotation.text(notation.theoryOfChange(), stages: study.stages))
    write("memos.md", MemoNotation.text(notation.memos()))
    writeRecommendations()
    writeAsking()
  }

  /// Everything but newest texts, passages of them, originals and memos on anything but passages of older texts.
  mutating func writeSupplement() {
    listsOnlyOldPassages = true
    notation.givesSpans = true
    write()
    for source in study.sources { files[FolderPaths.text(of: source.name)] = nil }
    for path in files.keys where path.hasPrefix("originals/") { files[path] = nil }
    files["memos.md"] = nil
    let old = zip(study.memos, notation.memos()).filter { memo, _ in
      if case .segment(let id) = memo.subject { segments[id].map(isListed) ?? false } else { false }
    }
    write("memos.md", MemoNotation.text(old.map(\.1)))
    if study.readme.isEmpty { files["README.md"] = nil }
  }

  /// Each file only when there is something for it.
  private mutating func writeAsking() {
    if !study.queries.isEmpty { files[QueriesCSV.file] = QueriesCSV.write(study.queries) }
    if !study.framework.isEmpty {
      var writer = CSVWriter()
      writer.append(row: FrameworkCSV.columns)
      for summary in study.framework {
        writer.append(
          row: FrameworkCSV.row(
            summary, source: { sources[$0]?.name ?? $0.description }, participant: key, code: notation.path))
      }
      files[FrameworkCSV.file] = writer.bytes
    }
    for table in study.contextTables { files["context/\(table.key).csv"] = ContextCSV.write(table) }
  }

  private mutating func write(_ path: String, _ text: String) {
    if !text.isEmpty { files[path] = Array(text.utf8) }
  }

  // MARK: - Sources

  private mutating func writeTexts() {
    var taken: Set<String> = []
    for source in study.sources {
      for revision in revisions[source.id] ?? [] {
        let isNewest = revision.number == source.revision
        let path =
          isNewest
          ? FolderPaths.text(of: source.name) : FolderPaths.text(of: source.name, revision: revision.number)
        // Reading drops one byte order mark.
        let startsWithMark = revision.text.string.unicodeScalars.first == "\u{FEFF}"
        files[path] = Array(((startsWithMark ? "\u{FEFF}" : "") + revision.text.string).utf8)
        guard let original = revision.original else { continue }
        let place = FolderPaths.original(
          original.name, of: source.name, revision: isNewest ? nil : revision.number, taken: &taken)
        files[place] = original.bytes
        originals[StudyBuilder.RevisionKey(source: source.id, revision: revision.number)] = place
      }
    }
  }

  private func newest(_ source: Source) -> Revision? {
    revisions[source.id]?.first { $0.number == source.revision }
  }

  private func original(_ source: Source, _ revision: Int) -> String {
    originals[StudyBuilder.RevisionKey(source: source.id, revision: revision)] ?? ""
  }

  private mutating func writeSources() {
    guard !study.sources.isEmpty else { return }
    let names = study.attributes.filter { $0.subject == .source }.map(\.name)
    var writer = CSVWriter()
    writer.append(row: FolderSources.columns + names)
    for source in study.sources {
      let file = newest(source)?.original
      let own = [
        source.name, source.kind.rawValue, source.title, source.mode, source.date?.description ?? "",
        source.minutes.map { AttributeValue.number($0).description } ?? "",
        source.participants.map(key).joined(separator: "; "), original(source, source.revision),
        file?.encoding ?? "", file?.format ?? "", speakers(source),
      ]
      writer.append(row: own + names.map { source.attributes[$0]?.description ?? "" })
    }
    files["sources.csv"] = writer.bytes
  }

  private func key(_ id: ID<Participant>) -> String { participants[id] ?? id.description }

  /// The speakers that are participants, for people to read: turns.csv says it for each turn.
  private func speakers(_ source: Source) -> String {
    var (names, known) = ([String](), [String: ID<Participant>?]())
    for turn in newest(source)?.turns ?? [] {
      guard let speaker = turn.speaker, !speaker.contains(";"), speaker.trimmed == speaker else { continue }
      if let other = known[speaker] {
        if other != turn.participant { known[speaker] = .some(nil) }
      } else {
        known[speaker] = turn.participant
        names.append(speaker)
      }
    }
    return names.compactMap { name in
      known[name].flatMap { $0 }.map { "\(name)=\(key($0))" }
    }.joined(separator: "; ")
  }

  /// Written only when there is something that the other files do not say.
  private mutating func writeRevisions() {
    var writer = CSVWriter()
    writer.append(row: FolderSources.revisionColumns)
    let header = writer.bytes.count
    for source in study.sources {
      let all = revisions[source.id] ?? []
      let isPlain = all.allSatisfy { $0.imported == study.created && $0.reason.isEmpty && $0.notes.isEmpty }
      if all.count < 2, isPlain { continue }
      for revision in all {
        let isNewest = revision.number == source.revision
        let path =
          isNewest
          ? FolderPaths.text(of: source.name) : FolderPaths.text(of: source.name, revision: revision.number)
        let file = isNewest ? nil : revision.original
        writer.append(row: [
          source.name, "\(revision.number)", path, revision.imported.cell, revision.reason,
          revision.notes.map(\.onOneLine).joined(separator: "\n"),
          isNewest ? "" : original(source, revision.number), file?.format ?? "", file?.encoding ?? "",
        ])
      }
    }
    if writer.bytes.count > header { files["revisions.csv"] = writer.bytes }
  }

  private mutating func writeTurns() {
    guard !study.sources.isEmpty else { return }
    var writer = CSVWriter()
    writer.append(row: FolderSources.turnColumns)
    for source in study.sources {
      for turn in newest(source)?.turns ?? [] {
        writer.append(row: [
          source.name, "\(turn.span.start)", "\(turn.span.end)", turn.speaker ?? "",
          turn.participant.map(key) ?? "", turn.begins.map(String.init) ?? "",
          turn.ends.map(String.init) ?? "",
          turn.question ?? "",
        ])
      }
    }
    files["turns.csv"] = writer.bytes
  }

  // MARK: - Coding

  private func isListed(_ segment: Segment) -> Bool {
    !listsOnlyOldPassages || segment.revision != sources[segment.source]?.revision
  }

  /// The cells source, revision, start, end; the revision is left empty when it is the newest.
  private func cells(_ segment: Segment) -> [String] {
    let source = sources[segment.source]
    let revision = segment.revision == source?.revision ? "" : "\(segment.revision)"
    return [
      source?.name ?? segment.source.description, revision, "\(segment.span.start)", "\(segment.span.end)",
    ]
  }

  private mutating func writeSegments() {
    let listed = study.segments.filter(isListed)
    guard !listed.isEmpty else { return }
    var writer = CSVWriter()
    writer.append(row: FolderReader.segmentColumns)
    let texts = revisions.mapValues { revisions in
      Dictionary(revisions.map { ($0.number, $0.text) }) { first, _ in first }
    }
    for segment in FolderOrder(study).sorted(listed) {
      let text = texts[segment.source]?[segment.revision]
      let quote = text.flatMap { segment.span.end <= $0.length ? String($0[segment.span]) : nil } ?? ""
      writer.append(row: cells(segment) + [quote, segment.memo, segment.created.cell, segment.coder])
    }
    files["segments.csv"] = writer.bytes
  }

  private mutating func writeCodings() {
    let listed = study.codings.filter { segments[$0.segment].map(isListed) ?? true }
    guard !listed.isEmpty else { return }
    var writer = CSVWriter()
    writer.append(row: FolderReader.codingColumns)
    let order = FolderOrder(study)
    for coding in order.sorted(listed, segments: order.sorted(study.segments)) {
      let place = segments[coding.segment].map(cells) ?? [coding.segment.description, "", "", ""]
      writer.append(
        row: place + [notation.path(coding.code), coding.coder, coding.created.cell, coding.memo])
    }
    files["codings.csv"] = writer.bytes
  }

  /// Written only when there are any.
  private mutating func writeLinkedCodings() {
    guard !study.linkedCodings.isEmpty else { return }
    var writer = CSVWriter()
    writer.append(row: LinkedCodingsCSV.columns)
    let order = FolderOrder(study)
    for linked in order.sorted(study.linkedCodings, segments: order.sorted(study.segments)) {
      let place = segments[linked.segment].map(cells) ?? [linked.segment.description, "", "", ""]
      let rows = LinkedCodingsCSV.rows(
        linked, place: place, codes: notation.path, span: { segments[$0]?.span }, words: words)
      for row in rows { writer.append(row: row) }
    }
    files[LinkedCodingsCSV.file] = writer.bytes
  }

  private func words(_ id: ID<Segment>) -> String {
    guard let segment = segments[id],
      let text = revisions[segment.source]?.first(where: { $0.number == segment.revision })?.text,
      segment.span.end <= text.length
    else { return "" }
    return String(text[segment.span])
  }

  private mutating func writeRecommendations() {
    guard !study.recommendations.isEmpty else { return }
    files[RecommendationsCSV.file] = RecommendationsCSV.write(study)
  }
}
