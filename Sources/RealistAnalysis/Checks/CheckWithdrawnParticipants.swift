import RealistModel

extension StudyCheck {
  /// Nobody is quoted who has withdrawn.
  public static let withdrawnParticipants = StudyCheck(
    key: "withdrawn-participants", rule: "no quote of a participant who has withdrawn is in use"
  ) { material in
    guard material.study.participants.contains(where: { $0.withdrawn != nil }) else { return [] }
    let evidence = material.study.evidence.compactMap { evidence in
      material.withdrawal(of: evidence.segment, at: material.name(evidence), "is evidence")
    }
    let links = material.study.links.flatMap { link in
      let ends = [link.from, link.to].map { material.factors[$0]?.key ?? "?" }
      return link.segments.compactMap {
        material.withdrawal(of: $0, at: "link \(ends[0]) -> \(ends[1])", "carries a link")
      }
    }
    let linked = material.study.linkedCodings.compactMap { linked in
      material.withdrawal(of: linked.segment, at: linked.key, "is coded as a link")
    }
    let theories = material.study.theories.flatMap { theory in
      theory.versions.flatMap(\.passages).compactMap {
        material.withdrawal(of: $0.segment, at: "theory \(theory.key)", "is in its history")
      }
    }
    let responses = material.study.responses.compactMap { response in
      material.theories[response.theory].flatMap {
        material.withdrawal(of: response.segment, at: "theory \($0.key)", "is a response")
      }
    }
    var seen = Set<ID<Segment>>()
    let codings = material.study.codings.filter { seen.insert($0.segment).inserted }.compactMap { coding in
      material.segments[coding.segment].flatMap {
        material.withdrawal(of: coding.segment, at: material.name($0), "is coded")
      }
    }
    return evidence + links + linked + theories + responses + codings
  }
}

extension CheckMaterial {
  /// The finding for a passage of a participant who withdrew: the speaker, or, where nobody is named, anybody who took part alone.
  fileprivate func withdrawal(of id: ID<Segment>, at place: String, _ use: String) -> Finding? {
    guard let segment = segments[id] else { return nil }
    let present = sources[segment.source]?.participants ?? []
    let speaker = words[id]?.participant ?? (present.count == 1 ? present.first : nil)
    guard let participant = speaker.flatMap({ participants[$0] }), let day = participant.withdrawn else {
      return nil
    }
    return Finding(
      .warning, place, "a passage of \(participant.key), who withdrew on \(day), \(use)",
      hint: "realist participant remove \(participant.key)")
  }
}
