import Foundation
import RealistModel
import TestSupport

/// The configurations and the theory of change of a study folder in `Projects`, read just well enough to draw them: every quote becomes a
/// passage of its own, wherever it stands in its source.
func workedStudy(_ name: String) throws -> StudySketch {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appendingPathComponent("Projects/\(name)")
  let read = { (file: String) in
    try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  var reader = FolderReader(sketch: StudySketch(name, stages: []))
  for line in try read("sources.csv").dropFirst() { reader.source(line) }
  for line in try read("configurations.md") { reader.configurationLine(line) }
  reader.finishConfiguration()
  let lines = try read("theory-of-change.md")
  for line in lines { reader.factorLine(line) }
  for line in lines { reader.linkLine(line) }
  return reader.sketch
}

private struct FolderReader {
  var sketch: StudySketch
  var heading: (key: String, title: String)?
  var statement = ""
  var evidence: [(label: String, bearing: String, source: String, quote: String, standing: String)] = []
  var stage = ""
  var factor = ""

  mutating func source(_ line: String) {
    if let name = line.split(separator: ",").first { sketch.source(String(name)) }
  }

  mutating func configurationLine(_ line: String) {
    if let match = line.firstMatch(of: #/^## CMO \d+: (.*) \{#(.*)\}/#) {
      finishConfiguration()
      heading = (String(match.2), String(match.1))
    } else if let match = line.firstMatch(of: #/^- ([A-Z0-9,–-]+) (\w+) (\S+) "(.*)"(?: \((\w+)\))?/#) {
      evidence.append(
        (String(match.1), String(match.2), String(match.3), String(match.4), String(match.5 ?? "observed")))
    } else if line.firstMatch(of: #/^\w+: /#) == nil {
      statement += " " + line
    }
  }

  mutating func finishConfiguration() {
    guard let heading else { return }
    var (elements, rest) = ([Element](), statement[...])
    while let match = rest.firstMatch(of: #/\(([A-Z])([+-]?)(?::\s*([^;)]*))?(?:;\s*for:\s*([^)]*))?\)/#) {
      let clause = rest[..<match.range.lowerBound].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").drop { ",;. ".contains($0) }
      elements.append(
        sketch.element(
          letter: String(match.1), sign: String(match.2), String(clause),
          code: match.3.map { String($0).trimmed },
          beneficiary: match.4.map { String($0).trimmed } ?? "", key: "\(heading.key)\(elements.count)"))
      rest = rest[match.range.upperBound...]
    }
    sketch.configuration(heading.key, heading.title, elements: elements)
    let number = sketch.study.configurations.count
    for piece in evidence {
      sketch.evidence(
        "CMO\(number).\(piece.label.replacing(",", with: "-"))", piece.source, piece.quote,
        Evidence.Bearing(rawValue: piece.bearing) ?? .supports,
        Evidence.Standing(rawValue: piece.standing) ?? .observed)
    }
    (self.heading, statement, evidence) = (nil, "", [])
  }

  mutating func factorLine(_ line: String) {
    if let match = line.firstMatch(of: #/^## (.*) \{#(.*)\}/#) {
      stage = String(match.2)
      let kind = Stage.Kind(rawValue: stage) ?? .outcomes
      sketch.study.stages.append(Stage(key: stage, name: String(match.1), kind: kind))
    } else if let match = line.firstMatch(of: #/^- (.*) \{#([\w-]+)\}$/#) {
      sketch.factor(String(match.2), stage, String(match.1))
    } else if let match = line.firstMatch(of: #/^  - (code|detail|assumption|indicator): (.*)/#) {
      let last = sketch.study.factors.count - 1
      switch match.1 {
      case "code": sketch.study.factors[last].code = sketch.code(String(match.2))
      case "detail": sketch.study.factors[last].details.append(String(match.2))
      case "assumption": sketch.study.factors[last].assumptions.append(String(match.2))
      default: sketch.study.factors[last].indicators.append(String(match.2))
      }
    }
  }

  mutating func linkLine(_ line: String) {
    if let match = line.firstMatch(of: #/^- .* \{#([\w-]+)\}$/#) {
      factor = String(match.1)
    } else if let match = line.firstMatch(
      of: #/^  - -([>|]) ([\w-]+)(?: "([^"]*)")?(?: via CMO(\d+))?(?: from (\S+) "(.*)")?$/#)
    {
      let quotes = match.5.flatMap { name in match.6.map { (source: String(name), words: String($0)) } }
      sketch.link(
        factor, String(match.2), match.1 == ">" ? .increases : .decreases,
        label: match.3.map(String.init) ?? "",
        via: match.4.flatMap { Int($0) }.map { [$0] } ?? [], from: quotes.map { [$0] } ?? [])
    } else if let match = line.firstMatch(of: #/^- (.*) \{#([\w-]+)\} (\w+): (.*)/#) {
      let ring = match.4.split(separator: " -> ").map { String($0).trimmed }
      sketch.loop(
        String(match.2), String(match.1), Loop.Valence(rawValue: String(match.3)) ?? .neutral,
        ring.first == ring.last ? ring.dropLast() : ring)
    }
  }
}
