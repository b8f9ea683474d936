import RealistModel
import RealistSamples
import RealistStore
import SQLiteKit

/// Makes the study that is measured and says what is in it.
enum StudyJobs {
  /// A study without sources.
  static func makeFrame(_ sample: Sample, _ file: String) throws {
    _ = try StudyStore.create(
      file, contents: StudyContents(study: sample.frame, revisions: []), entry: .bench("init"))
  }

  static func addEvidence(_ sample: Sample, _ file: String) throws {
    try StudyStore.open(file).change(.bench("evidence")) { writer in
      for number in 0..<sample.size.sources {
        for evidence in sample.source(number).evidence { try writer.put(evidence) }
      }
    }
  }

  /// Prints what later operations ask for, one a line: the code whose subtree is nearest to a quarter of all codings, a rare word, a
  /// source, and passages of that source.
  static func printFacts(_ file: String) throws {
    let connection = try Connection(path: file, mode: .readOnly)
    var counts: [ID<Code>: Int] = [:]
    try connection.query("SELECT code, count(*) FROM coding GROUP BY code") { row in
      if let (high, low) = row.uuid(0) { counts[ID(high: high, low: low)] = row.int(1) }
    }
    let store = try StudyStore.open(file, .readOnly)
    try store.read { reader in
      let tree = try reader.codeTree()
      let quarter = counts.values.reduce(0, +) / 4
      let nearest = tree.order.min { left, right in
        distance(left, in: tree, counts, from: quarter) < distance(right, in: tree, counts, from: quarter)
      }
      print(nearest?.path ?? "")
      guard let source = try reader.sources().first else { return }
      let text = try reader.text(of: source.id, revision: source.revision)
      let turns = try reader.turns(of: source.id, revision: source.revision)
      let words = turns.flatMap { text[$0.span].split(separator: " ") }.filter { $0.allSatisfy(\.isLetter) }
      print(words.max { ($0.count, $1) < ($1.count, $0) } ?? "")
      print(source.name)
      for turn in turns { print(text[turn.span].split(separator: " ").prefix(9).joined(separator: " ")) }
    }
  }

  private static func distance(
    _ node: CodeTree.Node, in tree: CodeTree, _ counts: [ID<Code>: Int], from wanted: Int
  ) -> Int {
    abs(tree.subtree(of: node.code.id).reduce(0) { $0 + (counts[$1.code.id] ?? 0) } - wanted)
  }
}
