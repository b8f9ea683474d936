import RealistFormats
import RealistModel
import RealistNotation

/// Reads the files of a folder that refer to participants, codes and texts.
struct FolderReader {
  let files: [String: [UInt8]]
  var builder: StudyBuilder
  /// The segments, as places in the study, of which segments.csv says the coder and the date.
  var named: Set<Int> = []
  var dated: Set<Int> = []
  /// Days and moments that were read; most rows share a few of them.
  var moments: [String: Timestamp] = [:]

  init(files: [String: [UInt8]], builder: StudyBuilder) { (self.files, self.builder) = (files, builder) }

  mutating func read() throws(FolderError) -> Study {
    collect { reader throws(FolderError) in try reader.readSegments() }
    collect { reader throws(FolderError) in try reader.readCodings() }
    collect { reader throws(FolderError) in try reader.readLinkedCodings() }
    let before = builder.problems.count
    readTheories()
    if builder.problems.count == before { readConfigurations() }
    if builder.problems.count == before {
      collect { reader throws(FolderError) in try reader.readRecommendations(withLoops: false) }
      readTheoryOfChange()
      collect { reader throws(FolderError) in try reader.readRecommendations(withLoops: true) }
      readMemos()
    }
    collect { reader throws(FolderError) in try reader.readQueries() }
    collect { reader throws(FolderError) in try reader.readFramework() }
    collect { reader throws(FolderError) in try reader.readContextTables() }
    guard builder.problems.isEmpty else { throw FolderError(builder.problems) }
    nameSegments()
    sort()
    return builder.study
  }

  private mutating func collect(_ read: (inout Self) throws(FolderError) -> Void) {
    do { try read(&self) } catch { builder.problems += error.all }
  }

  /// The text of a Markdown file, with LF line ends and without byte order mark.
  static func text(_ bytes: [UInt8], file: String) throws(FolderError) -> String {
    if let problem = FolderProblem.notUTF8(bytes, file: file) { throw FolderError([problem]) }
    return String(decoding: NotationLines(bytes).bytes, as: UTF8.self)
  }

  /// A segment without a coder or a date of its own has those of its earliest coding.
  private mutating func nameSegments() {
    var earliest: [ID<Segment>: Int] = [:]
    for (place, coding) in builder.study.codings.enumerated() {
      if let known = earliest[coding.segment], builder.study.codings[known].created <= coding.created {
        continue
      }
      earliest[coding.segment] = place
    }
    for place in builder.study.segments.indices {
      guard let first = earliest[builder.study.segments[place].id] else { continue }
      if !named.contains(place) { builder.study.segments[place].coder = builder.study.codings[first].coder }
      if !dated.contains(place) {
        builder.study.segments[place].created = builder.study.codings[first].created
      }
    }
  }

  private mutating func sort() {
    let order = FolderOrder(builder.study)
    builder.study.segments = order.sorted(builder.study.segments)
    builder.study.codings = order.sorted(builder.study.codings, segments: builder.study.segments)
    builder.study.linkedCodings = order.sorted(builder.study.linkedCodings, segments: builder.study.segments)
  }
}
