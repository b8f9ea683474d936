import RealistFormats
import RealistNotation

extension FolderError {
  /// The first problem, and how many more there are.
  public var message: String {
    let first = problems.first?.message ?? "this is no study folder"
    return count > 1 ? "\(first) (and \(count - 1) more)" : first
  }

  public var hint: String? { problems.first?.hint }
}

extension FolderProblem {
  /// The place, then what is wrong: `codings.csv:12: no code "outcomes/servise"`. Never words of a transcript.
  public var message: String {
    switch (place, place?.column) {
    case (nil, _): "\(file): \(finding)"
    case (let place?, 0): "\(file):\(place.line): \(finding)"
    case (let place?, _): "\(file):\(place): \(finding)"
    }
  }

  private var finding: String {
    switch kind {
    case .missingFile: "there is no such file"
    case .csv(let kind): kind.message
    case .json(let kind): kind.message
    case .notation(let kind): NotationProblem(TextPlace(line: 1, column: 1), kind).message
    case .notUTF8(let byte): "byte \(byte.hexadecimal) is not valid UTF-8"
    case .forbiddenCharacter: "a null character or a lone carriage return"
    case .newerFormat(let version): "written in format version \(version), by a newer program"
    case .missingMember(let name): "the member \"\(name)\" is missing"
    case .wrongMember(let name, _): "the member \"\(name)\" does not fit"
    case .missingColumn(let name): "the column \"\(name)\" is missing"
    case .duplicateColumn(let name): "the column \"\(name)\" is there twice"
    case .tooManyCells(let expected, let found), .raggedRow(let expected, let found):
      "\(found) cells in a row under \(expected) columns"
    case .emptyCell(let column): "nothing in the column \"\(column)\""
    case .badCell(let column, let value, _): "\"\(value)\" does not fit the column \"\(column)\""
    case .duplicate(let thing, let name): "the \(thing) \"\(name)\" is there twice"
    case .unknown(let thing, let name, _): "no \(thing) \"\(name)\""
    case .badPath(let path): "\"\(path)\" is no code path"
    case .quoteNotFound(let source, _): "the quote is not in \(source)"
    case .quoteAmbiguous(let source, let count, _): "the quote is in \(source) \(count) times"
    case .noSuchOccurrence(let wanted, let count): "there is no occurrence \(wanted), only \(count)"
    case .missingQuote: "neither a quote nor a start and an end"
    case .spanOutside(let source, let length):
      "the span does not lie within the \(length) characters of \(source)"
    case .spanDiffers(let source): "the words of \(source) at this span are not the quote"
    case .unknownRevision(let source, let revision): "\(source) has no revision \(revision)"
    case .missingText(let source): "neither a text nor an original of \(source)"
    case .unreadableOriginal(let message, _): message
    case .wrongNumber(let number, let position): "the heading says CMO \(number), but it is CMO \(position)"
    case .notInLoop: "the loop has no such step"
    case .singleRole(let key): "\(key) links nothing: it has one role"
    case .roleOutside: "the words of the role do not lie within the passage"
    case .notListed: "no source of sources.csv has this text"
    }
  }

  /// What to do about it; `nil` when the message says it.
  public var hint: String? {
    switch kind {
    case .missingFile: "a study folder has at least study.json"
    case .csv(let kind): kind.hint
    case .json: "study.json is strict JSON: quotation marks around names, no comma after the last member"
    case .notation(let kind): NotationProblem(TextPlace(line: 1, column: 1), kind).hint
    case .notUTF8: "save the file as UTF-8"
    case .newerFormat: "install the newest version of realist"
    case .wrongMember(_, let expected): "write \(expected)"
    case .missingColumn(let name): "the first row names the columns; add \"\(name)\""
    case .raggedRow:
      "give every row as many cells as the heading; a cell with a comma stands in quotation marks"
    case .tooManyCells: "put cells that hold a comma into quotation marks"
    case .badCell(_, _, let expected): "write \(expected)"
    case .unknown(_, _, let nearest): nearest.map { "did you mean \"\($0)\"?" }
    case .badPath: "parts are joined by /, without spaces around it: outcomes/service/retention"
    case .quoteNotFound(let source, let closest):
      closest.isEmpty
        ? "copy the words from the text of \(source)"
        : "the closest passages of its text begin at " + closest.map(\.description).joined(separator: ", ")
    case .quoteAmbiguous(_, _, let places):
      "it begins at " + places.prefix(5).map(\.description).joined(separator: ", ")
        + "; say which: (occurrence 1), or the column occurrence"
    case .missingQuote: "give the words in the column quote, or start and end"
    case .spanDiffers: "leave start and end empty to have the quote found"
    case .missingText(let source):
      "put the text into sources/\(source).txt, or name the original in the column file"
    case .unreadableOriginal(_, let hint): hint
    case .wrongNumber(_, let position): "write ## CMO \(position): …, or put the headings in order"
    case .singleRole: "give each linked coding a row for every role, with the same key"
    case .roleOutside: "role_start and role_end count from the beginning of the source, as start and end do"
    case .notListed: "add a row for it to sources.csv"
    case .forbiddenCharacter, .missingMember, .duplicateColumn, .emptyCell, .duplicate, .noSuchOccurrence,
      .spanOutside, .unknownRevision, .notInLoop:
      nil
    }
  }
}

extension CSVError.Kind {
  var message: String {
    switch self {
    case .notUTF8(let byte): "byte \(byte.hexadecimal) is not valid UTF-8"
    case .unclosedQuote: "this quotation mark is never closed"
    case .textAfterQuote: "text after a closing quotation mark"
    }
  }

  var hint: String? {
    switch self {
    case .notUTF8: "save the file as UTF-8"
    case .unclosedQuote, .textAfterQuote: "a quotation mark inside a quoted cell is written twice: \"\""
    }
  }
}

extension JSONError.Kind {
  var message: String {
    switch self {
    case .notUTF8: "this is not valid UTF-8"
    case .unexpectedEnd: "the file ends too early"
    case .expected(let what): "expected \(what)"
    case .badEscape: "this escape is none of JSON's"
    case .badNumber: "this is no number of JSON"
    case .controlCharacter: "a control character inside a string"
    case .duplicateMember(let name): "the member \"\(name)\" is there twice"
    case .tooDeep: "nested more than 64 levels deep"
    case .textAfterValue: "text after the end of the value"
    }
  }
}
