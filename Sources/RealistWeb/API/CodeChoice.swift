import RealistModel
import RealistStore

/// A code to put on a passage: one that is there, or the path of one that is made when it is not.
enum CodeChoice {
  case id(ID<Code>)
  case path(String)

  /// What the member `codes` lists.
  static func list(_ body: Members) throws -> [CodeChoice] {
    try (body.objects("codes", known: ["id", "path"]) ?? []).map { choice in
      if let id = try choice.id("id", of: Code.self) { return .id(id) }
      return .path(try choice.requiredText("path"))
    }
  }
}

/// What came of putting codes on a passage.
struct Tagged {
  var paths: [String] = []
  var made: [String] = []

  /// The journal's words.
  func command(for span: TextSpan, of source: Source) -> String {
    "tag \(source.name) \(span.start)..\(span.end)" + (paths.isEmpty ? "" : " with \(series(paths))")
  }
}

extension StudyWriter {
  /// Puts codes on a segment. Without any, the note is the segment's own.
  func tag(_ segment: Segment, with choices: [CodeChoice], memo: String) throws -> Tagged {
    var (tagged, segment) = (Tagged(), segment)
    var ids: [ID<Code>] = []
    for choice in choices {
      switch choice {
      case .id(let id): ids.append(id)
      case .path(let path):
        let added = try addCode(path: path)
        ids.append(added.id)
        tagged.made += added.made
      }
    }
    let tree = try reader.codeTree()
    for id in ids.distinct {
      guard let node = tree[id] else { throw WebError.gone(.code) }
      try tag(segment.id, with: id, memo: memo)
      tagged.paths.append(node.path)
    }
    if ids.isEmpty, !memo.isEmpty, segment.memo != memo {
      segment.memo = memo
      try put(segment)
    }
    return tagged
  }
}
