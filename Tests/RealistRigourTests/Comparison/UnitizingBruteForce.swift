import RealistRigour

/// uα of one code, counted character by character: sections are found by walking along the characters, overlaps by comparing them one by one.
struct UnitizingBruteForce {
  let uAlpha: Double?

  init(_ sources: [ComparedSource], code: Int) {
    var (overlaps, squares) = ([[0.0, 0], [0, 0]], [0.0, 0])
    for source in sources {
      let marks = (0..<2).map { coder in
        (0..<source.length).map { place in
          source.codings.contains {
            $0.code == code && $0.coder == coder && $0.start <= place && place < $0.end
          } ? 1 : 0
        }
      }
      for place in 0..<source.length {
        overlaps[marks[0][place]][marks[1][place]] += 1
        overlaps[marks[1][place]][marks[0][place]] += 1
      }
      for coder in 0..<2 {
        for start in 0..<source.length where Self.begins(source, code, coder, marks[coder], at: start) {
          var end = start + 1
          while end < source.length, marks[coder][end] == 1,
            !Self.begins(source, code, coder, marks[coder], at: end)
          { end += 1 }
          squares[1] += Double((end - start) * (end - start))
        }
        squares[0] += Double(marks[coder].count { $0 == 0 })
      }
    }
    let sums = overlaps.map { $0[0] + $0[1] }
    let total = sums[0] + sums[1]
    let free = total * total - squares[0] - squares[1]
    let mixed = 2 * total * sums[0] * sums[1] / free
    uAlpha = total > 0 && mixed > 0 ? 1 - (overlaps[0][1] + overlaps[1][0]) / mixed : nil
  }

  /// Whether a section begins at a place: the place is marked, and no coding of the coder holds both it and the place before.
  private static func begins(
    _ source: ComparedSource, _ code: Int, _ coder: Int, _ marks: [Int], at place: Int
  ) -> Bool {
    guard marks[place] == 1 else { return false }
    return !source.codings.contains {
      $0.code == code && $0.coder == coder && $0.start < place && place < $0.end
    }
  }
}
