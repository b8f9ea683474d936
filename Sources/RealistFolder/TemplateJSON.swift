import RealistFormats
import RealistModel

/// A template as a file of its own: the object that `study.json` has under `template`.
///
/// ```
/// {"key": "camo", "name": "…", "slots": [{"letter": "C", "name": "Context", "plural": "Contexts", "role": "context",
///  "definition": "…", "rule": "…"}, …], "columns": ["number", "c", "a", "m", "o"]}
/// ```
public enum TemplateJSON {
  /// Reads a template; letters must be letters and each stand once.
  ///
  /// - Parameter file: the name that problems give.
  /// - Throws: ``FolderError``.
  public static func read(_ bytes: [UInt8], file: String) throws(FolderError) -> Template {
    let value: JSONValue
    do {
      value = try JSONValue(bytes)
    } catch {
      throw FolderError([FolderProblem(file, error.place, .json(error.kind))])
    }
    let (template, problems) = StudyJSON.template(value)
    var found = problems
    for slot in template.slots where slot.letter.isEmpty || !slot.letter.allSatisfy(\.isLetter) {
      found.append(FolderProblem(file, nil, .wrongMember("letter", expected: "a letter such as C")))
    }
    guard found.isEmpty else {
      throw FolderError(found.map { FolderProblem(file, $0.place, $0.kind) })
    }
    return template
  }

  public static func write(_ template: Template) -> [UInt8] { StudyJSON.template(template).bytes }
}
