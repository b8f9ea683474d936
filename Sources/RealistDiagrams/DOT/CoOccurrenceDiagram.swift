import RealistAnalysis
import RealistMatrices
import RealistModel

/// Codes on a circle and a line between those whose passages meet: the more pairs, the thicker, with the number beside it.
public struct CoOccurrenceDiagram: Sendable {
  /// A line.
  struct Meeting {
    var (left, right): (Int, Int)
    var pairs: Int
    var sources: Int
  }

  private let counts: CoOccurrence
  private let title: String
  /// Codes with at least one line, by row.
  private let rows: [Int]
  private let meetings: [Meeting]
  /// How many codes have a line but no place in the figure.
  public let left: Int

  /// - Parameters:
  ///   - minimum: lines of fewer pairs are left out, and codes without a line.
  ///   - limit: the most codes to draw; those that meet others most often have their place.
  public init(
    _ counts: CoOccurrence, minimum: Int = 1, limit: Int = .max, title: String = "Codes whose passages meet"
  ) {
    (self.counts, self.title) = (counts, title)
    var meetings: [Meeting] = []
    for left in counts.rows.indices {
      for right in counts.rows.indices where left < right {
        let pairs = max(counts[left, right], counts[right, left])
        guard pairs >= max(1, minimum) else { continue }
        let sources = max(counts.sources(left, right), counts.sources(right, left))
        meetings.append(Meeting(left: left, right: right, pairs: pairs, sources: sources))
      }
    }
    var weights: [Int: Int] = [:]
    for meeting in meetings {
      for row in [meeting.left, meeting.right] { weights[row, default: 0] += meeting.pairs }
    }
    let drawn = Set(
      weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key))
    self.meetings = meetings.filter { drawn.contains($0.left) && drawn.contains($0.right) }
    rows = drawn.sorted()
    left = weights.count - drawn.count
  }

  /// Whether there is anything to draw.
  public var isEmpty: Bool { meetings.isEmpty }

  /// For `dot`; places are ours, so equal counts give equal bytes.
  public func dot(boxWidth: Int = 24) -> String {
    var graph = DOTGraph(name: "cooccurrence")
    graph.statements = defaults
    graph.statements += rows.enumerated().map { place, row in
      .node(
        name(row),
        [
          .init(.id, name(row)), .init(.cssClass, "code"),
          .init(.label, .label(label(row, width: boxWidth))),
          .init(.pos, LoopGraph.position(place, of: rows.count)),
          .init(.tooltip, .tooltip("\(counts.rows[row].label): \(passages(counts.passages(row)))")),
        ])
    }
    let most = meetings.map(\.pairs).max() ?? 1
    graph.statements += meetings.map { meeting in
      let width = 1 + 5 * Double(meeting.pairs) / Double(most)
      return .edge(
        [name(meeting.left), name(meeting.right)],
        [
          .init(.dir, "none"), .init(.label, .label("\(meeting.pairs)")),
          .init(.penwidth, "\(Int(width)).\(Int(width * 10) % 10)"),
          .init(.tooltip, .tooltip(sentence(meeting))),
        ])
    }
    return graph.text
  }

  /// For Mermaid.
  public var mermaid: String {
    var lines = ["graph LR"]
    for row in rows {
      let text = counts.rows[row].label.replacing("\"", with: "#quot;")
      lines.append("  \(name(row))[\"\(text) (\(counts.passages(row)))\"]")
    }
    for meeting in meetings {
      lines.append("  \(name(meeting.left)) ---|\(meeting.pairs)| \(name(meeting.right))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For screen readers and appendices: every line of the figure, most pairs first.
  public var words: String {
    let ordered = meetings.sorted { ($1.pairs, $0.left, $0.right) < ($0.pairs, $1.left, $1.right) }
    let rest = left == 0 ? [] : ["Not told: \(counted(left, "code")) with fewer."]
    return ([title + "."] + ordered.map { sentence($0) + "." } + rest).joined(separator: "\n") + "\n"
  }

  private func name(_ row: Int) -> String { "code-\(row + 1)" }

  private func label(_ row: Int, width: Int) -> String {
    let path = counts.rows[row].label.replacing("/", with: "/ ")
    return (wrapped(path, width: width) + ["[\(counts.passages(row))]"]).joined(separator: "\n")
  }

  private func passages(_ count: Int) -> String { counted(count, "passage") }

  private func sentence(_ meeting: Meeting) -> String {
    let names = "\(counts.rows[meeting.left].label) and \(counts.rows[meeting.right].label)"
    let pairs = counted(meeting.pairs, "pair of passages", "pairs of passages")
    return "\(names): \(pairs) in \(counted(meeting.sources, "source"))"
  }

  private var caption: String {
    let rest = left == 0 ? "" : "\nNot drawn: \(counted(left, "code")) with fewer."
    return "\(title). Lines: pairs of passages. In brackets: passages of the code.\(rest)"
  }

  private var defaults: [DOTStatement] {
    let font = DOTAttribute(.fontname, "Helvetica")
    return [
      .defaults(
        .graph,
        [
          font, .init(.layout, "neato"), .init(.inputscale, "72"), .init(.splines, "curved"),
          .init(.bgcolor, "white"), .init(.pad, "0.2"), .init(.outputorder, "edgesfirst"),
          .init(.labelloc, "b"), .init(.fontsize, "14"), .init(.tooltip, .tooltip(title)),
          .init(.label, .label(caption)),
        ]),
      .defaults(
        .node,
        [
          font, .init(.fontsize, "11"), .init(.shape, "box"), .init(.style, "filled"),
          .init(.fillcolor, "white"), .init(.margin, "0.14,0.08"),
        ]),
      .defaults(.edge, [font, .init(.fontsize, "11"), .init(.color, "#555555")]),
    ]
  }
}
