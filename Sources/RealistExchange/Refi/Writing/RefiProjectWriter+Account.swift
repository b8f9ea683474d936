import RealistModel

extension RefiProjectWriter {
  /// Says what the standard has no element for: it travels in notes that only Realist reads, or not at all.
  mutating func account(for contents: StudyContents) {
    let newest = contents.revisions.filter { sources[$0.source]?.revision == $0.number }
    let forUs = "other programs see it as words in a note, Realist reads it back"
    report.add(
      "Configuration", .note, "a set, links, a graph and a note; Realist reads it back",
      count: study.configurations.count)
    report.add("Evidence", .note, forUs, count: study.evidence.count)
    report.add("Theory", .note, forUs, count: study.theories.count)
    report.add("Response to a theory", .note, forUs, count: study.responses.count)
    report.add("Factor", .note, "a graph and a note; Realist reads it back", count: study.factors.count)
    report.add(
      "Link of the theory of change", .note, "an arrow of the graph and a note; Realist reads it back",
      count: study.links.count)
    report.add("Loop", .note, forUs, count: study.loops.count)
    report.add("Linked coding", .note, forUs, count: study.linkedCodings.count)
    report.add("Recommendation", .note, forUs, count: study.recommendations.count)
    report.add("Saved query", .note, forUs, count: study.queries.count)
    report.add("Framework summary", .note, forUs, count: study.framework.count)
    report.add("Table of context", .note, forUs, count: study.contextTables.count)
    report.add(
      "Turn", .note, "who speaks and when; \(forUs)", count: newest.reduce(0) { $0 + $1.turns.count })
    let people = study.participants.count { !$0.name.isEmpty || !$0.consent.isEmpty || $0.withdrawn != nil }
    report.add("Display name, consent or withdrawal", .note, forUs, count: people)
    let old = study.segments.count { sources[$0.source]?.revision != $0.revision }
    report.add("Older text of a source", .note, forUs, count: contents.revisions.count - newest.count)
    report.add("Passage of an older text", .note, forUs, count: old)
    let originals = contents.revisions.count { $0.original != nil }
    report.add(
      "Original file", .leftOut, "the study folder has them: realist export folder", count: originals)
    if profile == .nvivo {
      report.add(
        "Offset", .changed,
        "counted as NVivo for Windows does; other programs will be off after emoji and line ends",
        count: study.segments.count - old)
    }
  }
}
