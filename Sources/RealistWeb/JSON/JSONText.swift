import RealistModel
import RealistReports

/// JSON that is written as it is thought of: compact, members in the order in which they are given.
///
/// A comma goes before a value unless the text is at the beginning of an object, an array or a member's value.
struct JSONText: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func object(_ body: (inout JSONText) throws -> Void) rethrows {
    open()
    try body(&self)
    close()
  }

  mutating func array<Item>(
    _ items: some Sequence<Item>, _ write: (Item, inout JSONText) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: "["))
    for item in items { try write(item, &self) }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Begins an object that ``close()`` ends.
  mutating func open() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func close() { bytes.append(UInt8(ascii: "}")) }

  /// Begins a member, whose value comes next.
  mutating func member(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins a member whose name is data.
  mutating func member(named name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func value(_ text: String) {
    separate()
    bytes.append(json: text)
  }

  mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// A number that is not finite is `null`: JSON has no form for it.
  mutating func value(_ number: Double) {
    separate()
    bytes += (number.isFinite ? Int(exactly: number).map { String($0) } ?? String(number) : "null").utf8
  }

  mutating func value(_ isTrue: Bool) {
    separate()
    bytes += (isTrue ? "true" : "false").utf8
  }

  mutating func value<Entity>(_ id: ID<Entity>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    id.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func null() {
    separate()
    bytes += "null".utf8
  }

  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}

extension JSONText {
  mutating func member(_ name: StaticString, _ text: String?) {
    member(name)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    member(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: StaticString, _ number: Double?) {
    member(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: StaticString, _ isTrue: Bool) {
    member(name)
    value(isTrue)
  }

  mutating func member<Entity>(_ name: StaticString, _ id: ID<Entity>?) {
    member(name)
    if let id { value(id) } else { null() }
  }

  mutating func member(_ name: StaticString, _ time: Timestamp?) { member(name, time?.iso8601) }

  mutating func member(_ name: StaticString, _ date: CalendarDate?) { member(name, date?.description) }

  mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
    member(name)
    array(texts) { text, json in json.value(text) }
  }

  mutating func member<Entity>(_ name: StaticString, _ ids: some Sequence<ID<Entity>>) {
    member(name)
    array(ids) { id, json in json.value(id) }
  }

  /// A list of objects.
  mutating func member<Item>(
    _ name: StaticString, _ items: some Sequence<Item>, _ write: (Item, inout JSONText) throws -> Void
  ) rethrows {
    member(name)
    try array(items) { item, json in try json.object { try write(item, &$0) } }
  }

  mutating func member(_ name: StaticString, _ body: (inout JSONText) throws -> Void) rethrows {
    member(name)
    try object(body)
  }
}
