import RealistModel

extension StudyReader {
  /// What a memo is about, in words: `code outcomes/retention`, `P05, 1204..1260`.
  package func name(of subject: Memo.Subject) throws -> String {
    switch subject {
    case .study: "the study"
    case .participant(let id): "participant \(try participants().first { $0.id == id }?.key ?? "?")"
    case .source(let id): "source \(try sources().first { $0.id == id }?.name ?? "?")"
    case .code(let id): "code \(try codeTree()[id]?.path ?? "?")"
    case .segment(let id): try place(of: id)
    case .configuration(let id): "configuration \(try configurations().first { $0.id == id }?.key ?? "?")"
    case .theory(let id): "theory \(try theories().first { $0.id == id }?.key ?? "?")"
    case .factor(let id): "factor \(try factors().first { $0.id == id }?.key ?? "?")"
    }
  }

  private func place(of id: ID<Segment>) throws -> String {
    guard let segment = try segments([id])[id] else { return "?" }
    let source = try sources().first { $0.id == segment.source }?.name ?? "?"
    return "\(source), \(segment.span.start)..\(segment.span.end)"
  }
}
