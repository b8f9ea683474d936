/// The immutable text of one source revision, with exact conversion of offsets.
///
/// The text has no U+0000 and no carriage return; nothing else about it is changed (DESIGN, section 5). It is not normalised: "é" in one
/// scalar and in two stay what they are.
public struct SourceText: Sendable {
  /// The words. A native UTF-8 string, so byte offsets are constant time.
  public let string: String
  public let index: TextIndex

  /// Refuses U+0000 and carriage returns, naming the scalar offset of the first.
  public init(_ string: String) throws(TextError) {
    var native = string
    native.makeContiguousUTF8()
    let bad = native.withUTF8 { ByteBlocks.firstIndex(of: 0, or: 0x0d, in: $0) }
    let index = TextIndex(native)
    if let bad {
      let (byte, scalar) = native.withUTF8 { ($0[bad], index.scalarOffset(ofUTF8: bad, in: $0)) }
      throw byte == 0 ? .containsNull(at: scalar) : .containsCarriageReturn(at: scalar)
    }
    (self.string, self.index) = (native, index)
  }

  /// For code that has just put a text together without U+0000 and carriage returns.
  package init(valid string: String) {
    var native = string
    native.makeContiguousUTF8()
    (self.string, index) = (native, TextIndex(native))
  }

  /// Length in Unicode scalars.
  public var length: Int { index.scalarCount }

  /// The whole text as a span; `nil` when it is empty.
  public var wholeSpan: TextSpan? { length == 0 ? nil : TextSpan(valid: 0..<length) }

  /// The span when it lies within the text.
  public func checked(_ span: TextSpan) throws(SpanError) -> TextSpan {
    guard span.end <= length else { throw .outOfBounds(start: span.start, end: span.end, length: length) }
    return span
  }

  /// A span of this text that cuts no grapheme cluster: offsets inside one are moved outwards.
  ///
  /// - Returns: the span, and whether it had to be widened.
  public func span(covering range: Range<Int>) throws(SpanError) -> (span: TextSpan, widened: Bool) {
    let asked = try checked(try TextSpan(start: range.lowerBound, end: range.upperBound))
    var (low, high) = (stringIndex(asked.start), stringIndex(asked.end))
    var (start, end) = (asked.start, asked.end)
    while String.Index(low, within: string) == nil {
      low = string.unicodeScalars.index(before: low)
      start -= 1
    }
    while String.Index(high, within: string) == nil {
      high = string.unicodeScalars.index(after: high)
      end += 1
    }
    return (TextSpan(valid: start..<end), start != asked.start || end != asked.end)
  }

  /// The words of a span that lies within the text (see ``checked(_:)``).
  public subscript(_ span: TextSpan) -> Substring { string[stringIndex(span.start)..<stringIndex(span.end)] }

  /// The check value of a span's words.
  public func check(_ span: TextSpan) -> QuoteCheck { QuoteCheck(of: String(self[span])) }

  /// The line and column, both from 1, of a scalar offset; a column counts scalars. Linear in the offset.
  public func place(ofScalar offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for scalar in string.unicodeScalars[..<stringIndex(offset)] {
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return (line, column)
  }

  /// Words as a reader counts them: maximal runs without white space that hold a letter or a digit.
  public var wordCount: Int { SourceText.wordCount(of: string) }

  /// The number of maximal runs without white space that hold a letter or digit (a scalar above U+007F counts as a letter).
  public static func wordCount(of text: some StringProtocol) -> Int {
    text.utf8.withContiguousStorageIfAvailable(wordCount)
      ?? Array(text.utf8).withUnsafeBufferPointer(wordCount)
  }

  private static func wordCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (count, inWord) = (0, false)
    for byte in bytes {
      switch byte {
      case 0x09...0x0d, 0x20: inWord = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        if !inWord { count += 1 }
        inWord = true
      default: break
      }
    }
    return count
  }

  private func stringIndex(_ scalarOffset: Int) -> String.Index {
    string.utf8.index(string.utf8.startIndex, offsetBy: utf8Offset(ofScalar: scalarOffset))
  }
}

extension SourceText {
  /// The byte at which a scalar begins.
  public func utf8Offset(ofScalar offset: Int) -> Int {
    withBytes { index.utf8Offset(ofScalar: offset, in: $0) }
  }

  /// The number of scalars that begin before a byte.
  public func scalarOffset(ofUTF8 offset: Int) -> Int {
    withBytes { index.scalarOffset(ofUTF8: offset, in: $0) }
  }

  /// The UTF-16 offset of a scalar.
  public func utf16Offset(ofScalar offset: Int) -> Int {
    withBytes { index.utf16Offset(ofScalar: offset, in: $0) }
  }

  /// The scalar at a UTF-16 offset; `nil` inside a surrogate pair.
  public func scalarOffset(ofUTF16 offset: Int) -> Int? {
    withBytes { index.scalarOffset(ofUTF16: offset, in: $0) }
  }

  /// The span of a range of bytes of the UTF-8; `nil` when the range is empty.
  public func span(ofUTF8 range: Range<Int>) -> TextSpan? {
    let (start, end) = (scalarOffset(ofUTF8: range.lowerBound), scalarOffset(ofUTF8: range.upperBound))
    return start < end ? TextSpan(valid: start..<end) : nil
  }

  /// The UTF-8 of the text, without copying.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(string.utf8).withUnsafeBufferPointer(body)
  }
}

/// Why a string cannot be the text of a source.
public enum TextError: Error, Hashable, Sendable {
  case containsNull(at: Int)
  case containsCarriageReturn(at: Int)
}
