/// Reads the words after a command's name into its parameters.
struct Parser {
  private let signature: Signature
  private let node: CommandNode
  /// The texts given to each entry of the signature.
  private var texts: [[String]]
  /// Where each of these texts stood, counted in options.
  private var places: [[Int]]
  private var optionCount = 0
  private var positional: [String] = []

  init(_ signature: Signature, node: CommandNode) {
    self.signature = signature
    self.node = node
    texts = Array(repeating: [], count: signature.entries.count)
    places = Array(repeating: [], count: signature.entries.count)
  }

  consuming func parse(_ words: ArraySlice<String>) throws(UsageError) {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      } else if looksLikeLongOption(word) {
        try readLong(word, &rest)
      } else if looksLikeShortOption(word) {
        try readShort(word, &rest)
      } else {
        positional.append(word)
      }
    }
    try distributePositional()
    try assign()
  }

  // MARK: Options

  private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    for (index, entry) in signature.entries.enumerated() where entry.definition.kind != .argument {
      if "--\(entry.definition.name)" == name {
        return try give(to: index, attached: attached, on: true, &rest)
      }
      if entry.definition.hasInversion, "--no-\(entry.definition.name)" == name {
        return try give(to: index, attached: attached, on: false, &rest)
      }
    }
    throw unknown(name)
  }

  private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let index = signature.entries.firstIndex(where: { $0.definition.short == letter }) else {
        let isFirst = letters.count + 2 == word.count
        throw unknown(isFirst ? word : "-\(letter)")
      }
      if signature.entries[index].definition.kind == .flag {
        try give(to: index, attached: nil, on: true, &rest)
      } else {
        let value = letters.first == "=" ? letters.dropFirst() : letters
        return try give(to: index, attached: letters.isEmpty ? nil : String(value), on: true, &rest)
      }
    }
  }

  private mutating func give(
    to index: Int, attached: String?, on: Bool, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let definition = signature.entries[index].definition
    places[index].append(optionCount)
    optionCount += 1
    if definition.kind == .flag {
      guard attached == nil else { throw error(.unexpectedValue(flag: definition.title)) }
      texts[index].append(on ? FlagText.on : FlagText.off)
      return
    }
    guard texts[index].isEmpty || definition.isRepeating else {
      throw error(.repeatedOption(definition.title))
    }
    if let attached {
      texts[index].append(attached)
    } else if let next = rest.first, next != "--", !looksLikeLongOption(next), !looksLikeShortOption(next) {
      texts[index].append(rest.removeFirst())
    } else {
      throw error(.missingValue(option: definition.title, valueName: definition.valueName))
    }
  }

  /// `--name` or `--name=…`; not a quote such as `-- I mean`.
  private func looksLikeLongOption(_ word: String) -> Bool {
    guard word.hasPrefix("--") else { return false }
    let name = word.dropFirst(2).prefix { $0 != "=" }
    return name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// `-o…` of a known letter, or a dash and letters only; not a number, nor a quote such as `-well, no`.
  private func looksLikeShortOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), !word.hasPrefix("--"), let letter = word.dropFirst().first else {
      return false
    }
    if signature.entries.contains(where: { $0.definition.short == letter }) { return true }
    return word.dropFirst().allSatisfy { $0.isLetter }
  }

  // MARK: Arguments

  private mutating func distributePositional() throws(UsageError) {
    let places = signature.entries.indices.filter { signature.entries[$0].definition.kind == .argument }
    var remaining = positional[...]
    for (number, index) in places.enumerated() {
      let definition = signature.entries[index].definition
      let reserved = places[(number + 1)...].count { signature.entries[$0].definition.isRequired }
      let free = max(remaining.count - reserved, definition.isRequired ? min(1, remaining.count) : 0)
      let taken = definition.isRepeating ? free : min(free, 1)
      texts[index] = Array(remaining.prefix(taken))
      remaining = remaining.dropFirst(taken)
    }
    if let extra = remaining.first {
      throw error(.unexpectedArgument(extra, meant: option(takingValuesLike: extra)))
    }
  }

  /// The option that takes files of this ending, such as `FILE.svg`.
  private func option(takingValuesLike text: String) -> String? {
    guard let point = text.lastIndex(of: "."), point > text.startIndex else { return nil }
    let found = signature.entries.map(\.definition).first {
      $0.kind == .option && $0.valueName.contains(".") && $0.valueName.hasSuffix(text[point...])
    }
    return found.map { "--\($0.name)" }
  }

  // MARK: Values

  private func assign() throws(UsageError) {
    for (entry, places) in zip(signature.entries, places) where !places.isEmpty {
      entry.parameter.note(places: places)
    }
    for (entry, texts) in zip(signature.entries, texts) {
      let definition = entry.definition
      if !texts.isEmpty {
        do {
          try entry.parameter.assign(texts)
        } catch {
          throw badValue(error, for: definition)
        }
      } else if definition.isRequired {
        throw error(
          definition.kind == .argument
            ? .missingArgument(definition.valueName)
            : .missingOption("--\(definition.name) \(definition.valueName)"))
      }
    }
  }

  private func badValue(_ bad: BadValue, for definition: ParameterDefinition) -> UsageError {
    error(
      .badValue(
        bad.text, parameter: definition.title, expectation: bad.expectation, permitted: bad.permitted,
        suggestion: nearest(to: bad.text, among: bad.permitted)))
  }

  private func unknown(_ name: String) -> UsageError {
    let known = signature.options.filter { !$0.definition.isHidden }.flatMap { entry in
      ["--\(entry.definition.name)"]
        + (entry.definition.hasInversion ? ["--no-\(entry.definition.name)"] : [])
    }
    let wanted = name.hasPrefix("--") || name.count == 2 ? name : "-" + name
    let suggestion = wanted.count == 2 ? nil : nearest(to: wanted, among: known + ["--help"])
    return error(.unknownOption(name, suggestion: suggestion))
  }

  private func error(_ problem: UsageError.Problem) -> UsageError { UsageError(problem, at: node) }
}
