import RealistFolder
import RealistFormats
import RealistModel

/// Makes a study of a foreign project, and keeps account of what becomes of each element.
struct StudyAssembly {
  let project: ForeignProject
  let settings: ImportSettings
  /// The rule of offsets, where the format leaves no doubt.
  let fixed: OffsetRule?
  var report: LossReport
  var study: Study
  var revisions: [Revision] = []

  /// The place of a variable among the study's attributes.
  var attributeNames: [AttributeKey: Int] = [:]
  var codes: [GUID: ID<Code>] = [:]
  var participants: [GUID: ID<Participant>] = [:]
  var sources: [GUID: ID<Source>] = [:]
  var segments: [GUID: ID<Segment>] = [:]
  /// Where the segment of a range lies, for the source that is being read.
  var places: [Range<Int>: Int] = [:]
  var usedSegments: Set<GUID> = []
  var usedCodings: Set<GUID> = []
  var codingKeys: Set<CodingKey> = []
  /// What notes are about, in the order of the references.
  var subjects: [GUID: [Memo.Subject]] = [:]
  var noteTexts: [GUID: String] = [:]
  /// Notes by GUID.
  var noteDocuments: [GUID: ForeignDocument] = [:]
  /// Notes that mark the passage they are about.
  var annotated: Set<GUID> = []
  /// The selections that were coded with a case instead of a code.
  var caseSelections: [GUID: [GUID]] = [:]
  /// Links that say what a note is about.
  var noteLinks: Set<GUID> = []
  /// Notes that became the memo of a coding.
  var usedNotes: Set<GUID> = []
  /// The files that Realist has put beside what the standard knows.
  var supplement: [String: [UInt8]] = [:]
  var supplementNotes: Set<GUID> = []

  struct CodingKey: Hashable {
    var segment: ID<Segment>
    var code: ID<Code>
    var coder: String
  }

  init(
    _ project: ForeignProject, _ report: LossReport, _ settings: ImportSettings, fixed: OffsetRule? = nil
  ) {
    (self.project, self.report, self.settings, self.fixed) = (project, report, settings, fixed)
    let created = project.created ?? settings.time
    let natural = "\(project.format)\n\(project.origin)\n\(project.name)\n\(created.milliseconds)"
    study = Study(
      id: (project.guid ?? GUID(naming: natural)).id(),
      title: ForeignNames.line(project.name).isEmpty ? settings.title : ForeignNames.line(project.name),
      summary: project.description, created: created)
  }

  mutating func assemble() throws(ExchangeError) -> ImportedProject {
    report.add("User", .kept, count: project.coders.count)
    findSupplement()
    addCodes()
    addCases()
    addSources()
    linkCases()
    let own = addSupplement()
    addNotes(own)
    addLinks(own)
    addSets(own)
    addGraphs(own)
    let contents = StudyContents(study: study, revisions: revisions)
    return ImportedProject(
      format: project.format, origin: project.origin, contents: contents, report: report)
  }

  // MARK: - People and dates

  /// The coder of an element: the one it names, else the project's, else who imports.
  func coder(_ guid: GUID?) -> String {
    for guid in [guid, project.creator].compactMap({ $0 }) {
      if let name = project.coders[guid].map(ForeignNames.line), !name.isEmpty { return name }
    }
    // What Realist wrote names everybody there is.
    return supplement.isEmpty ? settings.coder : ""
  }

  func moment(_ moments: Timestamp?...) -> Timestamp {
    moments.compactMap { $0 }.first ?? project.created ?? settings.time
  }

  /// The GUID of something that the file gives none, or one that is taken.
  func derived(_ kind: String, _ key: String) -> GUID { GUID(naming: "\(study.id)\n\(kind)\n\(key)") }

  // MARK: - Codes

  private mutating func addCodes() {
    var siblings: [GUID?: ForeignNames] = [:]
    var positions: [GUID?: Int] = [:]
    for foreign in project.codes {
      let parent = foreign.parent.flatMap { codes[$0] == nil ? nil : $0 }
      var name = ForeignNames.ofCode(foreign.name)
      if name.isEmpty { name = "Code" }
      name = siblings[parent, default: ForeignNames()].free(name)
      if name != foreign.name {
        report.add("Code name", .changed, "a name is one line without / that no sibling has", item: name)
      }
      var code = Code(
        id: foreign.guid.id(), parent: parent.flatMap { codes[$0] }, name: name,
        definition: foreign.description.trimmed, position: positions[parent, default: 0])
      positions[parent, default: 0] += 1
      if !foreign.colour.isEmpty {
        code.colour = Colour(foreign.colour)
        if code.colour == nil { report.add("Code colour", .leftOut, "not written as #rrggbb", item: name) }
      }
      if !foreign.isCodable {
        report.add("Code folder", .changed, "a code for grouping only can be used now", item: name)
      }
      codes[foreign.guid] = code.id
      study.codes.append(code)
      report.add("Code", .kept)
      for note in foreign.notes { subjects[note, default: []].append(.code(code.id)) }
    }
  }

  /// The path of a code, for notes.
  func path(_ guid: GUID) -> String {
    var (names, next, steps) = ([String](), codes[guid], 0)
    while let id = next, let code = study.codes.first(where: { $0.id == id }), steps < 100 {
      names.insert(code.name, at: 0)
      next = code.parent
      steps += 1
    }
    return names.joined(separator: "/")
  }

  // MARK: - Memos

  mutating func addMemo(
    _ subject: Memo.Subject, _ body: String, key: String, coder: String? = nil, written: Timestamp? = nil
  ) {
    guard !body.trimmed.isEmpty else { return }
    study.memos.append(
      Memo(
        id: derived("memo", key).id(), subject: subject, coder: coder ?? self.coder(nil),
        written: written ?? moment(), body: body.trimmed))
  }
}
