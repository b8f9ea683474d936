extension Table {
  /// The content of one column in one row.
  public struct Cell: Hashable, Sendable {
    /// Plain text, or lines where a line has a style, a note, or is an item of its own.
    public enum Content: Hashable, Sendable {
      case text(String)
      case lines([Line])
    }

    public var content: Content
    /// Whether it is the lower part of the cell above. Ignored in the first row and below a group heading.
    public var continues: Bool
    /// What it leads to or what leads to it, in files of several tables.
    public var reference: Reference?

    public init(_ content: Content, continues: Bool = false, reference: Reference? = nil) {
      (self.content, self.continues, self.reference) = (content, continues, reference)
    }

    public init(_ text: String) { self.init(.text(text)) }
    public init(_ number: Int) { self.init(.text("\(number)")) }
    public init(_ lines: [Line], continues: Bool = false) { self.init(.lines(lines), continues: continues) }
    /// One item a line.
    public init(items: [String]) { self.init(.lines(items.map { Line($0) })) }

    public static let empty = Cell(.text(""))

    /// The cell as lines; a text without line breaks is one, the empty text none.
    public var lines: [Line] {
      switch content {
      case .lines(let lines): lines
      case .text(let text):
        text.isEmpty ? [] : text.lineByLine.map { Line(String($0)) }
      }
    }

    /// The lines as people read them in a column.
    package func lines(in column: Column) -> [Line] {
      let lines = self.lines
      guard column.kind == .inlineList, lines.count > 1 else { return lines }
      return [Line(lines.map(\.text).joined(separator: ", "))]
    }

    public var isEmpty: Bool {
      switch content {
      case .text(let text): text.isEmpty
      case .lines(let lines): lines.isEmpty
      }
    }

    /// The words alone, lines joined.
    public func text(separator: String = "\n") -> String {
      switch content {
      case .text(let text): text
      case .lines(let lines): lines.map(\.text).joined(separator: separator)
      }
    }
  }

  /// One end of a link from a cell of one table to a cell of another. Formats without links leave it out.
  public enum Reference: Hashable, Sendable {
    /// The cell is the place of these names.
    case places([String])
    /// The cell leads to the place of that name.
    case link(String)
  }

  /// One line or item of a cell.
  public struct Line: Hashable, Sendable {
    public enum Style: Hashable, Sendable { case plain, heading, quotation }

    public var text: String
    public var style: Style
    /// The note the line refers to.
    public var note: Int?

    public init(_ text: String, style: Style = .plain, note: Int? = nil) {
      (self.text, self.style, self.note) = (text, style, note)
    }
  }
}
