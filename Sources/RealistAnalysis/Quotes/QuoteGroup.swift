import RealistModel

/// The quotes of one code, as a results chapter goes through them.
public struct QuoteGroup: Hashable, Sendable {
  /// The code's path; `nil` for the highlights without a code.
  public var path: String?
  /// `1.2`; empty for the highlights.
  public var number: String
  public var quotes: [Quote]

  public init(path: String?, number: String = "", quotes: [Quote]) {
    (self.path, self.number, self.quotes) = (path, number, quotes)
  }

  /// Quotes under each of their codes in codebook order, those without a code last. A quote that bears several codes stands under each.
  public static func byCode(_ quotes: [Quote], codes: CodeTree) -> [QuoteGroup] {
    var byPath: [String: [Quote]] = [:]
    for quote in quotes {
      for path in quote.codes { byPath[path, default: []].append(quote) }
    }
    let coded = codes.order.compactMap { node in
      byPath[node.path].map { QuoteGroup(path: node.path, number: node.number, quotes: $0) }
    }
    let highlights = quotes.filter(\.codes.isEmpty)
    return coded + (highlights.isEmpty ? [] : [QuoteGroup(path: nil, quotes: highlights)])
  }
}
