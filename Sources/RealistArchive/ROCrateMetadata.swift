import RealistFormats
import RealistModel

/// `ro-crate-metadata.json`: every file of the package as linked data (RO-Crate 1.1, w3id.org/ro/crate/1.1).
struct ROCrateMetadata {
  private let package: ArchivePackage
  private let paths: [String]

  /// - Parameter paths: of the files it describes, sorted.
  init(_ package: ArchivePackage, paths: [String]) { (self.package, self.paths) = (package, paths) }

  var bytes: [UInt8] {
    let graph = [descriptor, root, licence] + creators + paths.map(file)
    return JSONValue.object([
      "@context": .string("https://w3id.org/ro/crate/1.1/context"), "@graph": .array(graph),
    ]).bytes
  }

  private func reference(_ id: String) -> JSONValue { .object(["@id": .string(id)]) }

  private var descriptor: JSONValue {
    .object([
      "@id": .string("ro-crate-metadata.json"), "@type": .string("CreativeWork"),
      "conformsTo": reference("https://w3id.org/ro/crate/1.1"), "about": reference("./"),
    ])
  }

  private var root: JSONValue {
    let study = package.study
    let description = [study.question, study.summary].map(\.trimmed).filter { !$0.isEmpty }.joined(
      separator: "\n\n")
    var members: [String: JSONValue] = [
      "@id": .string("./"), "@type": .string("Dataset"), "name": .string(study.title),
      "description": .string(description.isEmpty ? study.title : description),
      "datePublished": .string(package.date.description), "license": reference("#licence"),
      "hasPart": .array(paths.map { reference(Self.address($0)) }),
    ]
    if !package.details.creators.isEmpty {
      members["author"] = .array(package.details.creators.indices.map { reference("#creator-\($0 + 1)") })
    }
    if !package.details.access.isEmpty { members["conditionsOfAccess"] = .string(package.details.access) }
    return .object(members)
  }

  private var licence: JSONValue {
    let words = package.details.licence
    return .object([
      "@id": .string("#licence"), "@type": .string("CreativeWork"),
      "name": .string(words.isEmpty ? "not stated; ask the depositor" : words),
    ])
  }

  private var creators: [JSONValue] {
    package.details.creators.enumerated().map { number, name in
      .object(["@id": .string("#creator-\(number + 1)"), "@type": .string("Person"), "name": .string(name)])
    }
  }

  private func file(_ path: String) -> JSONValue {
    var members: [String: JSONValue] = ["@id": .string(Self.address(path)), "@type": .string("File")]
    members["name"] = .string(path)
    if let known = FileGuide(package.study).file(path) { members["description"] = .string(known.description) }
    if let type = Self.mediaType(path) { members["encodingFormat"] = .string(type) }
    if let bytes = package.payload[String(path.dropFirst(5))], path.hasPrefix("data/") {
      members["contentSize"] = .string("\(bytes.count)")
    }
    return .object(members)
  }

  private static func mediaType(_ path: String) -> String? {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": "text/csv"
    case "txt": "text/plain"
    case "md": "text/markdown"
    case "json": "application/json"
    case "xml": "application/xml"
    case "html": "text/html"
    case "pdf": "application/pdf"
    case "vtt": "text/vtt"
    case "srt": "application/x-subrip"
    case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "odt": "application/vnd.oasis.opendocument.text"
    case "rtf": "application/rtf"
    default: nil
    }
  }

  /// A relative URI: everything but unreserved characters and the slash is percent-encoded (RFC 3986).
  private static func address(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
