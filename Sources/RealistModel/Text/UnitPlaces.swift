/// Where each word, or each line, of a text begins and ends, in Unicode scalars: the ruler that distances between passages are measured
/// with.
///
/// Built in linear time from UTF-8; a range of units is found in logarithmic time.
public struct UnitPlaces: Sendable {
  /// In order; unit `n` is `starts[n]..<ends[n]`.
  public private(set) var starts: [Int32] = []
  public private(set) var ends: [Int32] = []

  /// The words, as ``SourceText/wordCount`` counts them: runs without white space that hold a letter or a digit.
  public static func words(of utf8: UnsafeBufferPointer<UInt8>) -> UnitPlaces {
    UnitPlaces(utf8, expected: utf8.count / 5) {
      $0 == 0x20 || (0x09...0x0d).contains($0)
    } counts: {
      $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
    }
  }

  /// The lines that are not blank; they stand in for turns in a text that has none.
  public static func lines(of utf8: UnsafeBufferPointer<UInt8>) -> UnitPlaces {
    UnitPlaces(utf8, expected: utf8.count / 60) {
      $0 == 0x0a
    } counts: {
      $0 > 0x20
    }
  }

  @inline(__always)
  private init(
    _ utf8: UnsafeBufferPointer<UInt8>, expected: Int, separates: (UInt8) -> Bool, counts: (UInt8) -> Bool
  ) {
    starts.reserveCapacity(expected)
    ends.reserveCapacity(expected)
    let kinds = (0...255).map { ByteKind($0, separates: separates, counts: counts).rawValue }
    var (scalar, start, isUnit) = (Int32(0), Int32(-1), false)
    kinds.withUnsafeBufferPointer { kinds in
      for byte in utf8 {
        let kind = kinds[Int(byte)]
        if kind == ByteKind.continuation.rawValue { continue }
        if kind == ByteKind.separator.rawValue {
          if isUnit {
            starts.append(start)
            ends.append(scalar)
          }
          (start, isUnit) = (-1, false)
        } else {
          if start < 0 { start = scalar }
          isUnit = isUnit || kind == ByteKind.counting.rawValue
        }
        scalar += 1
      }
    }
    if isUnit {
      starts.append(start)
      ends.append(scalar)
    }
  }

  /// What a byte is to the ruler, looked up rather than asked anew for each byte.
  private enum ByteKind: UInt8 {
    case continuation, separator, counting, other

    @inline(__always)
    init(_ byte: UInt8, separates: (UInt8) -> Bool, counts: (UInt8) -> Bool) {
      if byte & 0xc0 == 0x80 {
        self = .continuation
      } else if separates(byte) {
        self = .separator
      } else {
        self = counts(byte) ? .counting : .other
      }
    }
  }

  /// The units that a span shares a character with; empty, at the next unit, for a span between two of them.
  public func range(_ start: Int32, _ end: Int32) -> Range<Int32> {
    let first = Self.count(of: ends) { $0 <= start }
    return Int32(first)..<Int32(max(first, Self.count(of: starts) { $0 < end }))
  }

  /// How many of the sorted numbers come before the first that does not fit.
  private static func count(of numbers: [Int32], where fits: (Int32) -> Bool) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if fits(numbers[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
