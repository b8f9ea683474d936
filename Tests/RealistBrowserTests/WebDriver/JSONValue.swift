import Foundation

/// A value that came from the browser.
struct JSONValue {
  let value: Any?

  init(_ value: Any?) { self.value = value is NSNull ? nil : value }

  init(parsing bytes: [UInt8]) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
  }

  subscript(name: String) -> JSONValue { JSONValue((value as? [String: Any])?[name]) }
  subscript(place: Int) -> JSONValue {
    let all = list
    return all.indices.contains(place) ? all[place] : JSONValue(nil)
  }

  var string: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var int: Int? { (value as? NSNumber)?.intValue }
  var isTrue: Bool { (value as? NSNumber)?.boolValue ?? false }
  var list: [JSONValue] { (value as? [Any])?.map(JSONValue.init) ?? [] }
  var members: [String: JSONValue] { (value as? [String: Any])?.mapValues(JSONValue.init) ?? [:] }
  /// Whether JavaScript would take it for true.
  var isTruthy: Bool {
    switch value {
    case nil: false
    case let text as String: !text.isEmpty
    case let number as NSNumber: number.doubleValue != 0
    default: true
    }
  }
}
