import Foundation

/// Keys by the names that pages know; their code points are those of WebDriver, section 17.4.2.
enum Key: String {
  case enter = "\u{E007}"
  case escape = "\u{E00C}"
  case tab = "\u{E004}"
  case backspace = "\u{E003}"
  case delete = "\u{E017}"
  case left = "\u{E012}"
  case up = "\u{E013}"
  case right = "\u{E014}"
  case down = "\u{E015}"
  case home = "\u{E011}"
  case end = "\u{E010}"
  case pageUp = "\u{E00E}"
  case pageDown = "\u{E00F}"
  case insert = "\u{E016}"
  case f2 = "\u{E032}"
  case shift = "\u{E008}"
  case control = "\u{E009}"
  case alt = "\u{E00A}"
}

/// A point of the page's view, in CSS pixels.
struct Point {
  var x: Double
  var y: Double
}

/// Real mouse and keyboard events, as the browser makes them of a person's hands.
extension Browser {
  // Keys

  /// Types a text, a key down and up for each character, and perhaps a key after it.
  func type(_ text: String, then key: Key? = nil) throws {
    try keys(text.map(String.init) + (key.map { [$0.rawValue] } ?? []))
  }

  /// Presses a key while others are held.
  func press(_ key: Key, holding held: Key...) throws { try keys([key.rawValue], holding: held) }

  func press(_ key: Key, holding held: [Key]) throws { try keys([key.rawValue], holding: held) }

  func press(_ character: String, holding held: Key...) throws { try keys([character], holding: held) }

  func press(_ character: String, holding held: [Key]) throws { try keys([character], holding: held) }

  /// Presses a key several times as fast as it goes while others are held.
  func press(_ character: String, times: Int, holding held: Key...) throws {
    try keys(Array(repeating: character, count: times), holding: held)
  }

  private func keys(_ keys: [String], holding held: [Key] = []) throws {
    var actions: [[String: Any]] = held.map { ["type": "keyDown", "value": $0.rawValue] }
    actions += strokes(keys)
    actions += held.reversed().map { ["type": "keyUp", "value": $0.rawValue] }
    try post("actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  private func strokes(_ keys: [String]) -> [[String: Any]] {
    keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
  }

  /// Clicks, and types at once what the click makes ready for keys.
  func click(_ point: Point, typing text: String, then last: Key? = nil) throws {
    let press: [[String: Any]] = [["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0]]
    let pauses: [[String: Any]] = Array(repeating: ["type": "pause"], count: 3)
    let keys = strokes(text.map(String.init) + (last.map { [$0.rawValue] } ?? []))
    let mouse: [String: Any] = [
      "type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"],
      "actions": [moved(to: point)] + press,
    ]
    let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": pauses + keys]
    try post("actions", ["actions": [mouse, keyboard]])
  }

  /// Lets go of every key and button.
  func release() throws { try remove("actions") }

  // Mouse

  /// Presses at the first point, moves through the others and lets go at the last.
  func drag(_ points: Point...) throws {
    guard let first = points.first else { return }
    var actions = [moved(to: first), ["type": "pointerDown", "button": 0]]
    for point in points.dropFirst() { actions.append(moved(to: point, milliseconds: 40)) }
    actions.append(["type": "pointerUp", "button": 0])
    try mouse(actions)
  }

  func click(_ point: Point, times: Int = 1) throws {
    let press: [[String: Any]] = [["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0]]
    try mouse([moved(to: point)] + (0..<times).flatMap { _ in press })
  }

  /// Clicks the middle of the first element that fits, when it is there and can be seen.
  func click(_ selector: String, times: Int = 1) throws {
    try wait(
      "\(selector) is there to be clicked", "document.querySelector(arguments[0])?.getClientRects().length",
      selector)
    try click(try middle(of: selector), times: times)
  }

  /// The middle of an element, brought into the view.
  func middle(of selector: String) throws -> Point {
    let place = try script(
      """
      const found = document.querySelector(arguments[0]);
      found.scrollIntoView({ block: "nearest" });
      // Of a link that runs over two rows the middle of its box may be beside it.
      const box = found.getClientRects()[0];
      return [box.left + box.width / 2, box.top + box.height / 2];
      """, selector)
    guard let x = place[0].number, let y = place[1].number else {
      throw Failure(description: "\(selector) has no place")
    }
    return Point(x: x, y: y)
  }

  private func moved(to point: Point, milliseconds: Int = 0) -> [String: Any] {
    [
      "type": "pointerMove", "duration": milliseconds, "origin": "viewport", "x": Int(point.x.rounded()),
      "y": Int(point.y.rounded()),
    ]
  }

  private func mouse(_ actions: [[String: Any]]) throws { try pointer("mouse", id: "mouse", actions) }

  private func pointer(_ kind: String, id: String, _ actions: [[String: Any]]) throws {
    let parameters = ["pointerType": kind]
    try post(
      "actions", ["actions": [["type": "pointer", "id": id, "parameters": parameters, "actions": actions]]])
  }

  // Fingers

  /// Puts a finger down, lets it rest, moves it through the other points and lifts it.
  func touch(_ points: Point..., resting milliseconds: Int = 0) throws {
    guard let first = points.first else { return }
    var actions = [moved(to: first), ["type": "pointerDown", "button": 0]]
    if milliseconds > 0 { actions.append(["type": "pause", "duration": milliseconds]) }
    for point in points.dropFirst() { actions.append(moved(to: point, milliseconds: 60)) }
    actions.append(["type": "pointerUp", "button": 0])
    try pointer("touch", id: "finger", actions)
  }

  /// Touches the middle of the first element that fits.
  func tap(_ selector: String) throws {
    try wait(
      "\(selector) is there to be touched", "document.querySelector(arguments[0])?.getClientRects().length",
      selector)
    try touch(try middle(of: selector))
  }

  /// Gives a file field these files, as a file dialog does.
  func choose(files: [String], in selector: String) throws {
    let element = try post("element", ["using": "css selector", "value": selector])
    guard let id = element.members.first?.value.string else { throw Failure(description: "no \(selector)") }
    try post("element/\(id)/value", ["text": files.joined(separator: "\n")])
  }
}
