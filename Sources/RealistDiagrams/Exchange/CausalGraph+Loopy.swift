import RealistAnalysis
import RealistModel

extension CausalGraph {
  /// A link that opens the graph in Loopy (ncase.me/loopy 1.1), where arrows can be played: the model is in the address, nothing is sent
  /// before somebody opens it.
  ///
  /// Loopy knows arrows of two signs and nothing else; ``loopyOmissions`` says what is missing.
  public func loopy() -> String {
    let numbers = Dictionary(
      nodes.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let places = places
    let boxes = nodes.enumerated().map { number, node in
      let place = places[node.key] ?? (150 + 260 * number, 120)
      return
        "[\(number + 1),\(place.x),\(place.y),0.5,%22\(Self.encoded(Self.encoded(node.text)))%22,\(node.role.loopyHue)]"
    }
    let arrows = influences.compactMap { link -> String? in
      guard let from = numbers[link.from], let to = numbers[link.to] else { return nil }
      return "[\(from),\(to),\(from == to ? 100 : 60),\(link.polarity == .decreases ? -1 : 1),0]"
    }
    return
      "https://ncase.me/loopy/v1.1/?data=[[\(boxes.joined(separator: ","))],[\(arrows.joined(separator: ","))],[],\(nodes.count)%5D\n"
  }

  /// What Loopy has no way to show, in words; empty when nothing is lost.
  public var loopyOmissions: [String] {
    let left = links.count - influences.count
    return left == 0
      ? [] : ["\(counted(left, "link")) left out: Loopy has no conditions and no barriers overcome"]
  }

  private var influences: [Link] { links.filter { $0.polarity != nil } }

  /// Percent encoding of everything but unreserved characters (RFC 3986, 2.3).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        result.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return String(result)
  }
}

extension CausalGraph.Role {
  /// Red, orange, yellow, green, blue, purple.
  fileprivate var loopyHue: Int {
    switch self {
    case .disabling: 0
    case .step: 1
    case .mechanism: 2
    case .enabling: 3
    case .context, .outcome: 4
    case .impact: 5
    }
  }
}
