import RealistModel

/// A place where at least one of the coders has a code: what the numbers are made of, and where coders differ.
public struct ComparedPassage: Hashable, Sendable {
  /// How the coders differ there.
  public enum Finding: String, Hashable, Sendable, CaseIterable {
    /// All have the code, from the same beginning to the same end.
    case same
    /// All have it, but not on the same words.
    case extent
    /// Some have it and some have not.
    case missing
  }

  /// By place in ``Comparison/codes`` and ``Comparison/sources``.
  public var code, source: Int
  /// From the first beginning to the last end.
  public var span: Range<Int>
  /// By coder: the runs with the code; none where the coder has not put it. `nil` for one who has not coded the source.
  public var coders: [[Range<Int>]?]
  /// How many units all have, and how many some have only.
  public var agreed, differing: Int

  public var finding: Finding {
    let judged = coders.compactMap(\.self)
    if judged.contains(where: \.isEmpty) { return .missing }
    return differing == 0 ? .same : .extent
  }
}

extension Comparison {
  /// The places of some codes, by code, source and place. Runs that overlap, of whatever coder, are one place; where units are judged as
  /// wholes, each unit is one.
  public func passages(ofCodes codes: [Int]) -> [ComparedPassage] {
    codes.flatMap { code in
      sources.indices.flatMap { place in
        runs[code][place].map { passages($0, sources[place], place) } ?? []
      }
    }
  }

  private func passages(_ runs: CodedRuns, _ source: ComparedSource, _ place: Int) -> [ComparedPassage] {
    if let units = source.units { return passages(runs, source, place, units: units) }
    let all = source.judged.enumerated().reduce(UInt32(0)) { $0 | ($1.element ? 1 << UInt32($1.offset) : 0) }
    var passages: [ComparedPassage] = []
    runs.stretches { stretch, present in
      let isNew = passages.last.map {
        $0.span.upperBound < stretch.lowerBound || !runs.bridges(stretch.lowerBound)
      }
      if isNew ?? true {
        passages.append(
          ComparedPassage(
            code: runs.code, source: place, span: stretch, coders: source.judged.map { $0 ? [] : nil },
            agreed: 0,
            differing: 0))
      }
      let last = passages.count - 1
      passages[last].span = passages[last].span.lowerBound..<stretch.upperBound
      if present == all {
        passages[last].agreed += stretch.count
      } else {
        passages[last].differing += stretch.count
      }
    }
    for (coder, own) in runs.coders.enumerated() where source.judged[coder] {
      var passage = 0
      for run in own {
        while passages[passage].span.upperBound <= run.lowerBound { passage += 1 }
        passages[passage].coders[coder]?.append(run)
      }
    }
    return passages
  }

  private func passages(
    _ runs: CodedRuns, _ source: ComparedSource, _ place: Int, units: [Range<Int>]
  ) -> [ComparedPassage] {
    zip(units, runs.presence(in: units)).compactMap { unit, present in
      guard present != 0 else { return nil }
      let coders: [[Range<Int>]?] = source.judged.enumerated().map { coder, judged in
        judged ? (present & 1 << UInt32(coder) == 0 ? [] : [unit]) : nil
      }
      let isSame = !coders.compactMap(\.self).contains(where: \.isEmpty)
      return ComparedPassage(
        code: runs.code, source: place, span: unit, coders: coders, agreed: isSame ? 1 : 0,
        differing: isSame ? 0 : 1)
    }
  }
}

extension CodedRuns {
  /// Whether a run goes on across a place, so that what is before and after belongs together.
  fileprivate func bridges(_ place: Int) -> Bool {
    coders.contains { runs in
      var (low, high) = (0, runs.count)
      while low < high {
        let middle = (low + high) / 2
        if runs[middle].upperBound <= place { low = middle + 1 } else { high = middle }
      }
      return low < runs.count && runs[low].lowerBound < place
    }
  }
}
