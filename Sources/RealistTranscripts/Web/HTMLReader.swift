import RealistFormats

/// Web pages: noScribe, podcast hosts (`<cite>`, `<time>`), pandoc, whatever a word processor saves as HTML.
enum HTMLReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    let page = try HTMLPage.read(file.bytes, file: file.name)
    return try DocumentReader.transcript(page.paragraphs, file, notes: page.tally.notes)
  }
}

/// Collects the paragraphs of a web page.
struct HTMLPage: HTMLHandler {
  var paragraphs: [DocumentParagraph] { builder.paragraphs }
  private(set) var tally = DocumentTally()
  private var builder = DocumentBuilder()
  private var open: [Element] = []
  /// How deep the element is whose content is left out.
  private var skippedFrom: Int?
  /// The words of the open `<time>` or time stamp.
  private var time: [UInt8]?

  private struct Element {
    var name: String
    var isBold: Bool
  }

  static func read(_ bytes: [UInt8], file: String) throws(ImportError) -> HTMLPage {
    var page = HTMLPage()
    try HTMLEvents.read(bytes, &page, file: file)
    page.builder.finish()
    return page
  }

  var isOverfull: Bool { builder.isOverfull }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "cite", "dd", "details",
    "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  private static let skipped: Set<String> = [
    "script", "style", "head", "template", "svg", "iframe", "object", "noframes",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Whether a text whose first tag has this name is a web page.
  static func opens(with tag: String) -> Bool {
    blocks.contains(tag) || skipped.contains(tag)
      || ["!doctype", "!--", "meta", "title", "span"].contains(tag)
  }

  mutating func start(_ name: String, _ attributes: HTMLAttributes) {
    let style = attributes["style"]?.lowercased().filter { $0 != " " } ?? ""
    let isBold =
      name == "b" || name == "strong" || Self.headings.contains(name) || Self.isBold(style)
      || open.last?.isBold == true
    open.append(Element(name: name, isBold: isBold))
    guard skippedFrom == nil else { return }
    if Self.skipped.contains(name) {
      skippedFrom = open.count
    } else if style.contains("display:none") || attributes["hidden"] != nil {
      tally.hidden += 1
      skippedFrom = open.count
    } else {
      startShown(name, attributes)
    }
  }

  private mutating func startShown(_ name: String, _ attributes: HTMLAttributes) {
    if Self.blocks.contains(name) { startBlock(name) }
    switch name {
    case "br": builder.breakLine()
    case "img", "picture", "video", "audio", "canvas": tally.pictures += 1
    case "input", "select", "textarea", "button":
      tally.fields += 1
      if name != "input" { skippedFrom = open.count }
    case "time": time = []
    case "span":
      if let seconds = attributes["data-timestamp"].flatMap(Double.init), seconds.isFinite, abs(seconds) < 1e7
      {
        startInline()
        builder.append(TimeMarkStyle.embedded(Int((seconds * 1000).rounded())))
        skippedFrom = open.count
      }
    case "a": if let anchor = attributes["name"] { take(anchor: anchor) }
    default: break
    }
  }

  private mutating func startBlock(_ name: String) {
    builder.endParagraph()
    switch name {
    case "table": tally.tables += 1
    case "tr": builder.startRow()
    case "td", "th": builder.startCell()
    default: break
    }
  }

  private static func isBold(_ style: String) -> Bool {
    guard let range = style.firstRange(of: "font-weight:") else { return false }
    let value = style[range.upperBound...].prefix { $0 != ";" }
    return value == "bold" || value == "bolder" || (Int(value) ?? 0) >= 600
  }

  /// noScribe: `ts_BEGIN_END_SPEAKER` around each piece; a paragraph lasts from its first to its last one.
  private mutating func take(anchor: String) {
    let parts = anchor.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "ts", let begins = Int(parts[1]), let ends = Int(parts[2]) else {
      return
    }
    startInline()
    builder.update { paragraph in
      if paragraph.begins == nil { paragraph.begins = begins }
      paragraph.ends = max(ends, paragraph.begins ?? ends)
    }
  }

  /// Words outside of any block are a paragraph.
  private mutating func startInline() {
    guard !builder.isInParagraph else { return }
    let isHeading = open.contains { Self.headings.contains($0.name) }
    builder.startParagraph(isHeading: isHeading)
  }

  mutating func end(_ name: String) {
    let depth = open.count
    guard open.popLast() != nil else { return }
    if let skipped = skippedFrom {
      if skipped == depth { skippedFrom = nil }
      return
    }
    if name == "time" { endTime() }
    guard Self.blocks.contains(name) else { return }
    switch name {
    case "tr":
      builder.endParagraph()
      builder.endRow()
    case "td", "th":
      builder.endParagraph()
      builder.endCell()
    // A name that a time and the words follow goes on.
    case "cite": break
    default: builder.endParagraph()
    }
  }

  /// A time in an element of its own reads like `[0:53]`.
  private mutating func endTime() {
    guard let words = time else { return }
    time = nil
    let range = Scan.trimmed(words, words.indices)
    let isTime = Timecode(words, at: range.lowerBound, before: range.upperBound)?.end == range.upperBound
    startInline()
    builder.appendCollapsed(isTime ? Array(" [".utf8) + words[range] + Array("]".utf8) : words)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skippedFrom == nil else { return }
    // Control characters cannot be words, and one of them marks embedded times.
    let words = bytes.lazy.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
    if time != nil {
      time?.append(contentsOf: words)
      return
    }
    if !builder.isInParagraph {
      guard words.contains(where: { $0 > 0x20 }) else { return }
      startInline()
    }
    if open.contains(where: { $0.name == "pre" }) {
      builder.append(Array(words), isBold: open.last?.isBold == true)
    } else {
      builder.appendCollapsed(Array(words), isBold: open.last?.isBold == true)
    }
  }
}
