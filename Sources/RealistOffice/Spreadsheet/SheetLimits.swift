/// What a sheet of XLSX has room for (ECMA-376; "Excel specifications and limits").
enum SheetLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// Of one cell, in UTF-16 code units.
  static let characters = 32_767
  /// Of one sheet; libxlsxwriter refuses more.
  static let links = 65_530
  /// Of a sheet's name, in UTF-16 code units.
  static let name = 31
}
