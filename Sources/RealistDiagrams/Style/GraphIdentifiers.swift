import RealistAnalysis

/// Names for nodes and links that are safe in DOT, SVG, CSS and Mermaid, and the same for equal graphs. In an SVG they are the ids of the
/// groups that hold the box or the arrow.
public struct GraphIdentifiers: Sendable {
  private var nodes: [String: String] = [:]
  private var taken: Set<String> = []

  public init(_ graph: CausalGraph) { self.init(keys: graph.nodes.map(\.key)) }

  init(keys: [String]) {
    for key in keys where nodes[key] == nil { nodes[key] = unique("n-\(slug(key))") }
  }

  /// `n-training`.
  public func node(_ key: String) -> String { nodes[key] ?? "n-\(slug(key))" }

  /// `e-training--skills`, with `-minus` or `-condition` where it is one.
  public func link(_ link: CausalGraph.Link) -> String {
    let kind =
      switch link.kind {
      case .influence(.increases): ""
      case .influence(.decreases): "-minus"
      case .condition: "-condition"
      case .despite: "-despite"
      }
    let flips = (link.startIsFlipped ? "-from-opposite" : "") + (link.endIsFlipped ? "-to-opposite" : "")
    return "e-\(node(link.from).dropFirst(2))--\(node(link.to).dropFirst(2))\(kind)\(flips)"
  }

  private mutating func unique(_ name: String) -> String {
    var (candidate, number) = (name, 1)
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}

/// ASCII letters and digits in lower case; everything else becomes single hyphens.
func slug(_ text: String) -> String {
  var result = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.unicodeScalars.append(Unicode.Scalar(byte + 32))
    default: if !result.isEmpty, result.utf8.last != UInt8(ascii: "-") { result += "-" }
    }
  }
  if result.utf8.last == UInt8(ascii: "-") { result.removeLast() }
  return result.isEmpty ? "x" : result
}
