import CommandKit
import RealistConsole
import RealistModel
import RealistStore

/// Puts codes on one passage.
struct TagPassage {
  var source: String
  var quote: String?
  var span: SpanArgument?
  var occurrence: Int?
  var codes: [String]
  var create: Bool
  var memo: String

  /// What came of it.
  private struct Outcome {
    var opened: OpenedSource
    var found: OpenedSource.Found
    var isNew: Bool
    var tagged: [String] = []
    var known: [String] = []
    var made: [String] = []
    var keptMemo = false
  }

  func run(_ store: StudyStore, _ note: ChangeNote, _ context: Context) throws {
    let outcome = try store.change(note) { writer in try tag(writer) }
    try outcome.found.explain(in: outcome.opened, context)
    let place = outcome.opened.place(outcome.found.span)
    let made = outcome.made.isEmpty ? "" : "; made \(series(outcome.made))"
    let known = outcome.known.isEmpty ? "" : "; \(series(outcome.known)) was there already"
    if !outcome.tagged.isEmpty {
      context.report("tagged \(place) with \(series(outcome.tagged))\(known)\(made)")
    } else if !outcome.known.isEmpty {
      let sentence = "\(place) has \(series(outcome.known)) by \(note.coder) already"
      if outcome.keptMemo {
        context.report("\(sentence); its memo is kept")
      } else {
        context.printError("\(sentence); nothing was changed")
      }
    } else if outcome.isNew || outcome.keptMemo {
      context.report("marked \(place)\(outcome.isNew ? ", without a code" : "; its memo is kept")")
    } else {
      context.printError("\(place) is marked already; nothing was changed")
    }
  }

  private func tag(_ writer: StudyWriter) throws -> Outcome {
    let opened = try OpenedSource(source, in: writer.reader)
    let found = try opened.find(
      quote: quote, span: span, occurrence: occurrence,
      usage: #"realist tag \#(opened.source.name) "words of it" --code PATH, or --span 1204..1260"#)
    let codes = try writer.codes(commanded: codes, creating: create)
    var (segment, isNew) = try writer.segment(at: found.span, of: opened.source, text: opened.text)
    var outcome = Outcome(opened: opened, found: found, isNew: isNew, made: codes.made)
    for code in codes.codes {
      if try writer.tag(segment.id, with: code.id, memo: memo) {
        outcome.tagged.append(code.path)
      } else {
        outcome.known.append(code.path)
        outcome.keptMemo = !memo.isEmpty
      }
    }
    if codes.codes.isEmpty, !memo.isEmpty, segment.memo != memo {
      segment.memo = memo
      try writer.put(segment)
      outcome.keptMemo = true
    }
    let paths = codes.codes.map(\.path)
    writer.command =
      "tag \(opened.source.name) \(found.span.start)..\(found.span.end)"
      + (paths.isEmpty ? "" : " with \(series(paths))")
    return outcome
  }
}
