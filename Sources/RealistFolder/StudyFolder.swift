import RealistModel

/// A study as a folder of plain files: what people deposit, compare and write by hand.
///
/// The folder names everything by natural keys; ids are derived from them and the study's id, so that two people who build one folder get
/// one study. What the folder does not hold: the ids of things made elsewhere, and the turns of revisions that are not the newest.
public enum StudyFolder {
  /// Reads a folder.
  ///
  /// Writing, then reading gives the same contents but for ids; a folder that was written is read and written again byte for byte. Time is
  /// linear in the size of the files, but for quotes that have to be searched.
  ///
  /// - Parameter files: the bytes of each file by its path below the folder, parts joined by `/`.
  /// - Throws: ``FolderError`` with what is wrong in all files that could be looked at.
  public static func read(_ files: [String: [UInt8]]) throws(FolderError) -> StudyContents {
    guard let description = files[StudyJSON.file] else {
      throw FolderError([FolderProblem(StudyJSON.file, nil, .missingFile)])
    }
    var study = try StudyJSON.read(description)
    let ids = DerivedIDs(study: study.id, created: study.created)
    let revisions = try readBasis(files, into: &study, ids: ids)
    let texts = Dictionary(
      revisions.map {
        (StudyBuilder.RevisionKey(source: $0.source, revision: $0.number), ($0.text, $0.turns))
      }, uniquingKeysWith: { first, _ in first })
    let builder = StudyBuilder(study: study, coder: "", moment: study.created, ids: ids) { source, revision in
      texts[StudyBuilder.RevisionKey(source: source, revision: revision)]
    }
    var reader = FolderReader(files: files, builder: builder)
    var contents = StudyContents(study: try reader.read(), revisions: revisions)
    if let readme = files["README.md"] {
      let text = try FolderReader.text(readme, file: "README.md")
      if !text.isIdentical(to: FolderReadme.text(contents.study)) { contents.study.readme = text }
    }
    return contents
  }

  /// The path of a source's newest text below the folder.
  public static func path(ofText source: String) -> String { FolderPaths.text(of: source) }

  /// Reads what everything else refers to: participants, codes, sources and their texts.
  static func readBasis(
    _ files: [String: [UInt8]], into study: inout Study, ids: DerivedIDs
  ) throws(FolderError) -> [Revision] {
    var problems: [FolderProblem] = []
    do {
      if let bytes = files["participants.csv"] {
        let (participants, definitions) = try ParticipantsCSV.read(bytes, definitions: study.attributes) {
          ids.id(Participant.self, kind: "participant", key: $0)
        }
        study.participants = participants
        study.attributes += definitions.filter { !study.attributes.contains($0) }
      }
    } catch { problems += error.all }
    do {
      if let bytes = files["codebook.csv"] {
        study.codes = try CodebookCSV.read(bytes) { ids.id(Code.self, kind: "code", key: $0) }
      }
    } catch { problems += error.all }
    guard problems.isEmpty else { throw FolderError(problems) }
    var sources = FolderSources(files: files, study: study, ids: ids)
    sources.read()
    guard sources.problems.isEmpty else { throw FolderError(sources.problems) }
    study.sources = sources.sources
    study.attributes += sources.definitions.filter { !study.attributes.contains($0) }
    if let guide = files["guide.md"] { study.guide = try FolderReader.text(guide, file: "guide.md") }
    return sources.revisions
  }
}
