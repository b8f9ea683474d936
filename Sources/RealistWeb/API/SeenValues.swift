import RealistModel

/// What whoever changes a thing has seen of it: two who write the same text at once are told, and none of the two texts is lost.
extension Members {
  /// Refuses a new text where, by now, another one stands there than the writer's page showed (`seen`), unless it is the wanted one already.
  ///
  /// - Throws: ``WebError/changed(_:now:)``.
  func requireSeen(_ name: String, now: String) throws {
    guard let seen = try object("seen", known: Self.seen)?.text(name), let wanted = try text(name) else {
      return
    }
    guard seen.trimmed.isIdentical(to: now) || wanted.trimmed.isIdentical(to: now) else {
      throw WebError.changed(name, now: now)
    }
  }

  /// The same for where a passage begins and ends.
  func requireSeen(_ span: TextSpan) throws {
    guard has("start") || has("end"), let seen = try object("seen", known: Self.seen) else { return }
    let (start, end) = (try seen.whole("start") ?? span.start, try seen.whole("end") ?? span.end)
    guard start == span.start, end == span.end else {
      throw WebError.changed("passage", now: "\(span.start)..\(span.end)")
    }
  }

  private static let seen: Set<String> = [
    "definition", "use", "not", "hotkey", "statement", "title", "group", "note", "memo", "start", "end",
  ]
}
