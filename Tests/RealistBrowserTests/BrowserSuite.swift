import Foundation
import TestSupport
import Testing

/// All tests in a browser, one after the other; each in a new folder with a study of its own.
@Suite(
  "The workbench page in a browser", .serialized,
  .enabled(if: ChromeDriver.isInstalled, "chromium and chromium-driver are not installed"),
  .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"))
struct BrowserSuite {
  static let projects = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Projects")

  /// Serves the worked study and opens its page.
  ///
  /// - Parameter allowed: what the page's console may complain of, such as the status of the refusal that a test is about.
  static func withWorkbench(
    options: [String] = [], allowing allowed: String? = nil, _ body: (Served, WorkbenchPage) throws -> Void
  ) throws {
    try withServed(options: options) { served in
      let browser = try Browser(try ChromeDriver())
      let page = try WorkbenchPage(browser, served.address)
      try body(served, page)
      let complaints = try complaints(of: browser).filter { each in
        allowed.map { !each.contains($0) } ?? true
      }
      #expect(complaints == [])
    }
  }

  /// Serves the worked study.
  static func withServed(options: [String] = [], _ body: (Served) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      let project = projects.appending(path: "support-workforce").path()
      let built = try BuiltProgram(folder: folder).run(["build", project, "--output", "study.realist"])
      try #require(built.isDone, "\(built.errors)")
      let served = try Served(folder, options: options)
      defer { served.kill() }
      try body(served)
    }
  }

  /// Errors on the page's console, among them every breach of the content security policy.
  static func complaints(of browser: Browser) throws -> [String] {
    try browser.consoleLines().filter { $0.hasPrefix("SEVERE") }
  }

  /// A transcript with characters of several code points in the words of both.
  static let emojiTranscript = """
    INT: How was the first week? 🙂

    P20: My family 👩‍👩‍👧‍👦 thought I was joking 🙃 when the rota came.

    INT: And your colleagues? 🧑🏽‍⚕️ Did they laugh?

    P20: They cried 😭 and laughed; cafe\u{301}, naïve, and the 🇬🇧 flag upside down.

    """
}

/// One quote as the command line prints it.
struct PrintedQuote: Decodable, Equatable {
  var source: String
  var quote: String
  var start: Int
  var end: Int
  var codes: [String]
  var coders: [String]
}

extension Served {
  /// The quotes of a source as the command line sees them.
  func quotes(of source: String) throws -> [PrintedQuote] {
    let ending = try realist("quotes", "--source", source, "--format", "json")
    return try JSONDecoder().decode([PrintedQuote].self, from: Data(ending.output.utf8))
  }

  /// Requires that the study is sound: warnings are fine.
  func requireSound(_ place: SourceLocation = #_sourceLocation) throws {
    let ending = try realist("check")
    #expect(
      ending.output.contains("\n0 errors, ") || ending.errors.contains("0 errors, "),
      "\(ending.output)\(ending.errors)", sourceLocation: place)
  }
}
