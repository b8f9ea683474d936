import Foundation

/// The workbench page by what a person does on it: real keys and a real mouse, and waiting for what is to be seen.
struct WorkbenchPage {
  let browser: Browser

  /// Opens the address that the program printed.
  init(_ browser: Browser, _ address: String) throws {
    self.browser = browser
    try browser.open(address)
    try browser.wait("the sources are listed", "document.querySelectorAll('#sources tbody tr').length > 0")
  }

  // Places

  func go(to hash: String) throws { try browser.script("location.hash = arguments[0];", hash) }

  /// Opens a source with a click on its name in the list.
  func open(source name: String) throws {
    try go(to: "#/sources")
    try browser.wait(
      "\(name) is listed", "document.querySelector(`#sources tbody tr[data-name=\"${arguments[0]}\"] a`)",
      name)
    let words = "document.querySelector('#transcript[data-state=whole] .words')"
    // The list is drawn anew when the study has changed; a click that falls into that moment is lost.
    for _ in 0..<3 {
      try browser.click("#sources tbody tr[data-name=\"\(name)\"] a")
      if (try? browser.wait("the words of \(name) are there", words, for: 4)) != nil { return }
      if try browser.exists("#transcript") { break }
    }
    try browser.wait("the words of \(name) are there", words)
  }

  // The transcript

  /// Where in the window the edge of these words is, which must all be of the transcript; it is scrolled there.
  func point(_ edge: Edge, of words: String) throws -> Point {
    let place = try browser.script(
      Self.findWords + "return edge(arguments[0], arguments[1]);", words, edge.rawValue)
    guard let x = place[0].number, let y = place[1].number else {
      throw Browser.Failure(description: "the words are not in the transcript: \(words)")
    }
    return Point(x: x, y: y)
  }

  enum Edge: String { case start, end, middle }

  /// Draws the mouse over the transcript from the beginning of some words to the end of others.
  func select(from first: String, to last: String) throws {
    _ = try point(.start, of: first)
    let (begin, end) = (try point(.start, of: first), try point(.end, of: last))
    try browser.drag(begin, Point(x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2), end)
  }

  /// What is selected, as scalar offsets of the source.
  func selection() throws -> Range<Int>? {
    let text = try browser.script("return document.querySelector('.reader')?.dataset.selection ?? null;")
      .string
    let ends = text?.split(separator: "-").compactMap { Int($0) } ?? []
    return ends.count == 2 ? ends[0]..<ends[1] : nil
  }

  /// Types into the palette, which is open and has the keys, and presses Enter.
  func tag(typing code: String) throws {
    try browser.wait("the palette has the keys", "document.activeElement?.id === 'palette-input'")
    // After a selection by mouse a first letter could be the key of a code; a space before it begins a word.
    try browser.type(" " + code, then: .enter)
  }

  /// Waits until the page shows the study as the server has it; a failure says what is in the way.
  func catchUp(source: String) throws {
    try untilNothingIsMissing(
      """
      const [{ api }, { store }, { connection }] = await Promise.all(["api", "store", "connection"].map((name) => import(`/page/${name}.js`)));
      const asked = api.get("study").then(({ version }) => version);
      const server = await Promise.race([asked, new Promise((go) => setTimeout(() => go("no answer"), 5_000))]);
      const shown = store.peek(`sources/${arguments[0]}/segments`)?.version;
      const waiting = [...document.querySelectorAll("[data-state=waiting]")].map((each) => each.outerHTML.slice(0, 200));
      const isPressed = document.querySelector("#transcript:active") !== null;
      if (api.unanswered === 0 && shown === server && waiting.length === 0) return null;
      return JSON.stringify({ state: connection.state, unanswered: api.unanswered, server, shown, isPressed, waiting });
      """, source)
  }

  /// All that is shown of a source's passages: the runs of its text with the passages they belong to, and what the page knows of those.
  func passages(source: String) throws -> String {
    try browser.asyncScript(
      """
      const { store } = await import("/page/store.js");
      const marks = [...document.querySelectorAll("#transcript mark")].map((each) => [each.dataset.segments.split(" ").sort(), each.textContent]);
      const codes = store.peek("codes").codes.map(({ id, path, codings }) => [id, path, codings]);
      return JSON.stringify([marks, store.peek(`sources/${arguments[0]}/segments`).segments, codes]);
      """, source
    ).string ?? ""
  }

  /// Waits until all that was done on the page is in the study.
  func settle() throws {
    try untilNothingIsMissing(
      "const { api } = await import('/page/api.js'); return api.unanswered ? `${api.unanswered} unanswered` : null;"
    )
  }

  /// Asks again and again; gives up when nothing has changed for a while, since a page that is slow is not one that hangs.
  private func untilNothingIsMissing(_ body: String, _ arguments: Any...) throws {
    var (last, since) = ("", Date())
    while let missing = try browser.asyncScript(body, given: arguments).string {
      if missing != last { (last, since) = (missing, Date()) }
      guard Date().timeIntervalSince(since) < 20 else {
        let console = try browser.consoleLines().joined(separator: "\n")
        throw Browser.Failure(description: "does not catch up: \(missing)\n\(console)")
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// Finds words over the borders of elements; what stands in the margin is no part of the text.
  private static let findWords = """
    function edge(words, which) {
      const place = document.getElementById("transcript");
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, {
        acceptNode: (node) => node.parentElement.closest(".stripes") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      });
      const nodes = [];
      let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push([text.length, node]);
        text += node.data;
      }
      const at = text.indexOf(words);
      if (at < 0) return null;
      const holder = (position) => nodes.findLast(([start]) => start <= position);
      const range = document.createRange();
      const [first, last] = [holder(at), holder(at + words.length - 1)];
      range.setStart(first[1], at - first[0]);
      range.setEnd(last[1], at + words.length - last[0]);
      const rects = () => [...range.getClientRects()].filter((rect) => rect.width > 0);
      const box = (which === "end" ? rects().at(-1) : rects()[0]);
      if (box.top < 140 || box.bottom > innerHeight - 140) scrollBy(0, box.top - innerHeight / 2);
      const now = which === "end" ? rects().at(-1) : rects()[0];
      const x = which === "start" ? now.left + 1 : which === "end" ? now.right - 1 : (now.left + now.right) / 2;
      return [x, now.top + now.height / 2];
    }
    """
}
