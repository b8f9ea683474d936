import RealistModel

extension LinkedCodingGroups.Group {
  /// The passages of this group as evidence for a configuration that has an element for each of its roles.
  ///
  /// A whole passage supports the elements together, as the pair or three that it links; words that say one role support that element.
  /// A passage is evidence once for each claim, however many linked codings it bears. Coder and date are those of the linked coding.
  ///
  /// - Parameters:
  ///   - elements: in the order of ``roles``.
  ///   - id: where ids come from.
  public func evidence(
    for elements: [ID<Element>], of configuration: ID<Configuration>, id: () -> ID<Evidence>
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    var seen: Set<Claim> = []
    func support(_ elements: [ID<Element>], _ segment: ID<Segment>, _ linked: LinkedCoding) {
      guard seen.insert(Claim(elements: elements, segment: segment)).inserted else { return }
      evidence.append(
        Evidence(
          id: id(), configuration: configuration, elements: elements, segment: segment,
          coder: linked.coder, created: linked.created, note: linked.memo))
    }
    for member in members {
      support(elements, member.linked.segment, member.linked)
      for (part, element) in zip(member.parts, elements) {
        if let segment = part.segment, segment != member.linked.segment {
          support([element], segment, member.linked)
        }
      }
    }
    return evidence
  }
}

private struct Claim: Hashable {
  var elements: [ID<Element>]
  var segment: ID<Segment>
}

extension LinkedCodingGroups {
  /// Some linked codings as one group, however unlike they are; `nil` when they have not all the same roles.
  public static func group(
    of keys: [String], _ study: Study, _ tree: CodeTree, speakers: [ID<Segment>: ID<Participant>]
  ) -> Group? {
    let chosen = members(study, speakers: speakers, pairs: false).filter { keys.contains($0.linked.key) }
    guard let letters = chosen.first?.parts.map(\.letter),
      chosen.allSatisfy({ $0.parts.map(\.letter) == letters })
    else { return nil }
    return group(chosen, tree)
  }
}
