import Foundation
import RealistAnalysis
import RealistDiagrams
import RealistFolder
import RealistFormats
import RealistModel
import RealistReports
import RealistStore
import RealistTranscripts
import Testing

/// What another program does with the library: read a transcript, keep it in a study, tag a quote, configure it, and print the table and the
/// diagram. Time and ids come in as parameters.
@Suite("The library, used from another program")
struct LibraryExampleTests {
  @Test("from a transcript to a table and a diagram")
  func example() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "realist-library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    // A new study.
    var clock = Timestamp(milliseconds: 1_772_442_000_000)
    func note(_ command: String) -> ChangeNote {
      clock = Timestamp(milliseconds: clock.milliseconds + 1000)
      let ids = UUIDv7Source(time: clock, random: SystemRandomNumberGenerator())
      return ChangeNote(coder: "Iris", time: clock, command: command, ids: ids)
    }
    let study = Study(id: ID(high: 1, low: 1), title: "Warm Plate", created: clock)
    let store = try StudyStore.create(
      folder.appending(path: "study.realist").path(), contents: StudyContents(study: study, revisions: []),
      entry: note("init"))

    // A transcript becomes a text with turns, and a quote in it is found by its words.
    let words =
      "INT: What changed?\n\nP01: We handed over the spoon.\n\nINT: And then?\n\nP01: Samira 🙂 stayed."
    let transcript = try TranscriptReader.read(Array(words.utf8), fileName: "P01.txt")
    try store.change(note("import and configure P01")) { writer in
      let source = Source(id: writer.newID(), name: "P01")
      let revision = Revision(
        source: source.id, text: transcript.text, turns: transcript.turns, imported: writer.time)
      try writer.add(source, revision)
      let located = try QuoteLocator(text: revision.text, turns: revision.turns).locate(
        "samira 🙂 stayed", occurrence: nil)
      let segment = try writer.segment(at: located.span, of: source, text: revision.text).segment
      let code = try writer.addCode(path: "outcomes/retention").id
      try writer.tag(segment.id, with: code)

      // A configuration with evidence.
      let outcome = Element(id: writer.newID(), letter: "O", text: "people stay", code: code)
      let mechanism = Element(
        id: writer.newID(), letter: "M", text: "they are the one who knows", valence: .enabling)
      let configuration = Configuration(
        id: writer.newID(), key: "spoon", title: "The spoon", elements: [mechanism, outcome])
      try writer.put(configuration)
      try writer.put(
        Evidence(
          id: writer.newID(), configuration: configuration.id, elements: [outcome.id], segment: segment.id,
          coder: writer.coder, created: writer.time))
    }

    // Values out of the store go into pure functions, and their results into reports.
    let (found, quotes) = try store.read { reader in
      (try reader.study(), try reader.words(of: reader.segments()))
    }
    #expect(quotes.values.map(\.words) == ["Samira 🙂 stayed"])
    let lookup = try StudyLookup(found)
    let options = ConfigurationLayout.rows.options(template: found.template)
    let table = ConfigurationReport(ConfigurationTable(found, lookup, words: quotes), options: options).table
    #expect(table.text(as: .markdown).contains("they are the one who knows"))
    let figure = CausalGraph.configurationFigure(found, lookup, words: quotes).dot()
    #expect(figure.hasPrefix("digraph") && figure.contains("Samira 🙂 stayed"))
  }
}
