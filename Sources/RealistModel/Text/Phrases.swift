/// `1 coding`, `3 codings`, `2 theories`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}

/// All of a list as running text has it: `a`, `a and b`, `a, b and c`.
package func series(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

/// The first names of a list and how many more there are: `P01, P02, P03 and 9 more`.
package func listed(_ names: [String], limit: Int = 5) -> String {
  guard names.count > limit + 1 else { return names.joined(separator: ", ") }
  return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
}
