import RealistFormats

extension ExchangeError {
  /// One sentence, the place first, lower case, without a full stop.
  public var message: String {
    switch self {
    case .file(.doctype(let file, let entry)):
      "\(Self.place(file, entry)) it has a DOCTYPE, which no project has"
    case .file(.malformedXML(let file, let entry, let place)):
      "\(Self.place(file, entry, place)) the XML is malformed"
    case .file(.nestedTooDeep(let file, let entry, let limit)):
      "\(Self.place(file, entry)) it nests more than \(limit) elements"
    case .file(.damagedArchive(let file, let entry?)) where entry.isEmpty: "\(file): the XML cannot be read"
    case .file(.notAnArchive(let file)): "\(file): a project archive is a ZIP archive, and this is none"
    case .file(let error): error.message
    case .notAProject(let file): "\(file): this is no project that can be read"
    case .transcript(let file): "\(file): this is a transcript, not a project"
    case .noProject(let file): "\(file): there is no project.qde in this archive"
    case .severalProjects(let file, let entries):
      "\(file): the archive has several projects: \(entries.joined(separator: ", "))"
    case .wrongRoot(_, _, let place, let element, let namespace):
      "\(prefix)\(place.line):\(place.column): <\(element)> of '\(namespace)' is no REFI-QDA project or codebook"
    case .missingAttribute(_, _, let place, let element, let attribute):
      "\(prefix)\(place.line):\(place.column): <\(element)> has no attribute \(attribute)"
    case .badAttribute(_, _, let place, let element, let attribute, let expected):
      "\(prefix)\(place.line):\(place.column): \(attribute) of <\(element)> is not \(expected)"
    case .duplicateGUID(_, _, let place, let element, let guid):
      "\(prefix)\(place.line):\(place.column): a second <\(element)> has the guid \(guid)"
    case .cycle(let file, let code): "\(file): the code '\(code)' lies below itself"
    case .database(let file, let message): "\(file): \(message)"
    case .ownStudy(let file): "\(file): this is a study of Realist itself"
    case .unknownDatabase(let file):
      "\(file): this is an SQLite database, but none of Taguette, QualCoder or RQDA"
    case .missingTable(let file, let program, let table):
      "\(file): a database of \(program) has a table '\(table)', this one has none"
    case .tooLarge(let file, let what, let limit): "\(file): \(what), more than \(limit)"
    case .unwritable(let reason): reason
    }
  }

  private static func place(_ file: String, _ entry: String, _ place: TextPlace? = nil) -> String {
    let document = entry.isEmpty ? file : "\(file): \(entry)"
    return document + (place.map { ":\($0.line):\($0.column):" } ?? ":")
  }

  /// `FILE: ENTRY:`, or `FILE:` where the file is the document itself.
  private var prefix: String {
    switch self {
    case .wrongRoot(let file, let entry, _, _, _), .missingAttribute(let file, let entry, _, _, _),
      .badAttribute(let file, let entry, _, _, _, _), .duplicateGUID(let file, let entry, _, _, _):
      entry.isEmpty ? "\(file):" : "\(file): \(entry):"
    default: ""
    }
  }

  /// What to do about it; can be pasted where it is a command.
  public var hint: String? {
    switch self {
    case .file(.badByte), .file(.badUTF16), .file(.containsNull):
      "a text of a project is UTF-8; export it again from the program it is from"
    case .file: "export the project again from the program it is from"
    case .notAProject, .unknownDatabase: "what can be read is listed by: realist formats"
    case .transcript(let file): "realist source import \(file)"
    case .noProject, .severalProjects, .wrongRoot:
      "export it as REFI-QDA project (.qdpx) from the program it is from"
    case .missingAttribute, .badAttribute, .duplicateGUID, .cycle:
      "the file breaks the standard; export it again, or mend it there by hand"
    case .database, .missingTable: "copy the file again while the program it is from is closed"
    case .ownStudy(let file): "work with it: realist status --study \(file)"
    case .tooLarge: "split the project in the program it is from"
    case .unwritable: "realist check"
    }
  }
}
