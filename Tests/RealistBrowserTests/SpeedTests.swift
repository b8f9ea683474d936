import Foundation
import RealistModel
import RealistSamples
import RealistStore
import TestSupport
import Testing

/// Measures the page on the *large* study with 500 codes and prints what it finds; nothing is asserted but that it was done.
/// With a program built for release:
/// `REALIST_SPEED=1 REALIST_PROGRAM=$PWD/.build/release/realist swift test --filter "speed of the page"`.
extension BrowserSuite {
  @Test(
    "the speed of the page",
    .enabled(if: ProcessInfo.processInfo.environment["REALIST_SPEED"] != nil, "set REALIST_SPEED"))
  func speed() throws {
    try withTemporaryDirectory { folder in
      try makeLargeStudy(folder)
      let served = try Served(folder)
      defer { served.kill() }
      let browser = try Browser(try ChromeDriver())
      try browser.developer("Page.addScriptToEvaluateOnNewDocument", ["source": Self.stopwatch])
      var figures: [(String, [Double], String)] = []
      let page = try WorkbenchPage(browser, served.address)
      figures.append(("page usable", try usable(browser), "300 ms"))
      figures.append(("open a source", try opening(page, ["P002", "P003", "P004", "P005"]), "150 ms"))
      figures.append(("open 100,000 words", try opening(page, ["LONG", "LONG", "LONG"]), "400 ms"))
      figures.append(("a frame while scrolling them", try scrolling(browser), "17 ms"))
      let tagging = try tagging(page)
      figures.append(("a tag shown after Enter", tagging.shown, "50 ms"))
      figures.append(("the same, confirmed", tagging.confirmed, ""))
      figures.append(("a key in the palette", tagging.keys, "16 ms"))
      figures.append(("an answer of the interface", try reading(served), "0.2 ms"))
      print(table(figures) + "memory of the server: \(served.memory) (150 MB)")
      #expect(figures.allSatisfy { !$0.1.isEmpty })
    }
  }

  private func makeLargeStudy(_ folder: URL) throws {
    let time = Timestamp(milliseconds: 1_790_000_000_000)
    let note = ChangeNote(
      coder: "Iris", time: time, command: "make the sample",
      ids: UUIDv7Source(time: time, random: SystemRandomNumberGenerator()))
    let sample = Sample(size: .init(sources: 200, codingsPerSource: 500, codes: 500))
    _ = try StudyStore.create(
      folder.appending(path: "study.realist").path(), contents: sample.contents(), entry: note)
    let long = (0..<13).map { sample.source($0).revision.text.string }.joined(separator: "\n\n")
    let file = folder.appending(path: "LONG.txt")
    try long.write(to: file, atomically: true, encoding: .utf8)
    let ending = try BuiltProgram(folder: folder).run([
      "source", "import", file.path(), "--study", "study.realist",
    ])
    try #require(ending.isDone, "\(ending.errors)")
  }

  /// Says in the page when something has been painted since an event.
  private static let stopwatch = """
    window.stopwatch = (isThere) => new Promise((done) => {
      const look = () => isThere() ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
      look();
    });
    window.usableAt = stopwatch(() => document.querySelector("#sources tbody tr"));
    """

  private func usable(_ browser: Browser) throws -> [Double] {
    try (0..<5).compactMap { _ in
      try browser.reload()
      return try browser.asyncScript("return await window.usableAt;").number
    }
  }

  private func opening(_ page: WorkbenchPage, _ names: [String]) throws -> [Double] {
    try names.compactMap { name in
      try page.go(to: "#/sources")
      let link = "#sources tbody tr[data-name=\"\(name)\"] a"
      try page.browser.wait("\(name) is listed", "document.querySelector(arguments[0])", link)
      try page.browser.script(
        """
        const link = document.querySelector(arguments[0]);
        link.scrollIntoView({ block: "center" });
        link.addEventListener("click", (event) => {
          window.opened = stopwatch(() => document.querySelector("#transcript .words")).then((now) => now - event.timeStamp);
        });
        """, link)
      // Nobody clicks before the list is at rest.
      Thread.sleep(forTimeInterval: 1)
      try page.browser.click(link)
      return try page.browser.asyncScript("return await window.opened;").number
    }
  }

  private func scrolling(_ browser: Browser) throws -> [Double] {
    try browser.asyncScript(
      """
      const frames = [];
      let last = await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < 180; frame += 1) {
        scrollBy(0, 400);
        const now = await new Promise(requestAnimationFrame);
        frames.push(now - last);
        last = now;
      }
      return frames;
      """
    ).list.compactMap(\.number)
  }

  private func tagging(
    _ page: WorkbenchPage
  ) throws -> (shown: [Double], confirmed: [Double], keys: [Double]) {
    let browser = page.browser
    var (shown, confirmed, keys) = ([Double](), [Double](), [Double]())
    try page.open(source: "P006")
    try browser.script(
      """
      window.keyTimes = [];
      document.addEventListener("keydown", (event) => {
        const marks = document.querySelectorAll("#transcript mark").length;
        if (event.target.id !== "palette-input") return;
        if (event.key !== "Enter") {
          requestAnimationFrame(() => setTimeout(() => keyTimes.push(performance.now() - event.timeStamp)));
          return;
        }
        const isThere = () => document.querySelectorAll("#transcript mark").length !== marks || document.querySelector("[data-state=waiting]");
        window.shownAfter = stopwatch(isThere).then((now) => now - event.timeStamp);
        window.confirmedAfter = import("/page/api.js").then(({ api }) => stopwatch(() => api.unanswered === 0)).then((now) => now - event.timeStamp);
      }, true);
      """)
    for place in 0..<12 {
      try browser.press(.home, holding: .control)
      for _ in 0...place { try browser.press(.down, holding: .control) }
      try browser.type("ww")
      try browser.press(.enter)
      try browser.wait("the palette has the keys", "document.activeElement?.id === 'palette-input'")
      try browser.type("outcome")
      // All letters come at once; a person's Enter comes a little later.
      Thread.sleep(forTimeInterval: 0.1)
      try browser.press(.enter)
      shown += [try browser.asyncScript("return await window.shownAfter;").number].compactMap { $0 }
      confirmed += [try browser.asyncScript("return await window.confirmedAfter;").number].compactMap { $0 }
    }
    keys = try browser.script("return window.keyTimes;").list.compactMap(\.number)
    return (shown, confirmed, keys)
  }

  /// Milliseconds for each of 5,000 requests on one connection.
  private func reading(_ served: Served) throws -> [Double] {
    let answer = try LocalHTTP(port: served.port).times(5_000, "/api/1/study", token: served.token)
    return answer
  }

  private func table(_ figures: [(String, [Double], String)]) -> String {
    let heads = "what".padding(toLength: 32, withPad: " ", startingAt: 0) + "median      95 %   asked"
    let rows = figures.map { name, times, asked in
      let sorted = times.sorted()
      let words = [sorted[sorted.count / 2], sorted[min(sorted.count - 1, sorted.count * 95 / 100)]].map {
        String(format: "%7.2f ms", $0)
      }
      return name.padding(toLength: 30, withPad: " ", startingAt: 0) + words.joined(separator: " ") + "   "
        + asked
    }
    return ([heads] + rows).joined(separator: "\n") + "\n"
  }
}
