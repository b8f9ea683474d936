import RealistFormats

/// Reads the words out of `content.xml`.
struct OpenDocumentText: XMLHandler {
  var paragraphs: [DocumentParagraph] { builder.paragraphs }
  private(set) var tally = DocumentTally()
  /// Whether it is a text at all, not a spreadsheet or a drawing.
  private(set) var hasBody = false
  private var builder = DocumentBuilder()
  private var styles = OpenDocumentStyles()

  /// What each open element is.
  private var path: [Part] = []
  /// How deep the element is whose content is left out.
  private var skippedFrom: Int?
  /// Whether the words of each open paragraph and span are in bold type.
  private var bold: [Bool] = []

  private enum Part { case paragraph, inline, row, cell, other }
  private static let namespace = "urn:oasis:names:tc:opendocument:xmlns:"

  var isOverfull: Bool { builder.isOverfull }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    var part = Part.other
    defer { path.append(part) }
    guard skippedFrom == nil else { return }
    let namespace = name.namespace.dropFirst(Self.namespace.utf8.count)
    guard name.namespace.hasPrefix(Self.namespace) else { return }
    switch namespace {
    case "text:1.0": part = startText(name.local, attributes)
    case "table:1.0": part = startTable(name.local)
    case "office:1.0":
      if name.local == "text" { hasBody = true }
      if name.local == "annotation" { skip(\.comments) }
    case "drawing:1.0": if name.local == "image" { tally.pictures += 1 }
    default: styles.start(name.local, attributes)
    }
  }

  private mutating func startText(_ name: String, _ attributes: XMLAttributes) -> Part {
    switch name {
    case "p", "h":
      guard hasBody else { return .other }
      let style = attributes["style-name"] ?? ""
      builder.startParagraph(isHeading: name == "h" || styles.headings.contains(style))
      bold.append(styles.bold.contains(style))
      return .paragraph
    case "span", "a", "meta", "meta-field", "ruby", "ruby-base":
      bold.append(styles.bold.contains(attributes["style-name"] ?? "") || bold.last == true)
      return .inline
    case "s":
      let count = min(max(1, Int(attributes["c"] ?? "1") ?? 1), 1_000)
      builder.append(repeatElement(ASCII.space, count: count), isBold: bold.last == true)
    case "tab": builder.append(CollectionOfOne(ASCII.tab))
    case "line-break": builder.breakLine()
    case "note": skip(\.footnotes)
    case "tracked-changes": skippedFrom = path.count
    case "change-start": tally.insertions += 1
    case "change": tally.deletions += 1
    case "hidden-text", "hidden-paragraph": tally.hidden += 1
    case "ruby-text", "index-title-template", "sequence-decls": skippedFrom = path.count
    default:
      // Fields (dates, numbers, names) hold their words as text.
      bold.append(bold.last == true)
      return .inline
    }
    return .other
  }

  private mutating func startTable(_ name: String) -> Part {
    guard hasBody else { return .other }
    switch name {
    case "table": tally.tables += 1
    case "table-row":
      builder.startRow()
      return .row
    case "table-cell":
      builder.startCell()
      return .cell
    default: break
    }
    return .other
  }

  private mutating func skip(_ count: WritableKeyPath<DocumentTally, Int>) {
    tally[keyPath: count] += 1
    skippedFrom = path.count
  }

  mutating func end(_ name: XMLName) {
    let part = path.popLast()
    if let depth = skippedFrom {
      if depth == path.count { skippedFrom = nil }
      return
    }
    switch part {
    case .paragraph:
      builder.endParagraph()
      bold.removeLast()
    case .inline: bold.removeLast()
    case .row: builder.endRow()
    case .cell: builder.endCell()
    case .other, nil: if name.local == "style" { styles.end() }
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skippedFrom == nil, let part = path.last, part == .paragraph || part == .inline else { return }
    builder.appendCollapsed(bytes, isBold: bold.last == true)
  }
}

/// The styles that the document itself defines: which are bold, which are a title's.
private struct OpenDocumentStyles {
  private(set) var bold: Set<String> = []
  private(set) var headings: Set<String> = ["Title", "Subtitle"]
  private var name = ""

  mutating func start(_ local: String, _ attributes: XMLAttributes) {
    switch local {
    case "style":
      name = attributes["name"] ?? ""
      if let parent = attributes["parent-style-name"], headings.contains(parent) { headings.insert(name) }
    case "text-properties":
      let weight = attributes["font-weight"] ?? ""
      if !name.isEmpty, weight == "bold" || (Int(weight) ?? 0) >= 600 { bold.insert(name) }
    default: break
    }
  }

  mutating func end() { name = "" }
}
