import RealistModel

extension CoOccurrence {
  /// For each pair of rows the characters that bear both in a hundred that bear either, as a share: |A ∩ B| / |A ∪ B| over the characters of
  /// all texts (Jaccard 1912). Between 0 and 1, whatever the number of passages; `nil` where nothing bears either code.
  ///
  /// Sweeps over each text once.
  public static func jaccard(_ table: CodingTable, rows zoom: CodeZoom) -> [[Double?]] {
    let size = zoom.rows.count
    var shared = [Int](repeating: 0, count: size * size)
    for text in table.texts {
      var sweep = LengthSweep(size)
      for passage in table.passages[text] {
        sweep.add(passage, rows: zoom.rows(of: table.marks[passage.marks]))
      }
      sweep.count(into: &shared)
    }
    return (0..<size).map { row in
      (0..<size).map { other in
        let both = shared[row * size + other]
        let either = shared[row * size + row] + shared[other * size + other] - both
        return either > 0 ? Double(both) / Double(either) : nil
      }
    }
  }
}

/// How many characters of a text bear each pair of rows.
private struct LengthSweep {
  private let size: Int
  private var events: [(place: Int32, isEnd: Bool, rows: [Int32])] = []

  init(_ size: Int) { self.size = size }

  mutating func add(_ passage: CodingTable.Passage, rows: [Int32]) {
    guard !rows.isEmpty else { return }
    events.append((passage.start, false, rows))
    events.append((passage.end, true, rows))
  }

  mutating func count(into shared: inout [Int]) {
    events.sort { $0.place < $1.place }
    var (depths, active, last) = ([Int](repeating: 0, count: size), [Int](), Int32(0))
    for event in events {
      if event.place > last {
        for row in active { for other in active { shared[row * size + other] += Int(event.place - last) } }
        last = event.place
      }
      for row in event.rows.map(Int.init) {
        depths[row] += event.isEnd ? -1 : 1
        // An end may come before a beginning at the same place; what counts is the depth at the next place.
        if depths[row] == 1, !event.isEnd { active.append(row) }
        if depths[row] == 0, event.isEnd { active.removeAll { $0 == row } }
      }
    }
  }
}
