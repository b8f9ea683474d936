import RealistAnalysis
import RealistCausalMap
import RealistDiagrams
import RealistFormats
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

/// What to do about an error, for somebody at the page: the libraries' hints, but where those name commands or options, what there is on
/// the page instead. `nil` where the page has nothing to offer.
enum Hints {
  /// A parameter of the import that may help, so that the page can offer it.
  struct Offer {
    var name: String
    var value: String
  }

  static func hint(_ error: ImportError) -> String? {
    switch error {
    case .badByte(_, _, _, .utf8), .badByte(_, _, _, .latin1):
      "say which encoding it is; that of most older Windows programs is windows-1252"
    case .badByte: "say which encoding it is, such as utf-8"
    case .badUTF16: "the file may be cut short, or be of another encoding, such as utf-8"
    case .noByteOrderMark: "say which of the two it is, utf-16le or utf-16be"
    case .otherByteOrderMark(_, let mark, _): "believe the file and import it as \(mark.rawValue)"
    case .containsNull(_, _, let encoding?): "it looks like the encoding \(encoding.rawValue)"
    case .noHeader: "if it is SubRip, import it as that"
    case .noCues: "if it is a text without times, import it as plain text"
    case .badRow, .noTurns, .unsupported(_, .json): "if it is to be read as words, import it as plain text"
    case .notAnArchive: "if it is a text file, import it as plain text"
    case .needsPages: "pdftotext takes them out: install poppler-utils, then import it again"
    case .onlyPictures: "make its text readable first, with ocrmypdf or the scanner's own program"
    case .unsupported(_, .sqlite), .unsupported(_, .recording): "import its transcript"
    case .noColumn, .emptyID, .repeatedID, .badCell, .noAnswers: nil
    default: error.hint
    }
  }

  /// What the page can import it with instead.
  static func offer(_ error: ImportError) -> Offer? {
    func encoding(_ value: TextEncoding) -> Offer { Offer(name: "encoding", value: value.rawValue) }
    return switch error {
    case .badByte(_, _, _, .utf8), .badByte(_, _, _, .latin1): encoding(.windows1252)
    case .badByte, .badUTF16: encoding(.utf8)
    case .noByteOrderMark: encoding(.utf16LittleEndian)
    case .otherByteOrderMark(_, let mark, _): encoding(mark)
    case .containsNull(_, _, let looksLike?): encoding(looksLike)
    case .noHeader: Offer(name: "format", value: "srt")
    case .noCues, .badRow, .noTurns, .notAnArchive, .unsupported(_, .json):
      Offer(name: "format", value: "plain")
    default: nil
    }
  }

  static func hint(_ error: StoreError) -> String? {
    switch error {
    case .unknown(_, _, let nearest) where nearest.isEmpty: nil
    case .inUse(.slot, _, _): "give those another letter first"
    case .inUse: "confirm it to go ahead; undo brings everything back"
    case .nothingToRedo: "only what was just undone can be redone"
    case .moved: "look at it first: undo takes back the newest change, whoever made it"
    case .locked: "wait until the other program has finished, then try again"
    case .newer: "install the newer version of realist"
    case .conflict: "what was changed since stands in the way; look at the newest entries of the journal"
    case .noFile, .fileExists, .notAStudy, .damaged: nil
    default: error.hint
    }
  }

  static func hint(_ error: FilterError) -> String? {
    if case .unknownField(_, nil) = error.reason { return "the attributes are the columns of People" }
    return error.hint
  }

  static func hint(_ error: QueryError) -> String? {
    switch error.reason {
    case .condition(.unknownField(_, nil)): "the attributes are the columns of People"
    case .unknownCode(_, let nearest) where nearest.isEmpty:
      "the codes are in the codebook; a condition needs a comparison, such as band >= 4"
    case .unknownQuery(_, nil), .circular, .inSaved: "the saved queries are among the tables"
    default: error.hint
    }
  }

  static func hint(_ error: ReportError) -> String? {
    if case .unknownSlot(_, let letters) = error {
      return "the order is written as \(letters.joined(separator: "-").lowercased())"
    }
    return error.hint
  }

  static func hint(_ error: GraphvizError) -> String {
    switch error {
    case .missing: "install Graphviz (sudo apt install graphviz); the page draws it by itself until then"
    case .system, .failed: "the page draws it by itself; the graph can be downloaded as DOT"
    case .timedOut: "draw less of it: choose a factor or a stage, or links of more sources"
    }
  }

  static func hint(_ error: MapError) -> String? {
    if case .unknownFactor(_, let nearest) = error, nearest.isEmpty {
      return "the factors are in the table of the causal map's factors"
    }
    return error.hint
  }

  static func hint(_ error: RigourMaterialError) -> String? {
    switch error {
    case .noCode: "add one in the codebook"
    case .noCoding, .noCodedInterview: "tag a passage: select it in its transcript and press Enter"
    case .onlyCoder: "let somebody else code the same sources, with their own name as coder"
    case .oneCoderNamed: "choose another, or neither for all"
    case .noSharedSource(let coders):
      coders.count > 2
        ? "choose two coders, or count sources of only some" : "each has to code the same sources"
    case .noSharedCode: "the codebook says which codes were used"
    case .overlapping: "compare code by code, or choose a code whose subcodes exclude each other"
    case .comparesTwo: "choose two coders, or another coefficient"
    case .comparesBorders: "judge characters"
    case .comparesCodes: "compare overall, and choose a code whose subcodes exclude each other"
    case .mixed: "ask for one after the other"
    case .intervalOfOneSource: "compare code by code or overall"
    case .noInterview(let other?): "other sources count when their kind is chosen, such as \(other.rawValue)"
    case .noInterview(nil): "import one, from the list of sources"
    case .tooFewToReorder: "leave out the random orders, or choose a smaller base and run"
    case .unknownCoder: error.hint
    }
  }

  static func hint(_ error: RigourError) -> String? {
    switch error {
    case .tooFewToResample: "leave out the intervals, or let both coders code another source"
    case .tooManyCoders: "choose two of them"
    default: error.hint
    }
  }
}
