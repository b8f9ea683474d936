import LoopbackServer
import RealistAnalysis
import RealistCausalMap
import RealistDiagrams
import RealistEditing
import RealistFolder
import RealistFormats
import RealistModel
import RealistOffice
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

/// An error as it goes over the wire: which error becomes which status is decided here and nowhere else.
struct Refusal {
  var status: Int
  /// One word for the page to tell errors apart.
  var kind: String
  var message: String
  var hint: String?
  /// What stands in the way, where something does.
  var dependents: [StoreError.Dependents] = []
  /// What a file can be imported with instead.
  var offer: Hints.Offer?
  /// What stands there by now, where somebody else was faster.
  var now: String?
  /// Where in a statement it is.
  var place: TextPlace?
  var headers: [String: String] = [:]

  /// - Parameter file: the study's path, which is named without its folders.
  init(_ error: any Error, file: String) {
    switch error {
    case let error as WebError: self.init(error)
    case let error as StoreError: self.init(error, file: file)
    case let error as FilterError: self.init(400, "condition", error.message, Hints.hint(error))
    case let error as QueryError: self.init(400, "condition", error.message, Hints.hint(error))
    case let error as EditingError: self.init(error)
    case let error as Problems:
      self.init(400, "notation", error.message, error.hint)
      place = error.place
    case let error as ImportError:
      self.init(400, "import", error.message, Hints.hint(error))
      offer = Hints.offer(error)
    case let error as FolderError: self.init(400, "notation", error.message, error.hint)
    case let error as AttributeError: self.init(400, "attribute", error.message, error.hint)
    case let error as PDFPagesError:
      self.init(
        error.isMissing ? 503 : 400, error.isMissing ? "pdfMissing" : "import", error.message, error.hint)
    case let error as OfficeError: self.init(500, "export", error.message, nil)
    case let error as ReportError: self.init(400, "option", error.message, Hints.hint(error))
    case let error as RigourMaterialError: self.init(400, "option", error.message, Hints.hint(error))
    case let error as RigourError: self.init(400, "option", error.message, Hints.hint(error))
    case let error as MapError: self.init(400, "option", error.message, Hints.hint(error))
    case let error as GraphvizError: self.init(error)
    default: self.init(500, "defect", "something went wrong in the program; nothing was changed", nil)
    }
  }

  private init(_ status: Int, _ kind: String, _ message: String, _ hint: String?) {
    (self.status, self.kind, self.message, self.hint) = (status, kind, message, hint)
  }

  var response: HTTPResponse {
    var text = JSONText()
    text.object { json in
      json.member("error") { error in
        error.member("message", message)
        error.member("hint", hint)
        error.member("kind", kind)
        if let offer {
          error.member("offer") { json in
            json.member("name", offer.name)
            json.member("value", offer.value)
          }
        }
        if let now { error.member("now", now) }
        if let place {
          error.member("place") { json in
            json.member("line", place.line)
            json.member("column", place.column)
          }
        }
        if !dependents.isEmpty {
          error.member("counts", dependents) { one, json in
            json.member("kind", one.kind.rawValue)
            json.member("count", one.count)
          }
        }
      }
    }
    return HTTPResponse(
      status: status, contentType: JSONText.contentType, headers: headers, body: .bytes(text.bytes))
  }
}

extension JSONText {
  static let contentType = "application/json; charset=utf-8"

}

extension Refusal {
  private init(_ error: WebError) {
    let (status, kind): (Int, String) =
      switch error {
      case .noResource, .gone, .noCoding, .noTable: (404, "unknown")
      case .method: (405, "method")
      case .readOnly: (403, "readOnly")
      case .malformed: (400, "malformed")
      case .unknownMember, .badMember, .badCoder: (400, "value")
      case .mergeIntoItself: (409, "cycle")
      case .changed: (409, "changed")
      }
    self.init(status, kind, error.message, error.hint)
    if case .changed(_, let now) = error { self.now = now }
    if case .method(let allowed) = error { headers["Allow"] = allowed.joined(separator: ", ") }
  }

  private init(_ error: EditingError) {
    switch error {
    case .untagged: self.init(400, "notation", error.message, error.hint)
    case .alreadyImported: self.init(409, "alreadyImported", error.message, error.hint)
    case .sourceExists: self.init(409, "taken", error.message, error.hint)
    }
  }

  private init(_ error: GraphvizError) {
    if case .missing = error {
      self.init(503, "dotMissing", error.message, Hints.hint(error))
    } else {
      self.init(500, "drawing", error.message, Hints.hint(error))
    }
  }

  private init(_ error: StoreError, file: String) {
    let (status, kind) = Self.status(of: error)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    self.init(
      status, kind, error.message.replacing(file, with: name),
      Hints.hint(error)?.replacing(file, with: name))
    if case .inUse(_, _, let by) = error { dependents = by }
  }

  private static func status(of error: StoreError) -> (Int, String) {
    switch error {
    case .unknown: (404, "unknown")
    case .ambiguous: (409, "ambiguous")
    case .taken: (409, "taken")
    case .invalidName: (400, "invalidName")
    case .cycle: (409, "cycle")
    case .inUse: (409, "inUse")
    case .span: (400, "span")
    case .badSearch: (400, "badSearch")
    case .nothingToUndo: (409, "nothingToUndo")
    case .nothingToRedo: (409, "nothingToRedo")
    case .moved: (409, "moved")
    case .conflict: (409, "conflict")
    case .readOnly: (403, "readOnly")
    case .locked: (423, "locked")
    case .diskFull: (507, "diskFull")
    case .fileMoved: (410, "fileMoved")
    case .interrupted: (500, "interrupted")
    case .noFile, .fileExists, .notAStudy, .newer, .older, .cannotOpen: (500, "file")
    case .inputOutput: (507, "diskFailed")
    case .damaged, .contentDamaged: (500, "damaged")
    case .database: (500, "defect")
    }
  }
}
