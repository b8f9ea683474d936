/// The charsets of one byte a character that there are tables for, by the number of their code page as Windows counts them.
package enum SingleByteCharset {
  /// The character of a byte; `nil` for a byte that stands for nothing, and for a code page without a table.
  package static func scalar(_ byte: UInt8, codePage: Int) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    guard let value = table(codePage: codePage)?[Int(byte) - 0x80], value != 0 else { return nil }
    return Unicode.Scalar(value)
  }

  /// The upper half of a code page; `nil` where there is no table.
  static func table(codePage: Int) -> [UInt16]? {
    switch codePage {
    case 1252, 0, 1: SingleByteTable.windows1252
    case 437: SingleByteTable.dos437
    case 850: SingleByteTable.dos850
    case 874: SingleByteTable.windows874
    case 1250: SingleByteTable.windows1250
    case 1251: SingleByteTable.windows1251
    case 1253: SingleByteTable.windows1253
    case 1254: SingleByteTable.windows1254
    case 1255: SingleByteTable.windows1255
    case 1256: SingleByteTable.windows1256
    case 1257: SingleByteTable.windows1257
    case 1258: SingleByteTable.windows1258
    case 10_000: SingleByteTable.macRoman
    case 10_006: SingleByteTable.macGreek
    case 10_007: SingleByteTable.macCyrillic
    case 10_029: SingleByteTable.macCentralEurope
    case 10_081: SingleByteTable.macTurkish
    case 28_591: SingleByteTable.latin1
    default: nil
    }
  }
}
