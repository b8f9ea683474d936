/// The program that a project is written for, where readers differ.
public enum ExportProfile: String, Hashable, Sendable, CaseIterable {
  /// As the standard says: code points, LF, no byte order mark.
  case standard
  /// UTF-16 units, CR LF of two, a byte order mark that is not counted: as NVivo for Windows writes, and so presumably reads.
  case nvivo
  /// As the standard says; ATLAS.ti wants the folder `sources` in lower case.
  case atlasti
  /// As the standard says; MAXQDA wants UTF-8 without a mark and LF.
  case maxqda
  /// Names of codes that are unique in the whole project, and variables that are text or numbers.
  case qualcoder
}
