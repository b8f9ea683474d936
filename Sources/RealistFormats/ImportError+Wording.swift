import RealistModel

extension ImportError {
  /// One sentence, the place first, lower case, without a full stop.
  public var message: String {
    switch self {
    case .unknownEncoding(let name): "there is no encoding called '\(name)'"
    case .unsupported(let file, let kind): "\(file): this is \(kind.rawValue), which cannot be read"
    case .empty(let file): "\(file): the file is empty"
    case .tooLarge(let file, let bytes, let limit):
      "\(file): \(Self.megabytes(bytes)) MB is more than the \(limit >> 20) MB a transcript may have"
    case .tooManyLines(let file, let limit): "\(file): it has more than \(limit) lines"
    case .badByte(let file, let place, let byte, .utf8):
      "\(file):\(place.line):\(place.column): byte \(byte.hexadecimal) is not valid UTF-8"
    case .badByte(let file, let place, let byte, let encoding):
      "\(file):\(place.line):\(place.column): byte \(byte.hexadecimal) stands for no character in \(encoding.rawValue)"
    case .badUTF16(let file, let place, let encoding):
      "\(file):\(place.line):\(place.column): half a character in \(encoding.rawValue)"
    case .noByteOrderMark(let file):
      "\(file): nothing says which UTF-16 it is, for it has no byte order mark"
    case .otherByteOrderMark(let file, let mark, let named):
      "\(file): its byte order mark says \(mark.rawValue), not \(named.rawValue)"
    case .containsNull(let file, let place, _):
      "\(file):\(place.line):\(place.column): character U+0000 cannot be part of a text"
    case .noHeader(let file): "\(file):1: a WebVTT file begins with the line WEBVTT"
    case .noCues(let file, let format): "\(file): there is no cue in it, as \(format)"
    case .badTiming(let file, let line): "\(file):\(line): this is no timing line"
    case .cutShort(let file, let line): "\(file):\(line): the file ends in the middle of a cue"
    case .endsEarly(let file): "\(file): the file ends too early: it is cut short"
    case .needsPages(let file): "\(file): the words of a PDF have to be taken out of it first"
    case .onlyPictures(let file, let pages):
      "\(file): there is no text on \(pages == 1 ? "its page" : "any of its \(pages) pages"): it is a scan"
    case .malformedJSON(let file, let place):
      "\(file):\(place.line):\(place.column): the JSON is malformed"
    case .badRow(let file, let line): "\(file):\(line): this row is not like the others"
    case .noTurns(let file, let format): "\(file): nobody says anything in it, as \(format)"
    case .noSheet, .noRows, .badTable, .noColumn, .emptyID, .repeatedID, .badCell, .noAnswers: tableMessage
    default: archiveMessage
    }
  }

  private var tableMessage: String {
    switch self {
    case .noSheet(let file, let name, _): "\(file): there is no sheet called '\(name)'"
    case .noRows(let file): "\(file): there is no row below a heading in it"
    case .badTable(let file, let error): "\(file):\(error.line):\(error.column): \(Self.words(error.kind))"
    case .noColumn(let file, let name, _): "\(file): there is no column called '\(name)'"
    case .emptyID(let file, let line, let column): "\(file):\(line): '\(column)' is empty in this row"
    case .repeatedID(let file, let line, let first, let column):
      "\(file):\(line): '\(column)' says the same in this row and in row \(first)"
    case .badCell(let file, let line, let column, let kind):
      "\(file):\(line): this row's '\(column)' is no \(kind), as the study has it"
    case .noAnswers(let file): "\(file): no column has answers in words"
    default: ""
    }
  }

  private static func words(_ kind: CSVError.Kind) -> String {
    switch kind {
    case .notUTF8(let byte): "byte \(byte.hexadecimal) is not valid UTF-8"
    case .unclosedQuote: "this quotation mark is never closed"
    case .textAfterQuote: "text after a closing quotation mark"
    }
  }

  private var archiveMessage: String {
    switch self {
    case .notAnArchive(let file): "\(file): a Word or OpenDocument file is a ZIP archive, and this is none"
    case .damagedArchive(let file, nil): "\(file): the ZIP archive is damaged or incomplete"
    case .damagedArchive(let file, let entry?): "\(file): \(entry) in the ZIP archive is damaged"
    case .encrypted(let file, let entry): "\(file): \(entry) is encrypted"
    case .unsafeEntry(let file, let entry):
      "\(file): the archive has an entry with an unsafe name, '\(entry)'"
    case .duplicateEntry(let file, let entry): "\(file): the archive has two entries called '\(entry)'"
    case .tooManyEntries(let file, let count, let limit):
      "\(file): the archive has \(count) entries, more than \(limit)"
    case .lyingSize(let file, let entry): "\(file): \(entry) is not of the size the archive says"
    case .inflatesTooMuch(let file, let entry): "\(file): \(entry) unpacks to more than a document can be"
    case .noDocument(let file): "\(file): there is no document in this archive"
    case .doctype(let file, let entry): "\(file): \(entry) has a DOCTYPE, which no such document has"
    case .malformedXML(let file, let entry, let place):
      "\(file): \(entry):\(place.line):\(place.column): the XML is malformed"
    case .nestedTooDeep(let file, let entry, let limit):
      "\(file): \(entry) nests more than \(limit) elements"
    default: ""
    }
  }

  /// What to do about it; can be pasted where it is a command.
  public var hint: String? {
    switch self {
    case .unknownEncoding:
      "known are \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"
    case .unsupported(let file, let kind): Self.hint(for: kind, file: file)
    case .empty: nil
    case .tooLarge, .tooManyLines: "split it into several sources"
    case .badByte(let file, _, _, .utf8), .badByte(let file, _, _, .latin1):
      "say which encoding it is: realist source import \(file) --encoding windows-1252"
    case .badByte(let file, _, _, _):
      "say which encoding it is: realist source import \(file) --encoding utf-8"
    case .badUTF16(let file, _, _):
      "the file may be cut short, or be of another encoding: realist source import \(file) --encoding utf-8"
    case .noByteOrderMark(let file):
      "say which of the two it is: realist source import \(file) --encoding utf-16le"
    case .otherByteOrderMark(let file, let mark, _):
      "believe the file: realist source import \(file) --encoding \(mark.rawValue)"
    case .containsNull(let file, _, let encoding?):
      "it looks like UTF-16: realist source import \(file) --encoding \(encoding.rawValue)"
    case .containsNull: "is this a text file?"
    case .noHeader(let file): "if it is SubRip: realist source import \(file) --format srt"
    case .noCues(let file, _):
      "if it is a text without times: realist source import \(file) --format plain"
    case .badTiming: "a timing line looks like 00:00:07.200 --> 00:00:10.000"
    case .cutShort, .damagedArchive, .endsEarly, .malformedJSON: "download or copy the file again"
    case .needsPages(let file):
      "pdftotext takes them out: apt-get install poppler-utils, then import \(file) again"
    case .onlyPictures(let file, _): "make its text readable first: ocrmypdf \(file) \(file)"
    case .noSheet(_, _, let names): "its sheets are \(names.map { "'\($0)'" }.joined(separator: ", "))"
    case .noRows: "the first row that is filled all along is taken for the heading"
    case .badTable: "open it in a spreadsheet and save it as CSV again"
    case .noColumn(_, let name, let names):
      Self.suggestion(name, names)
    case .emptyID, .repeatedID:
      "name the column that tells the respondents apart: --id COLUMN, or number them: --id -"
    case .badCell(_, _, let column, _): "leave the column out: --leave-out '\(column)'"
    case .noAnswers: "name the columns that are: --open COLUMN"
    case .badRow(let file, _), .noTurns(let file, _):
      "if it is to be read as text: realist source import \(file) --format plain"
    case .notAnArchive(let file):
      "if it is a text file: realist source import \(file) --format plain"
    case .encrypted: "open it in Word and save it without a password"
    case .unsafeEntry, .duplicateEntry, .tooManyEntries, .lyingSize, .inflatesTooMuch, .doctype,
      .nestedTooDeep:
      "no word processor writes such a file; if you trust it, open it in Word or LibreOffice and save it again"
    case .noDocument, .malformedXML: "open it in Word or LibreOffice and save it again"
    }
  }

  private static func hint(for kind: ForeignKind, file: String) -> String {
    switch kind {
    case .oldWord: "open it in Word or LibreOffice and save it as DOCX"
    case .spreadsheet: "if it is a survey: realist survey import \(file)"
    case .openDocument, .presentation: "save the words as DOCX or as plain text and import that"
    case .json: "if it is to be read as text: realist source import \(file) --format plain"
    case .sqlite, .recording: "import its transcript: realist formats lists what can be read"
    }
  }

  private static func suggestion(_ name: String, _ names: [String]) -> String {
    guard let first = Suggestion.nearest(to: name, in: names, limit: 1).first else {
      return "--dry-run lists the columns"
    }
    return "did you mean '\(first)'? --dry-run lists the columns"
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
