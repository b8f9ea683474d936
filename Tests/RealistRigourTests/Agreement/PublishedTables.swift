import RealistRigour

/// Worked examples from the papers, as they print them.
enum PublishedTables {
  /// Cohen 1960, p. 37.
  static let cohen37 = [[25, 12, 3], [13, 2, 15], [12, 16, 2]]
  /// Cohen 1960, p. 45.
  static let cohen45 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
  /// Artstein and Poesio 2008, p. 558.
  static let artstein = [[20, 10], [20, 50]]
  /// Agresti 1992, after Landis and Koch 1977.
  static let agresti = [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]
  /// Gwet's paradox: much agreement, little κ.
  static let paradox = [[80, 7], [8, 5]]

  /// Krippendorff 2011, sections C and D: four observers, twelve units.
  static let krippendorff2011: [[Double?]] = transposed([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ])

  /// Krippendorff 2004, p. 224.
  static let binary2004: [[Double?]] = [
    [1, 0], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 1], [0, 0], [0, 0],
  ]

  /// Krippendorff 2004, p. 227.
  static let nominal2004: [[String?]] =
    [["a", "a"], ["a", "b"], ["b", "c"]] + [[String?]](repeating: ["b", "b"], count: 4)
    + [[String?]](repeating: ["c", "c"], count: 5)

  /// Hayes and Krippendorff 2007, p. 84: five coders, forty units; `-` where nobody judged.
  static let hayes2007: [[Double?]] = """
    112-2 1101- 2333- -00-0 000-0 000-0 102-1 1-20- 222-2 2111- -100- 0000- 1222- 33223 111-1 111-1 212-2 1233- 1101- 000-0
    0011- 00-00 2333- 0000- 12-22 0111- 00010 1212- 1122- 112-2 110-0 2121- 22-22 3222- 222-2 223-2 222-2 22-12 2222- 111-1
    """.split { $0 == " " || $0 == "\n" }.map { row in row.map { $0.wholeNumberValue.map(Double.init) } }

  /// Fleiss 1971, p. 379: thirty patients, six raters each.
  static let fleiss1971: [[Double?]] = """
    444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112
    224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
    """.split { $0 == " " || $0 == "\n" }.map { row in row.map { $0.wholeNumberValue.map(Double.init) } }

  /// The ten subjects of fourteen raters that encyclopedias explain Fleiss' κ with: how many raters chose each of five categories.
  static let fleissTen: [[Double?]] = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
  ].map { counts in
    counts.enumerated().flatMap { [Double?](repeating: Double($0 + 1), count: $1) }
  }

  private static func transposed(_ rows: [[Double?]]) -> [[Double?]] {
    (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column] } }
  }
}

extension Double {
  /// Whether the number is another one to so many decimals.
  func isNear(_ other: Double, decimals: Int = 6) -> Bool {
    var tolerance = 0.5000001
    for _ in 0..<decimals { tolerance /= 10 }
    return abs(self - other) <= tolerance
  }
}

extension Estimate {
  func isNear(_ other: Double, decimals: Int = 6) -> Bool {
    number?.isNear(other, decimals: decimals) ?? false
  }
}
