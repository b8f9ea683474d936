import RealistModel

/// Writes XML straight into bytes. Elements are opened and closed by name; nothing is kept of them.
struct XMLWriter {
  private(set) var bytes: [UInt8] = Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [0x0a]
  /// Whether characters were met that XML cannot hold; each became U+FFFD.
  private(set) var hasReplaced = false
  private var isOpen = false

  /// What was written, which is not kept here any longer.
  mutating func take() -> [UInt8] {
    let written = bytes
    bytes = []
    return written
  }

  mutating func start(_ name: StaticString) {
    closeStart()
    append("<")
    append(name)
    isOpen = true
  }

  /// Ends the element of that name, which has nothing in it or was given something.
  mutating func end(_ name: StaticString) {
    if isOpen {
      append("/>\n")
      isOpen = false
      return
    }
    append("</")
    append(name)
    append(">\n")
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    startAttribute(name)
    escape(value, inAttribute: true)
    append("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: GUID) {
    startAttribute(name)
    value.id(GUID.self).append(to: &bytes)
    append("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Int) {
    startAttribute(name)
    bytes.append(contentsOf: String(value).utf8)
    append("\"")
  }

  mutating func text(_ value: String) {
    closeStart()
    escape(value, inAttribute: false)
  }

  /// An element with words in it and nothing else.
  mutating func element(_ name: StaticString, _ value: String) {
    start(name)
    text(value)
    end(name)
  }

  /// An element that only refers to another.
  mutating func reference(_ name: StaticString, _ target: GUID, by attribute: StaticString = "targetGUID") {
    start(name)
    self.attribute(attribute, target)
    end(name)
  }

  private mutating func startAttribute(_ name: StaticString) {
    append(" ")
    append(name)
    append("=\"")
  }

  private mutating func closeStart() {
    guard isOpen else { return }
    append(">")
    isOpen = false
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      utf8.allSatisfy { byte in
        byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3c && byte != 0x3e && byte != 0xef
      }
    }
    guard !isPlain else { return text.withUTF8 { bytes.append(contentsOf: $0) } }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      case "\n" where inAttribute: append("&#10;")
      case "\t" where inAttribute: append("&#9;")
      case "\r": append("&#13;")
      case let other where XMLText.isForbidden(other):
        append("\u{FFFD}")
        hasReplaced = true
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
