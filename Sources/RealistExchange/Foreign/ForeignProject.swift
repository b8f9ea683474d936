import RealistModel

/// A project of another program as its file says it, before it is made a study: names as they are, relations by GUID.
struct ForeignProject: Sendable {
  /// What the file is, e.g. `REFI-QDA project`.
  var format: String
  /// The program that wrote it, as it calls itself; empty when nothing says.
  var origin = ""
  /// How the file counts, where its reader has turned that into code points already.
  var counting: String?
  var name = ""
  var description = ""
  /// The GUID of the project itself, where it has one.
  var guid: GUID?
  var creator: GUID?
  var created: Timestamp?
  /// Notes about the whole project.
  var notes: [GUID] = []
  var coders: [GUID: String] = [:]
  var codes: [ForeignCode] = []
  var variables: [ForeignVariable] = []
  var cases: [ForeignCase] = []
  var sources: [ForeignDocument] = []
  var memos: [ForeignDocument] = []
  var links: [ForeignLink] = []
  var sets: [ForeignSet] = []
  var graphs: [ForeignGraph] = []

  init(format: String) { self.format = format }

  /// Who did something, by name; `nil` where the file does not say.
  mutating func coder(_ name: String) -> GUID? {
    guard !name.isEmpty else { return nil }
    let guid = GUID(coder: name)
    coders[guid] = name
    return guid
  }
}

extension GUID {
  /// Of a coder who is known by name only.
  init(coder name: String) { self.init(naming: "coder \(name)") }
}

struct ForeignCode: Sendable {
  var guid: GUID
  var parent: GUID?
  var name: String
  var description = ""
  var colour = ""
  var isCodable = true
  var notes: [GUID] = []
}

/// A column of cases or sources.
struct ForeignVariable: Sendable {
  var guid: GUID
  var name: String
  /// `Text`, `Boolean`, `Integer`, `Float`, `Date` or `DateTime`.
  var type: String
  var description = ""
}

struct ForeignValue: Sendable {
  var variable: GUID
  /// nil for a value that is not given.
  var text: String?
}

/// A person, or another unit of comparison.
struct ForeignCase: Sendable {
  var guid: GUID
  var name: String
  var description = ""
  var codes: [GUID] = []
  var values: [ForeignValue] = []
  var sources: [GUID] = []
  var selections: [GUID] = []
}

/// Something with a text: a source, a transcript of it, a note.
struct ForeignDocument: Sendable {
  enum Kind: String, Sendable { case text, pdf, picture, audio, video, note }

  var guid: GUID
  var kind: Kind
  var name = ""
  var description = ""
  /// Where the text or the recording lies, as the file says it.
  var path = ""
  var richPath = ""
  /// A text that stood in the file itself.
  var inline: [UInt8]?
  /// The text, where it was there.
  var text: ForeignText?
  var creator: GUID?
  var created: Timestamp?
  var selections: [ForeignSelection] = []
  /// Selections in pictures, pages and recordings.
  var regions: [ForeignRegion] = []
  /// Codings of the whole document.
  var codings: [ForeignCoding] = []
  var notes: [GUID] = []
  var values: [ForeignValue] = []
  var syncPoints: [ForeignSyncPoint] = []
  /// Transcripts, representations as text, descriptions.
  var renderings: [ForeignDocument] = []

  init(guid: GUID, kind: Kind) { (self.guid, self.kind) = (guid, kind) }
}

/// A stretch of a text that was marked.
struct ForeignSelection: Sendable {
  var guid: GUID
  /// Often the words, sometimes cut short; sometimes anything else.
  var name: String
  /// In the units of the program that wrote it.
  var start: Int
  var end: Int
  var description = ""
  var creator: GUID?
  var created: Timestamp?
  var codings: [ForeignCoding] = []
  var notes: [GUID] = []
}

/// A part of a picture, a page or a recording that was marked.
struct ForeignRegion: Sendable {
  var guid: GUID
  /// In words: `page 0, 10,700 to 200,650`, `5.0 s to 21.0 s`.
  var place: String
  var name = ""
  var description = ""
  /// The words there, where the file gives them.
  var words = ""
  var creator: GUID?
  var created: Timestamp?
  var codings: [ForeignCoding] = []
  var notes: [GUID] = []
}

struct ForeignCoding: Sendable {
  var guid: GUID
  var code: GUID?
  var creator: GUID?
  var created: Timestamp?
  var notes: [GUID] = []
  /// A note on the coding itself, in formats that have one.
  var memo = ""
}

/// A moment of a recording and the place in its transcript.
struct ForeignSyncPoint: Sendable {
  var guid: GUID
  var milliseconds: Int
  var position: Int?
}

struct ForeignLink: Sendable {
  var guid: GUID
  var name = ""
  var direction = ""
  var origin: GUID?
  var target: GUID?
  var notes: [GUID] = []
}

struct ForeignSet: Sendable {
  var guid: GUID
  var name: String
  var description = ""
  var codes: [GUID] = []
  var sources: [GUID] = []
  var notes: [GUID] = []
}

struct ForeignGraph: Sendable {
  var guid: GUID
  var name = ""
  var vertices: [ForeignVertex] = []
  var edges: [ForeignEdge] = []
}

struct ForeignVertex: Sendable {
  var guid: GUID
  var represented: GUID?
  var name = ""
}

struct ForeignEdge: Sendable {
  var guid: GUID
  var represented: GUID?
  var name = ""
  var source: GUID
  var target: GUID
  var direction = ""
}
