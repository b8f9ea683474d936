import LoopbackServer
import RealistModel
import RealistStore

extension Route {
  static let segments: [Route] = [
    Route(.post, "sources/ID/segments") { workbench, call in try workbench.tag(call) },
    Route(.patch, "segments/ID") { workbench, call in try workbench.changeSegment(call) },
    Route(.delete, "segments/ID") { workbench, call in try workbench.removeSegment(call) },
    Route(.post, "segments/ID/codings") { workbench, call in try workbench.addCodings(call) },
    Route(.delete, "segments/ID/codings/CODE") { workbench, call in try workbench.untag(call) },
  ]
}

extension Workbench {
  /// Marks a passage and puts codes on it.
  fileprivate func tag(_ call: Call) throws -> HTTPResponse {
    let id: ID<Source> = try call.id(of: .source)
    let body = try call.members(["start", "end", "codes", "memo"])
    let (start, end) = (try body.requiredWhole("start"), try body.requiredWhole("end"))
    let (codes, memo) = (try CodeChoice.list(body), try body.text("memo")?.trimmed ?? "")
    return try write(call, "tag") { writer, json in
      let source = try writer.reader.existing(id)
      let text = try writer.reader.text(of: id, revision: source.revision)
      let place = try text.span(from: start, to: end, of: source)
      let (segment, isNew) = try writer.segment(at: place.span, of: source, text: text)
      let tagged = try writer.tag(segment, with: codes, memo: memo)
      writer.command = tagged.command(for: place.span, of: source)
      try json.member("segment", segment: segment.id, writer.reader)
      json.member("widened", place.widened)
      json.member("made", tagged.made)
      json.member("new", isNew)
      return .source(id)
    }
  }

  /// Puts more codes on a marked passage.
  fileprivate func addCodings(_ call: Call) throws -> HTTPResponse {
    let id: ID<Segment> = try call.id(of: .segment)
    let body = try call.members(["codes", "memo"])
    let (codes, memo) = (try CodeChoice.list(body), try body.text("memo")?.trimmed ?? "")
    guard !codes.isEmpty else { throw body.bad("codes", expected: "a list of at least one code") }
    return try write(call, "tag") { writer, json in
      let (segment, source) = try writer.reader.existing(id)
      let tagged = try writer.tag(segment, with: codes, memo: memo)
      writer.command = tagged.command(for: segment.span, of: source)
      try json.member("segment", segment: id, writer.reader)
      json.member("made", tagged.made)
      return .source(source.id)
    }
  }

  /// Lets a passage begin or end somewhere else, or changes its note.
  fileprivate func changeSegment(_ call: Call) throws -> HTTPResponse {
    let id: ID<Segment> = try call.id(of: .segment)
    let body = try call.members(["start", "end", "memo", "seen"])
    let (start, end, memo) = (try body.whole("start"), try body.whole("end"), try body.text("memo"))
    return try write(call, "resize") { writer, json in
      var (segment, source) = try writer.reader.existing(id)
      try body.requireSeen("memo", now: segment.memo)
      try body.requireSeen(segment.span)
      var commands: [String] = []
      if let memo, memo.trimmed != segment.memo {
        segment.memo = memo.trimmed
        try writer.put(segment)
        commands.append("note on \(source.name) \(segment.span.start)..\(segment.span.end)")
      }
      let old = segment.span
      let text = try writer.reader.text(of: source.id, revision: segment.revision)
      let place = try text.span(from: start ?? old.start, to: end ?? old.end, of: source)
      var stays = id
      if place.span != old {
        stays =
          try writer.reader.segment(at: place.span, of: source.id, revision: segment.revision)?.id ?? id
        try writer.resize(segment, to: place.span, text: text)
        commands.append(
          "resize \(source.name) \(old.start)..\(old.end) to \(place.span.start)..\(place.span.end)")
      }
      writer.command = commands.joined(separator: "; ")
      try json.member("segment", segment: stays, writer.reader)
      json.member("widened", place.widened)
      return .source(source.id)
    }
  }

  /// Takes a code off a passage; the passage stays marked.
  fileprivate func untag(_ call: Call) throws -> HTTPResponse {
    let (id, code): (ID<Segment>, ID<Code>) = (try call.id(0, of: .segment), try call.id(1, of: .code))
    return try write(call, "untag") { writer, json in
      let (segment, source) = try writer.reader.existing(id)
      let coder = call.parameter("coder") ?? writer.coder
      guard try writer.untag(id, code: code, coder: coder) > 0 else {
        let others = try writer.reader.codings(of: id).filter { $0.code == code }.map(\.coder)
        throw WebError.noCoding(coder: coder, others: Set(others).sorted())
      }
      let path = try writer.reader.codeTree()[code]?.path ?? "?"
      writer.command =
        "untag \(source.name) \(segment.span.start)..\(segment.span.end) from \(path)"
        + (coder == writer.coder ? "" : " by \(coder)")
      try json.member("segment", segment: id, writer.reader)
      return .source(source.id)
    }
  }

  /// Takes the mark away; with `all=true` also where it is evidence or bears codings of others.
  fileprivate func removeSegment(_ call: Call) throws -> HTTPResponse {
    let id: ID<Segment> = try call.id(of: .segment)
    let isAgreed = try call.flagParameter("all")
    return try write(call, "untag") { writer, json in
      let (segment, source) = try writer.reader.existing(id)
      let others = try writer.reader.codings(of: id).count { $0.coder != writer.coder }
      var used = try writer.dependents(ofSegment: id)
      if others > 0 { used.append(StoreError.Dependents(count: others, kind: .coding)) }
      let place = "\(source.name), \(segment.span.start)..\(segment.span.end)"
      guard used.isEmpty || isAgreed else { throw StoreError.inUse(.segment, name: place, by: used) }
      try writer.removeSegment(id)
      writer.command =
        "untag \(source.name) \(segment.span.start)..\(segment.span.end), mark included"
      return .source(source.id)
    }
  }
}

extension StudyReader {
  /// - Throws: ``WebError/gone(_:)``.
  func existing(_ id: ID<Segment>) throws -> (Segment, Source) {
    guard let segment = try segments([id])[id] else { throw WebError.gone(.segment) }
    return (segment, try existing(segment.source))
  }
}

extension SourceText {
  /// The span of two offsets, widened to whole characters.
  ///
  /// - Throws: ``StoreError/span(source:_:)``.
  func span(from start: Int, to end: Int, of source: Source) throws -> (span: TextSpan, widened: Bool) {
    do throws(SpanError) {
      return try span(covering: try TextSpan(start: start, end: end).range)
    } catch {
      throw StoreError.span(source: source.name, error)
    }
  }
}
