/// The charsets of one byte a character that there are tables for, by the number of their code page.
package enum SingleByteCharset {
  /// The character of a byte; `nil` for a byte that stands for nothing, and for a code page without a table.
  package static func scalar(_ byte: UInt8, codePage: Int) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let table: [UInt16]
    switch codePage {
    case 1252, 0, 1: table = SingleByteTable.windows1252
    case 10_000: table = SingleByteTable.macRoman
    case 28_591: table = SingleByteTable.latin1
    default: return nil
    }
    let value = table[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
