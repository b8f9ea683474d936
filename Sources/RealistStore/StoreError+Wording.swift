import RealistModel

extension StoreError {
  /// One sentence: lower case, place first, no full stop. Never words of a transcript.
  public var message: String {
    switch self {
    case .noFile(let path): "\(path): there is no such study"
    case .fileExists(let path): "\(path): the file exists already"
    case .notAStudy(let path): "\(path): this is not a Realist study"
    case .newer(let path, let found, let known):
      "\(path): the study was written by a newer version (schema \(found), this program knows \(known))"
    case .older(let path, let found, let known):
      "\(path): the study is of an older version (schema \(found), this program writes \(known)) and cannot be written to, so it cannot be brought up to date"
    case .locked(let path): "\(path): the study is in use by another process"
    case .readOnly(let path): "\(path): the study cannot be written to"
    case .damaged(let path): "\(path): the study file is damaged"
    case .cannotOpen(let path): "\(path): the study cannot be opened"
    case .diskFull(let path): "\(path): the disk is full; nothing was changed"
    case .fileMoved(let path):
      "\(path): the study file was moved, deleted or replaced since it was opened; nothing was changed"
    case .inputOutput(let path): "\(path): the disk could not be read or written; nothing was changed"
    case .interrupted: "stopped; nothing was changed"
    case .badSearch(let reason): "the search cannot be read: \(reason)"
    case .unknown(let kind, let name, _): "there is no \(kind.rawValue) '\(name)'"
    case .ambiguous(let kind, let name, let candidates):
      "'\(name)' names \(candidates.count) \(kind.plural)"
    case .taken(let kind, let name): "there is already a \(kind.rawValue) '\(name)'"
    case .invalidName(let kind, let name, let reason): "'\(name)' cannot name a \(kind.rawValue): \(reason)"
    case .cycle(let code, let into): "'\(code)' cannot move below itself to '\(into)'"
    case .inUse(let kind, let name, let by):
      "\(kind.rawValue) '\(name)' is used by " + by.map(\.phrase).joined(separator: " and ")
    case .span(let source, let error): "\(source): \(error.phrase)"
    case .contentDamaged(let source): "\(source): the stored text does not match its check value"
    case .nothingToUndo: "there is nothing to undo"
    case .nothingToRedo: "there is nothing to redo"
    case .moved(let entry):
      "the change that comes next is number \(entry.number), by \(entry.coder): \(entry.command)"
    case .conflict(let entry, let table):
      "entry \(entry) cannot be replayed: its \(table) rows are not as it left them; nothing was changed"
    case .database(let code, let message): "the study file refused the change (SQLite \(code): \(message))"
    }
  }

  /// What to do about it, ready to paste where that is possible.
  public var hint: String? {
    switch self {
    case .noFile(let path): "make one: realist init \(path) --title \"…\""
    case .fileExists: "choose another name, or remove the file first"
    case .notAStudy: "name a .realist file with --study"
    case .newer: "install the newer version of realist, or ask for the study folder: realist export folder"
    case .older: "copy it to a folder that you may write to, and open the copy"
    case .locked: "wait until the other command has finished, then try again"
    case .cannotOpen: "check that the folder exists and may be written to"
    case .fileMoved: "put it back where it was, or open it where it is now"
    case .readOnly: "check the permissions of the file and of its folder"
    case .damaged:
      "keep the file as it is, and go on with a copy, or with its study folder: realist build FOLDER"
    case .unknown(let kind, _, let nearest):
      if nearest.isEmpty {
        kind.listHint
      } else {
        "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
      }
    case .ambiguous(_, _, let candidates):
      "say which: " + candidates.prefix(5).joined(separator: ", ") + (candidates.count > 5 ? ", …" : "")
    case .inUse(.slot, _, _): "give those another letter first: realist cmo list, realist linked-coding list"
    case .inUse: "add --yes to go ahead; realist undo brings everything back"
    case .nothingToRedo: "only what was just undone can be redone: realist log"
    case .badSearch: "put a phrase in quotation marks, join words with AND, OR, NOT or NEAR(a b, 5)"
    case .conflict: "realist check says what is wrong with the study"
    default: nil
    }
  }
}

extension StoreError.Kind {
  /// As in "1 coding".
  public var singular: String { self == .evidence ? "piece of evidence" : rawValue }

  /// As in "3 codings".
  public var plural: String {
    switch self {
    case .evidence: "pieces of evidence"
    case .theory: "theories"
    case .query: "queries"
    case .summary: "summaries"
    default: rawValue + "s"
    }
  }

  fileprivate var listHint: String? {
    switch self {
    case .participant, .source: "list them: realist \(rawValue) list"
    case .code: "list them: realist code list --tree"
    case .configuration, .element: "list them: realist cmo list"
    case .factor, .link, .stage: "list them: realist toc list"
    case .evidence: "list them: realist evidence list"
    case .linkedCoding: "list them: realist linked-coding list"
    case .theory: "list them: realist theory list"
    case .query: "list them: realist query list"
    case .contextTable: "list them: realist context list"
    default: nil
    }
  }
}

extension StoreError.Dependents {
  fileprivate var phrase: String { count == 1 ? "1 \(kind.singular)" : "\(count) \(kind.plural)" }
}

extension SpanError {
  fileprivate var phrase: String {
    switch self {
    case .empty(let offset): "the span at \(offset) is empty"
    case .outOfBounds(let start, let end, let length):
      if let length {
        "the span \(start)..\(end) is outside the text of \(length) characters"
      } else {
        "the span \(start)..\(end) is outside the text"
      }
    }
  }
}
