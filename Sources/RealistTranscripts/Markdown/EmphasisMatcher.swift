/// Pairs runs of `*` and `_` (CommonMark, "process emphasis").
enum EmphasisMatcher {
  /// Bold type between two pieces.
  struct Strong {
    let opener: Int
    let closer: Int
  }

  /// Takes the paired marks off the pieces. Linear but for the runs between the two ends of a pair.
  static func match(_ pieces: inout [InlinePiece]) -> [Strong] {
    var (strong, open) = ([Strong](), [Int]())
    // Below which opener nothing fits a closer of that kind any more, as in the specification.
    var bottoms: [Kind: Int] = [:]
    for index in pieces.indices where pieces[index].mark != 0 {
      if pieces[index].closes { close(index, &pieces, &open, &bottoms, &strong) }
      if pieces[index].opens, pieces[index].count > 0 { open.append(index) }
    }
    return strong
  }

  private struct Kind: Hashable {
    let mark: UInt8
    let opens: Bool
    let remainder: Int
  }

  private static func close(
    _ closer: Int, _ pieces: inout [InlinePiece], _ open: inout [Int], _ bottoms: inout [Kind: Int],
    _ strong: inout [Strong]
  ) {
    let kind = Kind(
      mark: pieces[closer].mark, opens: pieces[closer].opens, remainder: pieces[closer].original % 3)
    while pieces[closer].count > 0 {
      let bottom = bottoms[kind] ?? -1
      guard let depth = open.lastIndex(where: { $0 <= bottom || fits($0, closer, pieces) }),
        open[depth] > bottom
      else {
        bottoms[kind] = open.last ?? bottom
        return
      }
      let opener = open[depth]
      open.removeSubrange((depth + 1)...)
      let used = pieces[opener].count > 1 && pieces[closer].count > 1 ? 2 : 1
      pieces[opener].count -= used
      pieces[closer].count -= used
      if used == 2 { strong.append(Strong(opener: opener, closer: closer)) }
      if pieces[opener].count == 0 { open.removeLast() }
    }
  }

  private static func fits(_ opener: Int, _ closer: Int, _ pieces: [InlinePiece]) -> Bool {
    let (first, second) = (pieces[opener], pieces[closer])
    guard first.mark == second.mark else { return false }
    // The "multiple of 3" rule.
    guard first.closes || second.opens else { return true }
    return (first.original + second.original) % 3 != 0
      || (first.original % 3 == 0 && second.original % 3 == 0)
  }
}
