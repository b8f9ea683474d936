import Foundation
import RealistModel
import RealistStore
import Testing

/// What goes wrong around the page: each is said in clear words, and nothing is lost.
extension BrowserSuite {
  static let isSettled =
    "document.querySelector('#banner').hidden && !document.querySelector('[data-state=waiting]')"

  @Test("a study that is served to be read only says so, offers no change, and shows what others do")
  func readOnly() throws {
    try Self.withWorkbench(options: ["--read-only"], allowing: "403 (Forbidden)") { served, page in
      let browser = page.browser
      try browser.wait("it says so", "document.querySelector('#coder').textContent === 'read only'")
      try page.open(source: "P01")
      try browser.click(try place(page, 0.3))
      try browser.type("ss")
      #expect(try page.selection() != nil)
      try browser.press(.enter)
      #expect(try browser.exists("#palette:not([hidden])") == false)
      #expect(try served.realist("code", "add", "something/to-undo").isDone)
      try browser.press("z", holding: .control)
      try browser.wait("it says why", "document.querySelector('#toasts').textContent.includes('read only')")
      try page.go(to: "#/codes")
      try browser.wait("the fields are closed", "document.querySelector('[data-field=definition]')?.disabled")
      let ending = try served.realist("code", "add", "from/elsewhere")
      #expect(ending.isDone, "\(ending.errors)")
      try browser.wait(
        "it goes on reading", "document.querySelector('[role=tree]').textContent.includes('elsewhere')")
    }
  }

  @Test("while another program writes, a tag waits on the page and reading goes on; then it is made, once")
  func locked() throws {
    try Self.withWorkbench(allowing: "423 (Locked)") { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      let other = try StudyStore.open(served.file.path())
      try other.change(try note("a long import")) { writer in
        try writer.addCode(path: "slow")
        try tag(page, at: 0.4, "kept/while-locked")
        try browser.wait(
          "it says what is in the way",
          "document.querySelector('#banner[data-state=locked]:not([hidden])')?.textContent.includes('One change waits')"
        )
        #expect(try browser.exists("mark[data-state=waiting]"))
        let began = ContinuousClock.now
        for _ in 0..<20 { #expect(try served.get("sources")["sources"].list.isEmpty == false) }
        #expect(ContinuousClock.now - began < .seconds(10), "who reads waits behind who writes")
      }
      try browser.wait("it is saved", Self.isSettled)
      #expect(try served.quotes(of: "P01").count { $0.codes.contains("kept/while-locked") } == 1)
      try served.requireSound()
    }
  }

  @Test(
    "when nothing more can be written a change waits, the study stays whole, and the change is made when there is room again"
  )
  func diskFull() throws {
    try Self.withWorkbench(allowing: "507 (Insufficient Storage)") { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      try served.limitFiles(isFull: true)
      try tag(page, at: 0.4, "kept/without-room")
      try browser.wait(
        "it says that the disk cannot be written",
        "document.querySelector('#banner[data-state=diskFailed]:not([hidden])')?.textContent.includes('no more room')"
      )
      try page.go(to: "#/codes")
      try browser.wait("reading goes on", "document.querySelector('[role=treeitem]')")
      try served.requireSound()
      #expect(try served.quotes(of: "P01").contains { $0.codes.contains("kept/without-room") } == false)
      try served.limitFiles(isFull: false)
      try browser.wait("it is saved", Self.isSettled)
      #expect(try served.quotes(of: "P01").count { $0.codes.contains("kept/without-room") } == 1)
      try served.requireSound()
    }
  }

  @Test(
    "a study file that is moved away has all changes in its new place; what is done then waits until it is back"
  )
  func moved() throws {
    try Self.withWorkbench(allowing: "410 (Gone)") { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      try tag(page, at: 0.3, "kept/before-moving")
      try browser.wait("it is saved", Self.isSettled)
      let elsewhere = served.folder.appending(path: "elsewhere.realist")
      try FileManager.default.moveItem(at: served.file, to: elsewhere)
      try tag(page, at: 0.6, "kept/while-away")
      try browser.wait(
        "it says that the file is not there",
        "document.querySelector('#banner[data-state=fileMoved]:not([hidden])')?.textContent.includes('moved, deleted or replaced')"
      )
      let copy = served.folder.appending(path: "copy.realist")
      try FileManager.default.copyItem(at: elsewhere, to: copy)
      let codes = try StudyStore.open(copy.path(), .readOnly).read { try $0.codeTree().order.map(\.path) }
      #expect(codes.contains("kept/before-moving"))
      try FileManager.default.moveItem(at: elsewhere, to: served.file)
      try browser.wait("it is saved", Self.isSettled)
      for code in ["kept/before-moving", "kept/while-away"] {
        #expect(try served.quotes(of: "P01").count { $0.codes.contains(code) } == 1)
      }
      try served.requireSound()
    }
  }

  @Test(
    "a tag and a definition that the server did not get any more are there when the page was loaded again")
  func loadedAgain() throws {
    try Self.withWorkbench(allowing: "net::ERR_") { served, page in
      let browser = page.browser
      try page.go(to: "#/codes")
      try browser.wait("the code has its fields", "document.querySelector('[data-field=definition]')")
      try page.open(source: "P01")
      served.kill()
      try tag(page, at: 0.4, "kept/before-loading")
      try browser.wait(
        "it says that the server is away", "document.querySelector('#banner[data-state=away]:not([hidden])')")
      try page.go(to: "#/codes")
      try browser.wait("the code has its fields", "document.querySelector('[data-field=definition]')")
      let code = try browser.text(".code-title") ?? ""
      try browser.script("document.querySelector('[data-field=definition]').focus();")
      try browser.press(.end, holding: .control)
      try browser.type(" and more")
      try served.start()
      try browser.reload()
      try browser.wait(
        "it says what it did",
        "document.querySelector('#toasts')?.textContent.includes('from before this page was loaded again')")
      #expect(try served.quotes(of: "P01").count { $0.codes.contains("kept/before-loading") } == 1)
      try page.go(to: "#/codes")
      try browser.wait(
        "what was typed is there",
        "document.querySelector('.code-title')?.textContent === arguments[0] && document.querySelector('[data-field=definition]')?.value.endsWith(' and more')",
        code)
      try browser.script("document.querySelector('[data-field=definition]').focus();")
      try browser.press(.enter, holding: .control)
      try browser.wait("it is saved", "!document.querySelector('[data-field=definition][data-dirty]')")
      #expect(
        try served.get("codes")["codes"].list.contains {
          $0["definition"].string?.hasSuffix(" and more") == true
        })
      try served.requireSound()
    }
  }

  @Test("a page beside 200 idle connections opens, reads and tags")
  func idleConnections() throws {
    try Self.withServed { served in
      let sockets = try (0..<200).map { _ in try LocalHTTP(port: served.port).connected() }
      defer { for socket in sockets { close(socket) } }
      let page = try WorkbenchPage(try Browser(try ChromeDriver()), served.address)
      try page.open(source: "P01")
      try tag(page, at: 0.4, "kept/in-a-crowd")
      try page.browser.wait("it is saved", Self.isSettled)
      #expect(try served.quotes(of: "P01").count { $0.codes.contains("kept/in-a-crowd") } == 1)
      #expect(try Self.complaints(of: page.browser) == [])
    }
  }

  // Hands

  /// A place in the words at this share of the source, brought into the view.
  func place(_ page: WorkbenchPage, _ share: Double) throws -> Point {
    let found = try page.browser.script(
      """
      const words = [...document.querySelectorAll("#transcript .words")];
      const line = words[Math.floor(arguments[0] * words.length)];
      line.scrollIntoView({ block: "center" });
      const box = line.getBoundingClientRect();
      return [box.left + 40, box.top + 12];
      """, share)
    return Point(x: found[0].number ?? 0, y: found[1].number ?? 0)
  }

  /// Tags a sentence at this share of the source.
  func tag(_ page: WorkbenchPage, at share: Double, _ code: String) throws {
    try page.browser.press(.escape)
    try page.browser.click(try place(page, share), typing: "s", then: .enter)
    try page.tag(typing: code)
  }

  /// Whoever changes the study beside the page.
  func note(_ command: String) throws -> ChangeNote {
    let time = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    return ChangeNote(
      coder: "Bea", time: time, command: command,
      ids: UUIDv7Source(time: time, random: SystemRandomNumberGenerator()))
  }
}
