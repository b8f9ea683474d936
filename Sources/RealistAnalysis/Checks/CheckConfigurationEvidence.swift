import RealistModel

extension StudyCheck {
  /// Every configuration is carried by somebody's words.
  public static let configurationsQuoted = StudyCheck(
    key: "configurations-quoted", rule: "every configuration has a quote that supports it"
  ) { material in
    let supported = material.supportingSources
    return material.standing.filter { supported[$0.id] == nil }.map { configuration in
      let name = material.name(configuration.id)
      return Finding(
        .warning, name, "no quote supports it", hint: "realist evidence add \(name).M1 SOURCE \"quote\"")
    }
  }

  /// Every configuration is carried by more than one source.
  public static let severalSources = StudyCheck(
    key: "several-sources", rule: "every configuration is supported by more than one source"
  ) { material in
    let supported = material.supportingSources
    return material.standing.compactMap { configuration in
      guard let sources = supported[configuration.id], sources.count == 1, let only = sources.first else {
        return nil
      }
      return Finding(
        .warning, material.name(configuration.id),
        "only one source supports it: \(material.sources[only]?.name ?? "?")")
    }
  }
}

extension CheckMaterial {
  /// The distinct sources of supporting evidence of each configuration that has any.
  fileprivate var supportingSources: [ID<Configuration>: Set<ID<Source>>] {
    var result: [ID<Configuration>: Set<ID<Source>>] = [:]
    for evidence in study.evidence where evidence.bearing == .supports {
      guard let segment = segments[evidence.segment] else { continue }
      result[evidence.configuration, default: []].insert(segment.source)
    }
    return result
  }
}
