import Foundation
import Synchronization
import TestSupport

/// Somebody who codes one source at random, with a mouse and a keyboard, in a browser and on a thread of their own.
struct RandomCoder: Sendable {
  let name: String
  let address: String
  /// The id of the source.
  let source: String
  let seed: UInt64
  let count: Int
  /// Only tags, each with a code of its own, so that it can be told afterwards whether each of them arrived, and once.
  var onlyTags = false

  /// What came of it.
  struct Outcome: Sendable {
    /// Codes that were put on a passage, none of them twice.
    var tagged: [String] = []
    /// How many edits were made.
    var done = 0
    /// What the page shows at the end.
    var shown = ""
    /// The same after the page was opened again.
    var shownAgain = ""
    var complaints: [String] = []
  }

  enum Edit: CaseIterable { case mouse, mouseAgain, keys, keysAgain, untag, move, memo, undo, redo }

  /// - Parameters:
  ///   - together: waits until all the others have come this far too.
  ///   - went: called after each round.
  func work(_ together: () -> Void, _ went: () -> Void) throws -> Outcome {
    let browser = try Browser(try ChromeDriver())
    let page = try WorkbenchPage(browser, address)
    try browser.script(
      "localStorage.setItem('realist-coder', arguments[0]); location.hash = `#/sources/${arguments[1]}`;",
      name, source)
    try browser.wait("the words are there", "document.querySelector('#transcript[data-state=whole] .words')")
    var (outcome, random) = (Outcome(), SplitMix64(seed: seed))
    together()
    // What somebody else has taken away in the meantime is not waited for.
    browser.patience = 2
    for round in 0..<count {
      let edit = onlyTags ? Edit.keys : Edit.allCases.randomElement(using: &random) ?? .keys
      do {
        defer { went() }
        let code = "\(name.lowercased().prefix(1))\(1000 + round)"
        try make(edit, code, on: page, &random)
        outcome.done += 1
        if [.mouse, .mouseAgain, .keys, .keysAgain].contains(edit) { outcome.tagged.append(code) }
      } catch is Browser.Failure {
        // Somebody else took away what this one was about; both go on. Of a drag that failed the button would stay down.
        try browser.release()
        try browser.press(.escape)
        try browser.press(.escape)
      }
    }
    browser.patience = 20
    try page.settle()
    together()
    try page.catchUp(source: source)
    outcome.shown = try page.passages(source: source)
    together()
    outcome.complaints = try BrowserSuite.complaints(of: browser)
    try browser.reload()
    try browser.wait("the words are there", "document.querySelector('#transcript[data-state=whole] .words')")
    try page.catchUp(source: source)
    outcome.shownAgain = try page.passages(source: source)
    return outcome
  }

  private func make(
    _ edit: Edit, _ code: String, on page: WorkbenchPage, _ random: inout SplitMix64
  ) throws {
    let browser = page.browser
    switch edit {
    case .mouse, .mouseAgain:
      let (first, last) = (try place(page, &random), try place(page, &random))
      try browser.drag(first, last)
      try page.tag(typing: code)
    case .keys, .keysAgain:
      let words = String(repeating: "w", count: Int.random(in: 1...4, using: &random))
      try browser.click(try place(page, &random), typing: words, then: .enter)
      try page.tag(typing: code)
    case .untag:
      try open(page, &random)
      try browser.press(.delete)
    case .move:
      try open(page, &random)
      try browser.press(Bool.random(using: &random) ? .right : .left, holding: .shift, .alt)
      try browser.press(.escape)
    case .memo:
      try open(page, &random)
      try browser.click(try browser.middle(of: "#passage-memo"), typing: "\(name) 🙂 ", then: .escape)
    case .undo: try browser.press("z", holding: .control)
    case .redo: try browser.press("z", holding: .control, .shift)
    }
  }

  /// A place in the words somewhere in the source.
  private func place(_ page: WorkbenchPage, _ random: inout SplitMix64) throws -> Point {
    let found = try page.browser.script(
      """
      const words = [...document.querySelectorAll("#transcript .words")];
      const line = words[Math.floor(arguments[0] * words.length)];
      let box = line.getBoundingClientRect();
      if (box.top < 160 || box.top + 20 > innerHeight - 160) { scrollBy(0, box.top - innerHeight / 2); box = line.getBoundingClientRect(); }
      // Lines that have just come into view may turn out higher than they were thought to be.
      box = line.getBoundingClientRect();
      return [box.left + 4 + arguments[1] * Math.min(box.width - 8, 400), Math.min(Math.max(box.top + 12, 1), innerHeight - 1)];
      """, Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
    return Point(x: found[0].number ?? 0, y: found[1].number ?? 0)
  }

  /// Opens a passage near a place.
  private func open(_ page: WorkbenchPage, _ random: inout SplitMix64) throws {
    let (there, direction) = (try place(page, &random), Bool.random(using: &random) ? "n" : "p")
    try page.browser.click(there, typing: direction)
    try page.browser.wait("a passage is open", "!document.querySelector('#passage').hidden", for: 0.2)
  }

  /// Lets several work at the same time, each on a thread.
  ///
  /// - Parameter meanwhile: runs here once all have begun; the share of all rounds that has gone can be asked for.
  static func together(
    _ coders: [RandomCoder], _ meanwhile: (_ gone: () -> Double) throws -> Void = { _ in }
  ) throws -> [Outcome] {
    let meeting = Meeting(of: coders.count)
    let results = Mutex<[String: Result<Outcome, any Error>]>([:])
    let rounds = Mutex(0)
    let all = coders.reduce(0) { $0 + $1.count }
    for coder in coders {
      let thread = Thread {
        let result = Result { try coder.work({ meeting.arrive() }, { rounds.withLock { $0 += 1 } }) }
        if case .failure = result { meeting.leave() }
        results.withLock { $0[coder.name] = result }
      }
      thread.stackSize = 1 << 22
      thread.start()
    }
    while meeting.rounds == 0, results.withLock({ $0.isEmpty }) { Thread.sleep(forTimeInterval: 0.01) }
    try meanwhile {
      results.withLock { $0.isEmpty } ? Double(rounds.withLock { $0 }) / Double(all) : 1
    }
    while results.withLock({ $0.count }) < coders.count { Thread.sleep(forTimeInterval: 0.01) }
    return try coders.compactMap { try results.withLock { $0 }[$0.name]?.get() }
  }
}

/// Where several threads wait for one another, again and again.
final class Meeting: Sendable {
  private struct State {
    var members: Int
    var present = 0
    var rounds = 0
  }

  private let state: Mutex<State>

  init(of members: Int) { state = Mutex(State(members: members)) }

  /// How often all have met.
  var rounds: Int { state.withLock { $0.rounds } }

  func arrive() {
    let round = state.withLock { state in
      defer { Self.meet(&state, 1) }
      return state.rounds
    }
    while state.withLock({ $0.rounds }) == round { Thread.sleep(forTimeInterval: 0.005) }
  }

  /// One will not come again.
  func leave() {
    state.withLock { state in
      state.members -= 1
      Self.meet(&state, 0)
    }
  }

  private static func meet(_ state: inout State, _ more: Int) {
    state.present += more
    if state.present >= state.members { (state.present, state.rounds) = (0, state.rounds + 1) }
  }
}
