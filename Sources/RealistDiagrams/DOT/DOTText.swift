/// The only place where a string becomes part of a DOT file: whatever a person typed stays inside its quotes.
///
/// Graphviz reads a quoted string three times: the grammar ends it at `"`, labels and tooltips expand `\N`, `\l` and their like, and
/// character entities such as `&lt;` are replaced. So quotes, backslashes and ampersands are escaped; NUL and other control
/// characters, which would end a C string or make the SVG ill-formed, become U+FFFD. A `<` has no meaning inside quotes.
package enum DOTText {
  /// A quoted string of one line; line breaks become spaces.
  static func quoted(_ text: String) -> String { "\"\(escaped(text, lineBreak: " "))\"" }

  /// A quoted label; line breaks stay line breaks, centred.
  static func label(_ text: String) -> String { "\"\(escaped(text, lineBreak: "\\n"))\"" }

  /// A quoted tooltip; line breaks reach the SVG as character references.
  static func tooltip(_ text: String) -> String { "\"\(escaped(text, lineBreak: "&#10;"))\"" }

  private static func escaped(_ text: String, lineBreak: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n", "\u{2028}", "\u{2029}": result += lineBreak
      case "\t": result += " "
      case _ where isForbidden(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text inside an HTML-like label or an SVG element.
  package static func markup(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\u{2028}", "\u{2029}": result += " "
      case _ where isForbidden(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control characters, and what XML 1.0 does not allow (section 2.2), and marks that turn the direction of the text around them.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f, 0xfffe, 0xffff, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
