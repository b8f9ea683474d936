import RealistFormats
import RealistModel

/// What a request says in its body: one JSON object, whose members are asked for by name and kind.
struct Members {
  private let values: [String: JSONValue]
  /// Where the object stands, for errors: `codes[2].`; empty for the body itself.
  private let place: String

  /// - Parameter known: the members there may be. Any other is refused: a mistyped one would be passed over in silence.
  /// - Throws: ``WebError/malformed(place:)``, ``WebError/unknownMember(_:)``.
  init(_ body: [UInt8], known: Set<String>) throws {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(body)
    } catch {
      throw WebError.malformed(line: error.place.line, column: error.place.column)
    }
    try self.init(value, at: "", known: known)
  }

  init(_ value: JSONValue, at place: String, known: Set<String>) throws {
    guard let values = value.object else {
      throw WebError.badMember(place.isEmpty ? "the body" : String(place.dropLast()), expected: "an object")
    }
    (self.values, self.place) = (values, place)
    if let stray = values.keys.filter({ !known.contains($0) }).min() {
      throw WebError.unknownMember(place + stray)
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// Whether the member is there and `null`.
  func isNull(_ name: String) -> Bool { values[name] == .null }

  private func given(_ name: String) -> JSONValue? {
    guard let value = values[name], value != .null else { return nil }
    return value
  }

  private func required<Value>(_ name: String, _ value: Value?, _ expected: String) throws -> Value {
    guard let value else { throw WebError.badMember(place + name, expected: expected) }
    return value
  }

  /// `nil` when it is not given.
  func text(_ name: String) throws -> String? {
    guard let value = given(name) else { return nil }
    let text = try required(name, value.string, "text")
    guard !text.utf8.contains(0) else {
      throw WebError.badMember(place + name, expected: "text without U+0000")
    }
    return text
  }

  func requiredText(_ name: String) throws -> String { try required(name, try text(name), "text") }

  func whole(_ name: String) throws -> Int? {
    guard let value = given(name) else { return nil }
    return try required(name, value.integer, "a whole number")
  }

  func requiredWhole(_ name: String) throws -> Int { try required(name, try whole(name), "a whole number") }

  func id<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws -> ID<Entity>? {
    guard let value = given(name) else { return nil }
    return try required(name, value.string.flatMap { ID<Entity>($0) }, "an id")
  }

  /// The members of an object that may be there.
  func object(_ name: String, known: Set<String>) throws -> Members? {
    try given(name).map { try Members($0, at: "\(place)\(name).", known: known) }
  }

  func requiredID<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws -> ID<Entity> {
    try required(name, try id(name, of: entity), "an id")
  }

  /// `false` when it is not given.
  func flag(_ name: String) throws -> Bool {
    guard let value = given(name) else { return false }
    guard case .boolean(let isOn) = value else {
      throw WebError.badMember(place + name, expected: "true or false")
    }
    return isOn
  }

  /// One of the words an enum knows.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of choice: Choice.Type = Choice.self
  ) throws -> Choice? where Choice.RawValue == String {
    guard let value = given(name) else { return nil }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return try required(name, value.string.flatMap { Choice(rawValue: $0) }, "one of \(words)")
  }

  func array(_ name: String) throws -> [JSONValue]? {
    guard let value = given(name) else { return nil }
    return try required(name, value.array, "a list")
  }

  /// Texts without white space around them; empty ones are left out.
  func texts(_ name: String) throws -> [String]? {
    try array(name)?.map { value in
      let text = try required(name, value.string, "a list of texts")
      guard !text.utf8.contains(0) else { throw bad(name, expected: "texts without U+0000") }
      return text.trimmed
    }.filter { !$0.isEmpty }
  }

  func ids<Entity>(_ name: String, of entity: Entity.Type = Entity.self) throws -> [ID<Entity>]? {
    try array(name)?.map { value in
      try required(name, value.string.flatMap { ID<Entity>($0) }, "a list of ids")
    }
  }

  /// The elements of a list of objects.
  func objects(_ name: String, known: Set<String>) throws -> [Members]? {
    try array(name)?.enumerated().map { number, value in
      try Members(value, at: "\(place)\(name)[\(number)].", known: known)
    }
  }

  /// The members of an object whose names are data, by name.
  func table(_ name: String) throws -> [(name: String, value: JSONValue)]? {
    guard let value = given(name) else { return nil }
    return try required(name, value.object, "an object").sorted { $0.key < $1.key }
      .map { (name: $0.key, value: $0.value) }
  }

  func bad(_ name: String, expected: String) -> WebError { .badMember(place + name, expected: expected) }
}
