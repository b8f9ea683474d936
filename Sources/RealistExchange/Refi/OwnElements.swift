import RealistModel

/// What Realist puts into a REFI-QDA project beside the standard's own elements, and how it is known again.
///
/// Notes called `realist/FILE` hold the files of a study folder that say what the standard cannot (``StudyFolder``). The sets, links, notes
/// and graphs by which configurations and the theory of change are shown in other programs have GUIDs that follow from what they show, so
/// that they are not taken for somebody's notes when they come back.
struct OwnElements {
  static let prefix = "realist/"
  static let memoPrefix = "Memo: "
  static let origin = "Realist"

  private(set) var notes: Set<GUID> = []
  private(set) var sets: Set<GUID> = []
  private(set) var graphs: Set<GUID> = []
  private(set) var links: Set<GUID> = []

  init() {}

  init(_ study: Study) {
    for configuration in study.configurations {
      sets.insert(GUID(configuration.id))
      notes.insert(Self.note(of: configuration.id))
      graphs.insert(Self.graph(of: configuration.id))
      for place in 0..<max(0, configuration.elements.count) {
        links.insert(Self.link(of: configuration.id, place))
      }
    }
    for theory in study.theories { notes.insert(GUID(theory.id)) }
    notes.insert(Self.theoryOfChangeNote(of: study.id))
    graphs.insert(Self.theoryOfChangeGraph(of: study.id))
    for memo in study.memos { links.insert(Self.link(of: memo.id)) }
  }

  /// The note that says a configuration in words.
  static func note(of id: ID<Configuration>) -> GUID { GUID(naming: "note \(id)") }
  static func graph(of id: ID<Configuration>) -> GUID { GUID(naming: "graph \(id)") }
  /// The link from an element's code to the next one's.
  static func link(of id: ID<Configuration>, _ place: Int) -> GUID { GUID(naming: "link \(id) \(place)") }
  /// The note that is the memo of a coding.
  static func note(of id: ID<Coding>) -> GUID { GUID(naming: "coding \(id)") }
  /// The link from a memo to what it is about.
  static func link(of id: ID<Memo>) -> GUID { GUID(naming: "memo \(id)") }
  static func theoryOfChangeNote(of id: ID<Study>) -> GUID { GUID(naming: "theory of change \(id)") }
  static func theoryOfChangeGraph(of id: ID<Study>) -> GUID { GUID(naming: "graph \(id)") }
  static func file(_ name: String, of id: ID<Study>) -> GUID { GUID(naming: "file \(id) \(name)") }
}

/// The description of a code: its definition, then when to use it and when not to.
enum CodeText {
  static func description(_ code: Code) -> String {
    var parts = [code.definition.trimmed]
    if !code.use.trimmed.isEmpty { parts.append("When to use: " + code.use.trimmed) }
    if !code.not.trimmed.isEmpty { parts.append("When not to use: " + code.not.trimmed) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
