/// All the times of one style in a script.
struct TimeMarks {
  let style: TimeMarkStyle
  private let bytes: [UInt8]
  /// Whether a mark stands behind the words that it is for, as in f4.
  private let areEnds: Bool

  init(_ style: TimeMarkStyle, in script: Script) {
    (self.style, bytes) = (style, script.bytes)
    areEnds = style == .f4 && Self.standAtEnds(style, script)
  }

  /// Whether more lines end in a mark than begin with one.
  private static func standAtEnds(_ style: TimeMarkStyle, _ script: Script) -> Bool {
    var (first, last) = (0, 0)
    for line in script.lines {
      let content = Scan.trimmed(script.bytes, line.range)
      let marks = find(style, script.bytes, in: content)
      if let mark = marks.first, mark.place == content.lowerBound { first += 1 }
      if let mark = marks.last, mark.mark.end == content.upperBound, mark.place > content.lowerBound {
        last += 1
      }
    }
    return last > first
  }

  private static func find(_ style: TimeMarkStyle, _ bytes: [UInt8], in range: Range<Int>)
    -> [(place: Int, mark: TimeMark)]
  {
    var (found, offset) = ([(place: Int, mark: TimeMark)](), range.lowerBound)
    while offset < range.upperBound {
      if let mark = style.mark(bytes, at: offset, before: range.upperBound) {
        found.append((offset, mark))
        offset = mark.end
      } else {
        offset += 1
      }
    }
    return found
  }

  /// Cuts what is said at the marks in it and gives each piece its times; the marks are no part of any piece.
  func applied(to stretches: [Stretch]) -> [Stretch] {
    var (result, last) = ([Stretch](), Int?.none)
    for stretch in stretches {
      guard stretch.isSpeech else {
        result.append(stretch)
        continue
      }
      let marks = Self.find(style, bytes, in: stretch.words)
      result += areEnds ? ended(stretch, marks, &last) : begun(stretch, marks)
    }
    if style == .transana || style == .embedded { Self.close(&result, style) }
    return result
  }

  private func begun(_ stretch: Stretch, _ marks: [(place: Int, mark: TimeMark)]) -> [Stretch] {
    var (result, piece) = ([Stretch](), stretch)
    for (place, mark) in marks {
      piece.words = piece.words.lowerBound..<place
      append(piece, to: &result)
      piece.words = mark.end..<stretch.words.upperBound
      piece.begins = mark.milliseconds
    }
    append(piece, to: &result)
    return result
  }

  private func ended(_ stretch: Stretch, _ marks: [(place: Int, mark: TimeMark)], _ last: inout Int?)
    -> [Stretch]
  {
    var (result, piece) = ([Stretch](), stretch)
    for (place, mark) in marks {
      piece.words = piece.words.lowerBound..<place
      (piece.begins, piece.ends) = (last, mark.milliseconds)
      append(piece, to: &result)
      piece.words = mark.end..<stretch.words.upperBound
      last = mark.milliseconds
    }
    (piece.begins, piece.ends) = (last, nil)
    append(piece, to: &result)
    return result
  }

  private func append(_ piece: Stretch, to result: inout [Stretch]) {
    var piece = piece
    piece.words = Scan.trimmed(bytes, piece.words)
    if !piece.words.isEmpty { result.append(piece) }
  }

  /// In Transana a piece lasts until the next one begins.
  private static func close(_ stretches: inout [Stretch], _ style: TimeMarkStyle) {
    guard style == .transana else { return }
    var next: Int?
    for index in stretches.indices.reversed() where stretches[index].isSpeech {
      if stretches[index].ends == nil { stretches[index].ends = next }
      next = stretches[index].begins
    }
  }
}
