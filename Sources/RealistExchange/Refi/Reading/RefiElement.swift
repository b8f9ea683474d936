/// The elements of a REFI-QDA project or codebook, by local name.
enum RefiElement: String, Sendable {
  case project = "Project"
  case codeBook = "CodeBook"
  case users = "Users"
  case user = "User"
  case codes = "Codes"
  case code = "Code"
  case variables = "Variables"
  case variable = "Variable"
  case cases = "Cases"
  case `case` = "Case"
  case variableValue = "VariableValue"
  case textValue = "TextValue"
  case booleanValue = "BooleanValue"
  case integerValue = "IntegerValue"
  case floatValue = "FloatValue"
  case dateValue = "DateValue"
  case dateTimeValue = "DateTimeValue"
  case sources = "Sources"
  case textSource = "TextSource"
  case pictureSource = "PictureSource"
  case pdfSource = "PDFSource"
  case audioSource = "AudioSource"
  case videoSource = "VideoSource"
  case representation = "Representation"
  case textDescription = "TextDescription"
  case transcript = "Transcript"
  case plainTextContent = "PlainTextContent"
  case plainTextSelection = "PlainTextSelection"
  case pictureSelection = "PictureSelection"
  case pdfSelection = "PDFSelection"
  case audioSelection = "AudioSelection"
  case videoSelection = "VideoSelection"
  case transcriptSelection = "TranscriptSelection"
  case syncPoint = "SyncPoint"
  case coding = "Coding"
  case codeRef = "CodeRef"
  case noteRef = "NoteRef"
  case sourceRef = "SourceRef"
  case selectionRef = "SelectionRef"
  case variableRef = "VariableRef"
  case notes = "Notes"
  case note = "Note"
  case links = "Links"
  case link = "Link"
  case sets = "Sets"
  case set = "Set"
  case memberCode = "MemberCode"
  case memberSource = "MemberSource"
  case memberNote = "MemberNote"
  case graphs = "Graphs"
  case graph = "Graph"
  case vertex = "Vertex"
  case edge = "Edge"
  case description = "Description"
  /// Anything else, with whatever is in it.
  case unknown = ""

  /// The kind of a document element; nil for any other.
  var document: ForeignDocument.Kind? {
    switch self {
    case .textSource, .representation, .textDescription, .transcript: .text
    case .pictureSource: .picture
    case .pdfSource: .pdf
    case .audioSource: .audio
    case .videoSource: .video
    case .note: .note
    default: nil
    }
  }

  var isRegion: Bool {
    switch self {
    case .pictureSelection, .pdfSelection, .audioSelection, .videoSelection: true
    default: false
    }
  }

  /// Whether its character data is a value.
  var hasText: Bool {
    switch self {
    case .plainTextContent, .description, .textValue, .booleanValue, .integerValue, .floatValue, .dateValue,
      .dateTimeValue, .memberNote:
      true
    default: false
    }
  }
}
