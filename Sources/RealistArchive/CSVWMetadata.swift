import RealistFormats
import RealistModel

/// `csv-metadata.json`: the tables and their columns for programs (W3C, "Metadata Vocabulary for Tabular Data", 2015).
struct CSVWMetadata {
  private let package: ArchivePackage

  init(_ package: ArchivePackage) { self.package = package }

  var bytes: [UInt8] {
    let guide = FileGuide(package.study)
    let paths = ArchiveFiles.names(package).filter { $0.hasSuffix(".csv") }
    let tables = paths.compactMap { guide.file($0) }.map(table)
    return JSONValue.object([
      "@context": .string("http://www.w3.org/ns/csvw"), "dc:title": .string(package.study.title),
      "dialect": .object([
        "encoding": .string("utf-8"), "header": .boolean(true), "lineTerminators": .string("\n"),
      ]),
      "tables": .array(tables),
    ]).bytes
  }

  private func table(_ file: FileGuide.File) -> JSONValue {
    .object([
      "url": .string(file.path), "dc:description": .string(file.description),
      "tableSchema": .object(["columns": .array(file.columns.enumerated().map { column($1, number: $0 + 1) })]
      ),
    ])
  }

  /// Names are restricted to what a URI template takes; titles are what the heading row says.
  private func column(_ column: FileGuide.Column, number: Int) -> JSONValue {
    let isPlain = column.name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    var members: [String: JSONValue] = [
      "name": .string(
        isPlain && !column.name.isEmpty && column.name.first != "_" ? column.name : "column_\(number)"),
      "titles": .string(column.name), "dc:description": .string(column.description),
      "datatype": .string(column.type.rawValue),
    ]
    if let separator = column.separator { members["separator"] = .string(separator) }
    return .object(members)
  }
}
