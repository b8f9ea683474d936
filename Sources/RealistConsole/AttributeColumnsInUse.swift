import CommandKit
import RealistModel
import RealistStore

/// Attribute columns while values are read into them; knows which ones are new.
package struct AttributeColumnsInUse {
  package private(set) var definitions: [AttributeDefinition]
  private let known: Set<AttributeDefinition>

  package init(_ reader: StudyReader) throws {
    definitions = try reader.attributes()
    known = Set(definitions)
  }

  /// Columns that were not there before.
  package var new: [AttributeDefinition] { definitions.filter { !known.contains($0) } }

  /// Sets or takes away one attribute value.
  package mutating func apply(
    _ assignment: Assignment, of subject: AttributeDefinition.Subject,
    to values: inout [String: AttributeValue]
  ) throws {
    let (name, value) = try definitions.read(assignment.value, for: assignment.name, of: subject)
    values[name] = value
  }

  /// Writes the new columns.
  package func writeNew(_ writer: StudyWriter) throws {
    for definition in new { try writer.put(attribute: definition) }
  }

  /// Names the new columns, so that a mistyped name is seen.
  package func report(_ context: Context) {
    guard !new.isEmpty else { return }
    let names = new.map { "\($0.name) (\($0.kind.title))" }.joined(separator: ", ")
    context.printError(new.count == 1 ? "new attribute: \(names)" : "new attributes: \(names)")
  }
}

extension AttributeDefinition.Kind {
  /// What people call it.
  package var title: String { self == .boolean ? "yes or no" : rawValue }
}
