import RealistModel

extension StudyCheck {
  /// No two things of a kind share a name or an id.
  public static let uniqueKeys = StudyCheck(
    key: "unique-keys", rule: "no two things of one kind have the same name"
  ) { material in
    let study = material.study
    return repeated(study.participants.map(\.key), "participant")
      + repeated(study.sources.map(\.name), "source")
      + repeated(study.linkedCodings.map(\.key), "linked coding")
      + repeated(study.configurations.map(\.key), "configuration")
      + repeated(study.theories.map(\.key), "theory") + repeated(study.factors.map(\.key), "factor")
      + repeated(study.loops.map(\.key), "loop")
      + repeated(study.recommendations.map(\.key), "recommendation")
      + repeated(study.stages.map(\.key), "stage") + repeatedIDs(study)
  }

  /// Names are compared scalar by scalar, as the file does.
  private static func repeated(_ keys: [String], _ kind: String) -> [Finding] {
    var seen = Set<[UInt8]>()
    return keys.filter { !seen.insert(Array($0.utf8)).inserted }.map { key in
      Finding(.error, "\(kind) \(key)", "there are two of this name", hint: "rename one of them")
    }
  }

  private static func repeatedIDs(_ study: Study) -> [Finding] {
    let kinds: [(String, Bool)] = [
      ("participants", isRepeating(study.participants)), ("sources", isRepeating(study.sources)),
      ("codes", isRepeating(study.codes)), ("segments", isRepeating(study.segments)),
      ("codings", isRepeating(study.codings)), ("linked codings", isRepeating(study.linkedCodings)),
      ("responses", isRepeating(study.responses)), ("configurations", isRepeating(study.configurations)),
      ("elements", isRepeating(study.configurations.flatMap(\.elements))),
      ("evidence", isRepeating(study.evidence)), ("theories", isRepeating(study.theories)),
      ("factors", isRepeating(study.factors)), ("links", isRepeating(study.links)),
      ("loops", isRepeating(study.loops)), ("memos", isRepeating(study.memos)),
    ]
    return kinds.filter(\.1).map { Finding(.error, $0.0, "two of them have the same id") }
  }

  private static func isRepeating<Value: Entity>(_ values: [Value]) -> Bool {
    Set(values.map(\.id)).count < values.count
  }
}
