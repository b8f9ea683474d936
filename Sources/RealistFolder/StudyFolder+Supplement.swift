import RealistModel

/// The part of a study folder that a project of another format does not hold: it travels beside the project and is read back onto it.
extension StudyFolder {
  /// The files but for newest texts, passages and codings of them, originals and memos.
  ///
  /// - Throws: ``CodeTreeError`` when the study's codes are no tree.
  package static func supplement(to contents: StudyContents) throws(CodeTreeError) -> [String: [UInt8]] {
    var bare = contents
    for place in bare.revisions.indices { bare.revisions[place].original = nil }
    var writer = try FolderWriter(bare)
    writer.writeSupplement()
    return writer.files
  }

  /// Participants, codes, sources and texts as the files say them, with the study's own values; ids are derived ones.
  ///
  /// - Parameter texts: the newest texts by the name of their source.
  package static func basis(
    of files: [String: [UInt8]], texts: [String: SourceText]
  ) throws(FolderError) -> StudyContents {
    guard let description = files[StudyJSON.file] else {
      throw FolderError([FolderProblem(StudyJSON.file, nil, .missingFile)])
    }
    var all = files
    for (name, text) in texts {
      // Reading drops one byte order mark.
      let startsWithMark = text.string.unicodeScalars.first == "\u{FEFF}"
      all[FolderPaths.text(of: name)] = Array(((startsWithMark ? "\u{FEFF}" : "") + text.string).utf8)
    }
    var study = try StudyJSON.read(description)
    let ids = DerivedIDs(study: study.id, created: study.created)
    let revisions = try readBasis(all, into: &study, ids: ids)
    return StudyContents(study: study, revisions: revisions)
  }

  /// Adds to a study what the files say that refers to its participants, codes and texts.
  ///
  /// - Parameter ids: where the ids of what is added come from.
  package static func complete(
    _ contents: StudyContents, from files: [String: [UInt8]], ids: any NaturalIDs
  ) throws(FolderError) -> Study {
    let texts = Dictionary(
      contents.revisions.map {
        (StudyBuilder.RevisionKey(source: $0.source, revision: $0.number), ($0.text, $0.turns))
      }, uniquingKeysWith: { first, _ in first })
    let study = contents.study
    let builder = StudyBuilder(study: study, coder: "", moment: study.created, ids: ids) { source, revision in
      texts[StudyBuilder.RevisionKey(source: source, revision: revision)]
    }
    var reader = FolderReader(files: files, builder: builder)
    // The passages that are there know their coder and date.
    reader.named = Set(study.segments.indices)
    reader.dated = reader.named
    return try reader.read()
  }
}
