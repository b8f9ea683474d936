import RealistModel

extension ConfigurationNotation {
  /// A stretch of a statement: prose, or a tag.
  public struct Part: Hashable, Sendable {
    /// As written.
    public var text: String
    /// The place of the tag's element among the elements of the statement, from 0; `nil` for prose.
    public var element: Int?

    public init(_ text: String, element: Int? = nil) { (self.text, self.element) = (text, element) }
  }

  /// A statement cut at its tags; joined, the parts are the statement again. What cannot be read as a tag is prose.
  public static func parts(of statement: String, template: Template) -> [Part] {
    let lines = NotationLines(Array(statement.utf8))
    var tags = StatementTags(lines: lines, template: template)
    tags.read(0..<lines.bytes.count)
    var (parts, end) = ([Part](), 0)
    func text(_ range: Range<Int>) -> String { String(decoding: lines.bytes[range], as: UTF8.self) }
    for (place, tag) in tags.ranges.enumerated() {
      if end < tag.lowerBound { parts.append(Part(text(end..<tag.lowerBound))) }
      parts.append(Part(text(tag), element: place))
      end = tag.upperBound
    }
    if end < lines.bytes.count { parts.append(Part(text(end..<lines.bytes.count))) }
    return parts
  }
}
