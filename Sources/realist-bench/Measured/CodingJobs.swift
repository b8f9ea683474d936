import RealistModel
import RealistSamples
import RealistStore
import SQLiteKit

/// Segments and codings of all sources, into a study that has the sources.
enum CodingJobs {
  /// Known values, as reading a study folder or merging gives them: one change with its journal entry.
  static func store(_ sample: Sample, _ file: String) throws -> Timed {
    let store = try StudyStore.open(file)
    var watch = Stopwatch()
    watch.start()
    try store.change(.bench("codings of \(sample.size.sources) sources")) { writer in
      for number in 0..<sample.size.sources {
        let made = watch.pausing { sample.source(number) }
        for segment in made.segments { try writer.put(segment) }
        for coding in made.codings { try writer.put(coding) }
      }
    }
    watch.stop()
    return Timed(times: watch.times, count: try Connection.raw(file).rows(in: "coding"))
  }

  /// Spans and codes, as auto-coding finds them: each is looked up first, and its check value is worked out.
  static func tagging(_ sample: Sample, _ file: String) throws -> Timed {
    let store = try StudyStore.open(file)
    var watch = Stopwatch()
    watch.start()
    try store.change(.bench("tag in \(sample.size.sources) sources")) { writer in
      for number in 0..<sample.size.sources {
        let (made, codes) = watch.pausing {
          let made = sample.source(number)
          return (made, Dictionary(grouping: made.codings, by: \.segment))
        }
        for segment in made.segments {
          let found = try writer.segment(at: segment.span, of: made.source, text: made.revision.text)
          for coding in codes[segment.id] ?? [] where coding.coder == writer.coder {
            try writer.tag(found.segment.id, with: coding.code)
          }
        }
      }
    }
    watch.stop()
    return Timed(times: watch.times, count: try Connection.raw(file).rows(in: "segment"))
  }

  /// The same rows through bare statements.
  static func raw(_ sample: Sample, _ file: String, coder: String? = nil) throws -> Timed {
    let connection = try Connection.raw(file)
    var watch = Stopwatch()
    watch.start()
    let segments = try connection.prepare("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let codings = try connection.prepare("INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?)")
    try connection.transaction {
      for number in 0..<sample.size.sources {
        let made = watch.pausing { sample.source(number) }
        for one in made.segments {
          try segments.run(
            one.id, one.source, one.revision, one.span.start, one.span.end, one.check, one.coder, one.created,
            one.memo)
        }
        for one in made.codings where coder == nil || one.coder == coder {
          try codings.run(one.id, one.segment, one.code, one.coder, one.created, one.memo)
        }
      }
    }
    watch.stop()
    return Timed(
      times: watch.times, count: try connection.rows(in: coder == nil ? "coding" : "segment"))
  }
}
