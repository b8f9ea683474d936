import RealistModel

extension StudyCheck {
  /// Loops are rings of links of one sign each.
  public static let loops = StudyCheck(
    key: "loops", rule: "the factors of a loop are joined, each to the next and the last to the first"
  ) { material in
    var signs: [[ID<Factor>]: Set<CausalLink.Polarity>] = [:]
    for link in material.study.links where !link.isDespite {
      signs[[link.from, link.to], default: []].insert(link.polarity)
    }
    return material.study.loops.flatMap { loop -> [Finding] in
      let place = "loop \(loop.key)"
      if loop.factors.isEmpty { return [Finding(.warning, place, "has no factors")] }
      return loop.factors.indices.compactMap { step in
        let (from, to) = (loop.factors[step], loop.factors[(step + 1) % loop.factors.count])
        guard let first = material.factors[from], let second = material.factors[to] else { return nil }
        switch signs[[from, to], default: []].count {
        case 0:
          return Finding(
            .warning, place, "no link leads from \(first.key) to \(second.key)",
            hint: "realist link add \(first.key) \(second.key)")
        case 1: return nil
        default:
          return Finding(
            .warning, place,
            "links of both signs lead from \(first.key) to \(second.key), so its kind is undecided")
        }
      }
    }
  }
}
