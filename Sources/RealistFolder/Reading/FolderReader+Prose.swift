import RealistFormats
import RealistModel
import RealistNotation

extension FolderReader {
  /// A file in notation, read by some reader; its problems are collected.
  private mutating func notated<Value>(
    _ file: String, _ read: ([UInt8]) throws(NotationError) -> Value
  ) -> Value? {
    guard let bytes = files[file] else { return nil }
    if let problem = FolderProblem.notUTF8(bytes, file: file) {
      builder.problems.append(problem)
      return nil
    }
    do {
      return try read(bytes)
    } catch {
      builder.problems += error.problems.map { FolderProblem(file, $0.place, .notation($0.kind)) }
      return nil
    }
  }

  mutating func readTheories() {
    let found = notated("theories.md") { bytes throws(NotationError) in try TheoryNotation.read(bytes) }
    if let found { builder.add(found, file: "theories.md") }
  }

  mutating func readConfigurations() {
    let template = builder.study.template
    let file = "configurations.md"
    let found = notated(file) { bytes throws(NotationError) in
      try ConfigurationNotation.read(bytes, template: template)
    }
    guard let found else { return }
    for (position, one) in found.enumerated() {
      if let number = one.number, number != position + 1 {
        builder.report(file, one.place, .wrongNumber(number, position: position + 1))
      }
    }
    builder.add(found, file: file)
  }

  mutating func readTheoryOfChange() {
    let stages = builder.study.stages
    let found = notated("theory-of-change.md") { bytes throws(NotationError) in
      try TheoryOfChangeNotation.read(bytes, stages: stages)
    }
    if let found { builder.add(found, file: "theory-of-change.md") }
  }

  mutating func readMemos() {
    let file = "memos.md"
    for memo in notated(file, { bytes throws(NotationError) in try MemoNotation.read(bytes) }) ?? [] {
      guard let subject = subject(memo, file) else { continue }
      let natural = "\(memo.written.milliseconds)\n\(memo.coder)\n\(memo.subject)"
      builder.study.memos.append(
        Memo(
          id: builder.newID(Memo.self, "memo", natural), subject: subject, coder: memo.coder,
          written: memo.written,
          body: memo.body))
    }
  }

  private mutating func subject(_ memo: NotatedMemo, _ file: String) -> Memo.Subject? {
    switch memo.subject {
    case .study: return .study
    case .participant(let key): return builder.participant(key, file, memo.place).map { .participant($0) }
    case .source(let name): return builder.source(name, file, memo.place).map { .source($0.id) }
    case .code(let path): return builder.code(path, file, memo.place).map { .code($0) }
    case .configuration(let key):
      return builder.configuration(key, file, memo.place).map { .configuration($0) }
    case .theory(let key): return builder.theory(key, file, memo.place).map { .theory($0) }
    case .factor(let key): return builder.factor(key, file, memo.place).map { .factor($0) }
    case .segment(let source, let span, let revision):
      let quote = NotatedQuote(source: source, words: "", span: span, revision: revision, place: memo.place)
      return builder.segment(quote, file).map { .segment($0) }
    }
  }
}
