import RealistModel

extension Study {
  /// The study as if only some configurations said anything: the others lose their elements, statements and evidence but keep their places,
  /// so that numbers stay what they are.
  public func saying(only isWanted: (Configuration) -> Bool) -> Study {
    var study = self
    let silent = Set(configurations.filter { !isWanted($0) }.map(\.id))
    for place in study.configurations.indices where silent.contains(study.configurations[place].id) {
      study.configurations[place].elements = []
      study.configurations[place].statement = ""
    }
    study.evidence.removeAll { silent.contains($0.configuration) }
    for place in study.links.indices {
      study.links[place].configurations.removeAll { silent.contains($0) }
    }
    return study
  }

  /// The study with only those codings, pieces of evidence and claims of links whose passages are wanted.
  public func heard(from isWanted: (ID<Segment>) -> Bool) -> Study {
    var study = self
    study.codings.removeAll { !isWanted($0.segment) }
    study.evidence.removeAll { !isWanted($0.segment) }
    for place in study.links.indices {
      study.links[place].segments.removeAll { !isWanted($0) }
    }
    return study
  }
}
