import RealistModel

@testable import RealistStore

extension RandomChanges {
  /// Saves a query, writes over one, or removes one.
  mutating func saveQuery(_ writer: StudyWriter) throws {
    let saved = try writer.reader.queries()
    if saved.count > 3, let victim = pick(saved) { return try writer.removeQuery(victim.id) }
    let old = pick([pick(saved), nil]) ?? nil
    try writer.put(
      SavedQuery(
        id: old?.id ?? writer.newID(), name: old?.name ?? "q\(made)", text: "band > \(made) AND coder = ana"))
  }

  /// Writes a cell of a framework matrix, or empties one.
  mutating func sumUp(_ writer: StudyWriter) throws -> Bool {
    let written = try writer.reader.frameworkSummaries()
    if written.count > 4, let victim = pick(written) {
      try writer.removeFrameworkSummary(victim.id)
      return true
    }
    guard let code = pick(try writer.reader.codes()) else { return false }
    let cases: [FrameworkSummary.Case] =
      [.group(attribute: "band", value: "4")]
      + (try writer.reader.sources().map { .source($0.id) })
      + (try writer.reader.participants().map { .participant($0.id) })
    guard let row = pick(cases) else { return false }
    try writer.put(
      FrameworkSummary(
        id: writer.newID(), row: row, code: code.id, summary: "they wait \(made)", coder: writer.coder,
        written: writer.time))
    return true
  }

  /// Adds a table of context, puts other numbers into one, or removes one.
  mutating func putNumbersBeside(_ writer: StudyWriter) throws {
    let known = try writer.reader.contextTables()
    if known.count > 2, let victim = pick(known) { return try writer.removeContextTable(victim.id) }
    let old = pick([pick(known), nil]) ?? nil
    let rows = (0..<Int.random(in: 0...3, using: &random)).map { ["group \($0)", "\(made)", "🙂"] }
    try writer.put(
      ContextTable(
        id: old?.id ?? writer.newID(), key: old?.key ?? "t\(made)", title: "\(made)", unit: "%",
        notes: ["made up"],
        columns: ["group", "value", "note"], rows: rows))
  }

  /// Says that an outcome is a context of another configuration, or takes it back.
  mutating func confirmRipple(_ writer: StudyWriter) throws -> Bool {
    let known = try writer.reader.confirmedRipples()
    if known.count > 2, let victim = pick(known) {
      try writer.removeRipple(victim.id)
      return true
    }
    let configurations = try writer.reader.configurations()
    guard let one = pick(configurations), let other = pick(configurations), one.id != other.id,
      let outcome = one.elements.last, let context = other.elements.first,
      !known.contains(where: { $0.outcome == outcome.id && $0.context == context.id })
    else { return false }
    try writer.put(
      ConfirmedRipple(id: writer.newID(), outcome: outcome.id, context: context.id, note: "told as one story")
    )
    return true
  }
}
