import Foundation

/// One headless Chromium with a profile of its own, driven through the W3C WebDriver protocol.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let driver: ChromeDriver
  private var session = ""
  /// How long ``wait(_:for:_:)`` waits, in seconds.
  var patience = 15.0

  init(_ driver: ChromeDriver, width: Int = 1280, height: Int = 900) throws {
    self.driver = driver
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
      "--hide-scrollbars", "--window-size=\(width),\(height)", "--lang=en-GB",
      // Timers of a page in the background are slowed down; two browsers are both in front.
      "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
      "--disable-backgrounding-occluded-windows",
    ]
    let chrome: [String: Any] = ["binary": "/usr/bin/chromium", "args": arguments]
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": chrome, "goog:loggingPrefs": ["browser": "ALL"],
      "unhandledPromptBehavior": "ignore",
    ]
    let answer = try driver.command("POST", "/session", ["capabilities": ["alwaysMatch": wanted]])
    session = answer["sessionId"].string ?? ""
    try resize(width: width, height: height)
  }

  deinit { _ = try? driver.command("DELETE", "/session/\(session)") }

  // Pages

  func open(_ address: String) throws { try post("url", ["url": address]) }

  func reload() throws { try post("refresh", [:]) }

  func back() throws { try post("back", [:]) }

  /// The size of the page's view.
  func resize(width: Int, height: Int) throws {
    try developer(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// What the system is said to prefer.
  func prefer(dark: Bool, reducedMotion: Bool = true) throws {
    try developer(
      "Emulation.setEmulatedMedia",
      [
        "features": [
          ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
          ["name": "prefers-reduced-motion", "value": reducedMotion ? "reduce" : "no-preference"],
        ]
      ])
  }

  func screenshot() throws -> Data {
    Data(base64Encoded: try get("screenshot").string ?? "") ?? Data()
  }

  /// A command of Chromium's own protocol.
  @discardableResult
  func developer(_ command: String, _ parameters: [String: Any]) throws -> JSONValue {
    try post("goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// What the page wrote to its console since the last call.
  func consoleLines() throws -> [String] {
    try post("se/log", ["type": "browser"]).list.map {
      "\($0["level"].string ?? ""): \($0["message"].string ?? "")"
    }
  }

  // Looking

  /// Runs the body of a JavaScript function with these arguments.
  @discardableResult
  func script(_ body: String, _ arguments: Any...) throws -> JSONValue {
    try post("execute/sync", ["script": body, "args": arguments])
  }

  /// Runs the body of an asynchronous JavaScript function.
  @discardableResult
  func asyncScript(_ body: String, _ arguments: Any...) throws -> JSONValue {
    try asyncScript(body, given: arguments)
  }

  func asyncScript(_ body: String, given arguments: [Any]) throws -> JSONValue {
    let wrapped = """
      const done = arguments[arguments.length - 1];
      const given = [...arguments].slice(0, -1);
      (async function () {
      \(body)
      }).apply(null, given).then(
        (value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));
      """
    let answer = try post("execute/async", ["script": wrapped, "args": arguments])
    if let error = answer["error"].string { throw Failure(description: error) }
    return answer["value"]
  }

  /// Waits until an expression is true in the page, and answers its value.
  @discardableResult
  func wait(
    _ what: String, _ expression: String, _ arguments: Any..., for seconds: Double? = nil
  ) throws -> JSONValue {
    let deadline = Date(timeIntervalSinceNow: seconds ?? patience)
    var pause = 0.005
    while true {
      let value = try post("execute/sync", ["script": "return (\(expression));", "args": arguments])
      if value.isTruthy { return value }
      guard Date() < deadline else { throw Failure(description: "waited in vain: \(what); \(try state())") }
      Thread.sleep(forTimeInterval: pause)
      pause = min(pause * 1.5, 0.1)
    }
  }

  /// The text of an element.
  func text(_ selector: String) throws -> String? {
    try script("return document.querySelector(arguments[0])?.textContent ?? null;", selector).string
  }

  func exists(_ selector: String) throws -> Bool {
    try script("return document.querySelector(arguments[0]) !== null;", selector).isTrue
  }

  /// Where the page is and what it says, for the message of a failed wait.
  private func state() throws -> String {
    let place =
      try script("return location.href.replace(/token=.*/, '…') + ' · ' + document.title;").string ?? ""
    let words = try script("return document.body.innerText.slice(0, 600);").string ?? ""
    let console = try consoleLines().suffix(5).joined(separator: "\n")
    return "\(place)\n\(words)\n\(console)"
  }

  // The protocol

  private func get(_ path: String) throws -> JSONValue {
    try driver.command("GET", "/session/\(session)/\(path)")
  }

  @discardableResult
  func post(_ path: String, _ body: [String: Any]) throws -> JSONValue {
    try driver.command("POST", "/session/\(session)/\(path)", body)
  }

  func remove(_ path: String) throws { _ = try driver.command("DELETE", "/session/\(session)/\(path)") }
}

extension ChromeDriver {
  func command(_ method: String, _ path: String, _ body: [String: Any]? = nil) throws -> JSONValue {
    let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
    let answer = try http.request(
      method, path, headers: ["Content-Type": "application/json; charset=utf-8"], body: bytes)
    let value = try JSONValue(parsing: answer.body)["value"]
    if answer.status >= 400 {
      let words = value["message"].string?.split(separator: "\n").first.map(String.init) ?? ""
      throw Browser.Failure(description: "\(path): \(value["error"].string ?? ""): \(words)")
    }
    return value
  }
}
