import RealistFolder
import RealistModel
import RealistNotation

extension NotatedElement {
  /// The elements of a statement that a person typed; there must be one.
  ///
  /// - Parameter place: what errors begin with, such as `--statement`.
  /// - Throws: ``Problems`` for tags that cannot be read, ``EditingError/untagged(place:letters:)``.
  public static func list(of statement: String, template: Template, place: String) throws -> [NotatedElement]
  {
    let found: [NotatedElement]
    do {
      found = try ConfigurationNotation.elements(of: statement, template: template)
    } catch {
      throw Problems(place, error)
    }
    guard !found.isEmpty else {
      throw EditingError.untagged(place: place, letters: template.slots.map(\.letter))
    }
    return found
  }
}
