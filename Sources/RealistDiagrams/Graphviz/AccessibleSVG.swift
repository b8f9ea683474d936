/// Makes the SVG that Graphviz writes an image with a name and a description (WAI-ARIA Graphics Module; SVG 2, section 5.8).
///
/// - Parameters:
///   - svg: the bytes of an SVG document.
///   - title: the short name, read out first.
///   - description: the long text; usually the diagram in words.
/// - Returns: the document with `role="img"` and `aria-labelledby` on the root element and `<title>` and `<desc>` as its first children; the
///   bytes as they are when they hold no `<svg` element.
public func accessibleSVG(_ svg: [UInt8], title: String, description: String) -> [UInt8] {
  guard let start = firstIndex(of: Array("<svg".utf8), in: svg),
    let end = tagEnd(in: svg, from: start)
  else { return svg }
  let isEmpty = svg[end - 1] == UInt8(ascii: "/")
  let attributes = " role=\"img\" aria-labelledby=\"figure-title figure-description\""
  let children =
    "\n<title id=\"figure-title\">\(DOTText.markup(title))</title>"
    + "\n<desc id=\"figure-description\">\(paragraph(description))</desc>"
  let head = Array(svg[..<(isEmpty ? end - 1 : end)])
  let opened = head + Array(attributes.utf8) + [UInt8(ascii: ">")] + Array(children.utf8)
  return opened + (isEmpty ? Array("</svg>".utf8) : []) + svg[(end + 1)...]
}

/// The escaped text with its line breaks.
private func paragraph(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { DOTText.markup(String($0)) }
    .joined(separator: "\n")
}

private func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
  guard bytes.count >= pattern.count else { return nil }
  return (0...(bytes.count - pattern.count)).first { bytes[$0..<$0 + pattern.count].elementsEqual(pattern) }
}

/// The `>` that ends a tag, outside of quoted attribute values.
private func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
  var quote: UInt8?
  for index in start..<bytes.count {
    let byte = bytes[index]
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if byte == UInt8(ascii: ">") {
      return index
    }
  }
  return nil
}
