import Foundation
import RealistSamples
import TestSupport
import Testing

/// Two windows at the same thing, and things that are deleted elsewhere.
extension BrowserSuite {
  @Test(
    "a code that is deleted elsewhere while it is chosen in the palette is said, and Enter takes no other in its place"
  )
  func codeGoneFromThePalette() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let before = try served.quotes(of: "P01").count
      #expect(try served.realist("code", "add", "brief/lived").isDone)
      try page.open(source: "P01")
      try browser.click(try place(page, 0.4), typing: "s", then: .enter)
      try browser.wait("the palette has the keys", "document.activeElement?.id === 'palette-input'")
      try browser.type(" lived")
      try browser.wait(
        "it is chosen",
        "document.querySelector('#palette-list [aria-selected=true]')?.textContent.includes('lived')")
      #expect(try served.realist("code", "delete", "brief/lived", "--yes").isDone)
      try browser.wait(
        "it says so", "document.querySelector('#toasts').textContent.includes('brief/lived was deleted')")
      try browser.press(.enter)
      try page.settle()
      #expect(try served.quotes(of: "P01").count == before)
      #expect(try browser.exists("#palette:not([hidden])"))
    }
  }

  @Test(
    "a code that is deleted elsewhere leaves the open passage, and what was typed as its definition is told")
  func codeGoneWhileDefined() throws {
    try Self.withWorkbench(allowing: "404 (Not Found)") { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      try tag(page, at: 0.4, "brief/lived")
      try browser.wait("it is saved", Self.isSettled)
      try browser.click(try place(page, 0.4))
      try browser.wait(
        "the passage is open", "document.querySelector('#passage .codings')?.textContent.includes('lived')")
      #expect(try served.realist("code", "delete", "brief/lived", "--yes").isDone)
      try browser.wait(
        "the code is off the passage, which is open still",
        "!document.querySelector('#passage').hidden && !document.querySelector('#passage .codings').textContent.includes('lived')"
      )
      #expect(try served.realist("undo").isDone)
      try browser.wait(
        "it is back", "document.querySelector('#passage .codings').textContent.includes('lived')")
      try browser.click("#passage .codings a.code-name")
      try browser.wait(
        "its fields are there", "document.querySelector('.code-title')?.textContent === 'lived'")
      try browser.click("[data-field=definition]")
      try browser.type("Lasted a day")
      #expect(try served.realist("code", "delete", "brief", "--yes").isDone)
      try browser.wait(
        "what was typed is told", "document.querySelector('#toasts').textContent.includes('Lasted a day')")
    }
  }

  @Test("of two who write the same definition the second reads the other's and says which stays")
  func sameDefinition() throws {
    try Self.withWorkbench(allowing: "409 (Conflict)") { served, page in
      let browser = page.browser
      try page.go(to: "#/codes")
      try browser.wait("the code has its fields", "document.querySelector('[data-field=definition]')")
      let code = try #require(try served.get("codes")["codes"][0]["id"].string)
      try browser.click("[data-field=definition]")
      try browser.type("Mine ")
      try patch(served, "codes/\(code)", #"{"definition":"Theirs 🙂"}"#)
      try browser.wait(
        "it is told", "document.querySelector('.code-fields').textContent.includes('Changed elsewhere')")
      try browser.press(.enter, holding: .control)
      try browser.wait(
        "both are there",
        "document.querySelector('.code-fields .problem:not([hidden])')?.textContent.includes('Theirs 🙂')")
      #expect(try served.get("codes")["codes"][0]["definition"].string == "Theirs 🙂")
      #expect(
        try browser.script("return document.querySelector('[data-field=definition]').value;").string?
          .contains("Mine") == true)
      try browser.click("[data-action=save-mine]")
      try browser.wait("mine is saved", "!document.querySelector('[data-field=definition][data-dirty]')")
      #expect(try served.get("codes")["codes"][0]["definition"].string?.contains("Mine") == true)
    }
  }

  @Test("of two who write the same memo the second reads the other's and says which stays")
  func sameMemo() throws {
    try Self.withWorkbench(allowing: "409 (Conflict)") { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      try tag(page, at: 0.4, "brief/memo")
      try browser.wait("it is saved", Self.isSettled)
      try browser.click(try place(page, 0.4))
      try browser.wait("the passage is open", "!document.querySelector('#passage').hidden")
      let segment = try #require(
        try browser.script("return document.querySelector('#passage').dataset.segment;").string)
      try browser.click("#passage-memo")
      try browser.type("Mine")
      try patch(served, "segments/\(segment)", #"{"memo":"Theirs"}"#)
      try browser.press(.enter, holding: .control)
      try browser.wait(
        "both are there",
        "document.querySelector('#passage .problem:not([hidden])')?.textContent.includes('Theirs')")
      #expect(try browser.script("return document.querySelector('#passage-memo').value;").string == "Mine")
      try browser.click("#passage [data-action=save-mine]")
      try browser.wait("mine is saved", Self.isSettled)
      try page.settle()
      let source = try #require(try served.sourceID("P01"))
      let segments = try served.get("sources/\(source)/segments")["segments"].list
      #expect(segments.first { $0["id"].string == segment }?["memo"].string == "Mine")
    }
  }

  @Test(
    "of two who write the same statement the second reads the other's, and saves again to put theirs in its place"
  )
  func sameStatement() throws {
    try Self.withWorkbench(allowing: "409 (Conflict)") { served, page in
      let browser = page.browser
      try page.go(to: "#/configurations")
      try browser.click(".card [data-action=edit-statement]")
      try browser.wait("the editor has the keys", "document.activeElement?.matches('[data-field=statement]')")
      let old = try served.get("configurations")["configurations"][0]
      let (id, statement) = (try #require(old["id"].string), try #require(old["statement"].string))
      try browser.press(.home, holding: .control)
      try browser.type("Mine: ")
      let theirs = String(
        decoding: try JSONEncoder().encode(["statement": "Theirs: " + statement]), as: UTF8.self)
      try patch(served, "configurations/\(id)", theirs)
      try browser.wait(
        "it is told", "document.querySelector('.statement-editor').textContent.includes('Changed elsewhere')")
      try browser.press(.enter, holding: .control)
      try browser.wait(
        "it is refused",
        "document.querySelector('.statement-editor .problem:not([hidden])')?.textContent.includes('save again')"
      )
      #expect(
        try served.get("configurations")["configurations"][0]["statement"].string == "Theirs: " + statement)
      try browser.press(.enter, holding: .control)
      try browser.wait("mine is saved", "!document.querySelector('.statement-editor')")
      #expect(
        try served.get("configurations")["configurations"][0]["statement"].string == "Mine: " + statement)
    }
  }

  @Test("a whole source of 100,000 words is selected and tagged, and taken back")
  func everything() throws {
    try Self.withServed { served in
      let sample = Sample(size: .init(sources: 13, codingsPerSource: 1, codes: 5))
      let long = (0..<13).map { sample.source($0).revision.text.string }.joined(separator: "\n\n")
      try #require(long.split(whereSeparator: \.isWhitespace).count > 100_000)
      try long.write(to: served.folder.appending(path: "LONG.txt"), atomically: true, encoding: .utf8)
      try #require(
        try served.realist("source", "import", served.folder.appending(path: "LONG.txt").path()).isDone)
      let page = try WorkbenchPage(try Browser(try ChromeDriver()), served.address)
      let browser = page.browser
      browser.patience = 60
      try page.open(source: "LONG")
      try browser.press("a", holding: .control)
      let span = try #require(try page.selection())
      #expect(span.count > 500_000)
      try browser.press(.enter)
      try page.tag(typing: "everything")
      try browser.wait("it is saved", Self.isSettled)
      let quotes = try served.quotes(of: "LONG")
      #expect(quotes.map(\.start) == [span.lowerBound])
      #expect(quotes.map(\.end) == [span.upperBound])
      try browser.press("z", holding: .control)
      try browser.wait("it is taken back", "!document.querySelector('#transcript mark')")
      try served.requireSound()
      #expect(try Self.complaints(of: browser) == [])
    }
  }

  /// A change as another window makes it.
  private func patch(_ served: Served, _ path: String, _ body: String) throws {
    let answer = try LocalHTTP(port: served.port).request(
      "PATCH", "/api/1/\(path)",
      headers: ["Realist-Token": served.token, "Realist-Coder": "Bea", "Content-Type": "application/json"],
      body: Array(body.utf8))
    try #require(answer.status == 200, "\(answer.text)")
  }
}
