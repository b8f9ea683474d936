import CommandKit
import RealistConsole
import RealistModel

/// What is said about sources as NAME=VALUE: their own fields by name, everything else is an attribute.
struct SourceFields {
  let assignments: [Assignment]

  func apply(to source: inout Source, columns: inout AttributeColumnsInUse) throws {
    for assignment in assignments {
      switch assignment.name.lowercased() {
      case "title": source.title = assignment.value
      case "mode": source.mode = assignment.value
      case "date": source.date = try assignment.date()
      case "minutes", "duration": source.minutes = try minutes(assignment)
      case "kind": source.kind = try kind(assignment)
      default: try columns.apply(assignment, of: .source, to: &source.attributes)
      }
    }
  }

  private func minutes(_ assignment: Assignment) throws -> Double? {
    guard !assignment.value.isEmpty else { return nil }
    guard let minutes = Double(assignment.value), minutes.isFinite, minutes >= 0 else {
      throw Failure.usage(
        "'\(assignment.value)' is no number of minutes", hint: "write it like \(assignment.name)=45")
    }
    return minutes
  }

  private func kind(_ assignment: Assignment) throws -> Source.Kind {
    guard let kind = Source.Kind(rawValue: assignment.value) else {
      throw Failure.usage(
        "'\(assignment.value)' is no kind of source",
        hint: "one of \(Source.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return kind
  }
}
