import RealistAnalysis
import RealistModel

/// Sentences about the parts of a diagram, shared by tooltips and the diagram in words.
package enum GraphWords {
  /// `A increases B`, `A decreases B`, `A is a context in which B works`.
  static func sentence(_ link: CausalGraph.Link, from: String, to: String) -> String {
    let verb =
      switch link.kind {
      case .influence(.increases): "increases"
      case .influence(.decreases): "decreases"
      case .condition: "is the condition for"
      case .despite: "was overcome, and still came"
      }
    let label = link.label.isEmpty ? "" : " (\(link.label))"
    return "“\(from)” \(verb) “\(to)”\(label)"
  }

  /// `7 sources / 12 citations`.
  package static func volume(_ sources: Int, _ citations: Int) -> String {
    "\(counted(sources, "source")) / \(counted(citations, "citation"))"
  }

  /// Which ends of a link were named by the opposite; empty for none.
  static func flips(_ link: CausalGraph.Link) -> String {
    switch (link.startIsFlipped, link.endIsFlipped) {
    case (false, false): ""
    case (true, false): "said of the opposite of its start"
    case (false, true): "said of the opposite of its end"
    case (true, true): "said of the opposites of both"
    }
  }

  /// `2 sources (P01, P02), 2 participants; refuted by 1 source (P03)`.
  static func counts(_ trail: EvidenceTrail) -> String {
    var parts = [counted(trail.sources.count, "source") + names(trail.sources)]
    if !trail.participants.isEmpty { parts.append(counted(trail.participants.count, "participant")) }
    if trail.isOnlyAnticipated { parts.append("anticipated only") }
    let refuting = trail.refuting
    let tail = refuting.isEmpty ? "" : "; refuted by \(counted(refuting.count, "source"))\(names(refuting))"
    return parts.joined(separator: ", ") + tail
  }

  /// `CMO 2`, `CMO 2, 5`.
  static func configurations(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "" : "CMO \(numbers.map(String.init).joined(separator: ", "))"
  }

  /// What a cut left out, `nil` when nothing was.
  static func omission(_ graph: CausalGraph) -> String? {
    guard !graph.isWhole else { return nil }
    if graph.omitted.reasons.isEmpty { return "Shown: \(graph.omitted.shown.joined(separator: "; "))" }
    var sentence = "Not shown: \(graph.omitted.reasons.joined(separator: "; "))"
    if graph.omitted.nodes + graph.omitted.links > 0 {
      sentence += " (\(counted(graph.omitted.nodes, "node")), \(counted(graph.omitted.links, "link")))"
    }
    return sentence
  }

  private static func names(_ names: [String]) -> String {
    names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
  }
}
