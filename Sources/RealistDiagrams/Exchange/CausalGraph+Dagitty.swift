import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// The acyclic part of the graph for dagitty (dagitty.net), and in words what was cut to get it.
  ///
  /// Links are taken in the order of the graph, and one that would close a circle is cut, as is a barrier that was overcome, because the
  /// result came about without it. A condition is an arrow: in such a graph what qualifies an effect is another cause of it. Signs are not
  /// part of the language.
  public func dagitty() -> (text: String, cuts: [String]) {
    var arrows: [(from: String, to: String)] = []
    var next: [String: [String]] = [:]
    var cuts: [String] = []
    for link in links {
      let words = "\(link.from) → \(link.to)"
      if link.kind == .despite {
        cuts.append("cut \(words): a barrier that was overcome")
      } else if arrows.contains(where: { $0 == (link.from, link.to) }) {
        continue
      } else if link.from == link.to || Self.reaches(link.from, from: link.to, next) {
        cuts.append("cut \(words): it closes a circle")
      } else {
        arrows.append((link.from, link.to))
        next[link.from, default: []].append(link.to)
      }
    }
    let places = places
    let outcomes = Set(nodes.filter { $0.role == .outcome || $0.role == .impact }.map(\.key))
    var lines = ["dag {"]
    for node in nodes {
      let place = places[node.key] ?? (0, 0)
      let role = outcomes.contains(node.key) && next[node.key] == nil ? "outcome," : ""
      lines.append("\(Self.quoted(node.key)) [\(role)pos=\"\(Self.unit(place.x)),\(Self.unit(place.y))\"]")
    }
    lines += arrows.map { "\(Self.quoted($0.from)) -> \(Self.quoted($0.to))" }
    return ((lines + ["}", ""]).joined(separator: "\n"), cuts)
  }

  /// Whether arrows lead from one node to another.
  private static func reaches(_ goal: String, from start: String, _ next: [String: [String]]) -> Bool {
    var (open, seen) = ([start], Set([start]))
    while let key = open.popLast() {
      if key == goal { return true }
      for neighbour in next[key] ?? [] where seen.insert(neighbour).inserted { open.append(neighbour) }
    }
    return false
  }

  /// A name in quotation marks; marks and backslashes in it, and what would break the line, become spaces.
  private static func quoted(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "\"" || scalar == "\\" || scalar == "\n" || DOTText.isForbidden(scalar) ? " " : scalar
    }
    return "\"\(String(String.UnicodeScalarView(kept)))\""
  }

  /// Hundredths of points as a decimal: 150 is 1.5.
  private static func unit(_ points: Int) -> String {
    let (whole, rest) = (points / 100, points % 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
