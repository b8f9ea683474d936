import RealistModel
import SQLiteKit

/// From what a person types to the thing it names. Everything here throws ``StoreError/unknown(_:name:nearest:)`` with the nearest names,
/// or ``StoreError/ambiguous(_:name:candidates:)``.
extension StudyReader {
  /// A source by name; any case where that is unique, else a unique beginning.
  public func source(_ name: String) throws -> Source {
    try pick(name, from: sources(), kind: .source) { $0.name }
  }

  /// A participant by pseudonym.
  public func participant(_ key: String) throws -> Participant {
    try pick(key, from: participants(), kind: .participant) { $0.key }
  }

  /// A code by path, or by a unique last part or tail of one.
  public func code(_ name: String) throws -> CodeTree.Node { try codeTree().code(named: name) }

  /// A configuration by key, by `CMO2` or `2` (its place), or by a unique beginning of its key.
  public func configuration(_ name: String) throws -> Configuration {
    let all = try configurations()
    if !all.contains(where: { $0.key.isIdentical(to: name) }), let place = Self.place(name),
      all.indices.contains(place - 1)
    {
      return all[place - 1]
    }
    return try pick(name, from: all, kind: .configuration) { $0.key }
  }

  /// A factor of the theory of change by key.
  public func factor(_ key: String) throws -> Factor {
    try pick(key, from: factors(), kind: .factor) { $0.key }
  }

  /// A programme theory by key.
  public func theory(_ key: String) throws -> Theory {
    try pick(key, from: theories(), kind: .theory) { $0.key }
  }

  /// The number in `CMO2`, `cmo 2` or `2`.
  private static func place(_ name: String) -> Int? {
    Int(name.uppercased().hasPrefix("CMO") ? name.dropFirst(3).trimmed : name)
  }

  private func pick<Value>(
    _ name: String, from values: [Value], kind: StoreError.Kind, _ label: (Value) -> String
  ) throws -> Value {
    if let exact = values.first(where: { label($0).isIdentical(to: name) }) { return exact }
    let folded = name.lowercased()
    var found = values.filter { label($0).lowercased() == folded }
    if found.isEmpty, !folded.isEmpty { found = values.filter { label($0).lowercased().hasPrefix(folded) } }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw StoreError.ambiguous(kind, name: name, candidates: found.map(label)) }
    throw StoreError.unknown(kind, name: name, nearest: Suggestion.nearest(to: name, in: values.map(label)))
  }
}

extension CodeTree {
  /// A code by path, or by a unique last part or tail of one.
  ///
  /// - Throws: ``StoreError/unknown(_:name:nearest:)``, ``StoreError/ambiguous(_:name:candidates:)``.
  public func code(named name: String) throws -> Node {
    let found = matches(name)
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else { throw StoreError.ambiguous(.code, name: name, candidates: found.map(\.path)) }
    var nearest = Suggestion.nearest(to: name, in: order.map(\.path))
    if nearest.isEmpty {
      let names = Set(Suggestion.nearest(to: name, in: order.map(\.code.name)))
      nearest = order.filter { names.contains($0.code.name) }.map(\.path)
    }
    throw StoreError.unknown(.code, name: name, nearest: Array(nearest.prefix(3)))
  }
}

extension StudyReader {
  /// The sources of some names; `nil` when none was named, which means all.
  package func sourceIDs(named names: [String]) throws -> Set<ID<Source>>? {
    names.isEmpty ? nil : Set(try names.map { try source($0).id })
  }
}
