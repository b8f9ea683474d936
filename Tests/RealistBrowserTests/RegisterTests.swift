import Foundation
import TestSupport
import Testing

/// What is kept beside the passages: consent, the guide's questions, the places of codes, tables, files of other encodings.
extension BrowserSuite {
  @Test("consent and the day of a withdrawal are seen and changed in People, and the command line sees them")
  func consentAndWithdrawal() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      try page.go(to: "#/people")
      let row = "tr[data-key=P01]"
      try browser.wait("the consent of P01 is there", "document.querySelector('\(row) [data-field=consent]')")
      #expect(
        try browser.script("return document.querySelector('\(row) [data-field=consent]').value;").string
          == "record; quote; archive")
      for (field, typed) in [("consent", "record; quote"), ("withdrawn", "2026-03-02")] {
        try browser.click("\(row) [data-field=\(field)]")
        try browser.press("a", holding: .control)
        try browser.type(typed)
        try browser.press(.enter)
        try browser.wait(
          "\(field) is saved",
          "!document.querySelector('\(row) [data-dirty]') && document.querySelector('\(row)').innerText.includes('Saved')"
        )
        try page.settle()
      }
      try browser.wait("the withdrawal shows", "!document.querySelector('\(row) .withdrawn').hidden")
      let shown = try served.realist("participant", "show", "P01", "--format", "csv").output
      #expect(shown.contains("consent,\"record, quote\""))
      #expect(shown.contains("withdrawn,2026-03-02"))
      try served.requireSound()
    }
  }

  @Test("the question of the guide stands above the first answer to it, and is no part of the text")
  func questions() throws {
    try Self.withWorkbench { served, page in
      let (folder, browser) = (served.folder.appending(path: "asked"), page.browser)
      try FileManager.default.copyItem(at: Self.projects.appending(path: "support-workforce"), to: folder)
      let turns = folder.appending(path: "turns.csv")
      let lines = try String(contentsOf: turns, encoding: .utf8).split(separator: "\n")
      // The first two answers of P01 become answers to the second question.
      let answers = lines.indices.filter { lines[$0].hasPrefix("P01,") && lines[$0].contains("Dawn") }
      let asked = lines.indices.map { answers.prefix(2).contains($0) ? lines[$0] + "2" : lines[$0] }
      try asked.map { $0 + "\n" }.joined().write(to: turns, atomically: true, encoding: .utf8)
      let built = try BuiltProgram(folder: served.folder).run([
        "build", folder.path(), "--output", "asked.realist",
      ])
      try #require(built.isDone, "\(built.errors)")
      let other = try Served(served.folder, study: "asked.realist")
      defer { other.kill() }
      try browser.open(other.address)
      try page.open(source: "P01")
      let found = try browser.script(
        """
        const asked = [...document.querySelectorAll("#transcript .words[data-question]")];
        return [asked.length, getComputedStyle(asked[0], "::before").content, asked[0].textContent];
        """)
      #expect(found[0].number == 1)
      #expect(found[1].string == "\"Question 2: How did you come to it?\"")
      #expect(found[2].string?.contains("How did you come to it?") == false)
      // A page whose server ends complains, and rightly.
      try browser.open("about:blank")
    }
  }

  @Test("a question that the text has just above the answer is not said twice")
  func questionInText() throws {
    try Self.withWorkbench { served, page in
      try Data("id,What changed?\nS1,Much less paper\n".utf8).write(
        to: served.folder.appending(path: "survey.csv"))
      let imported = try served.realist(
        "survey", "import", "survey.csv", "--id", "id", "--open", "What changed?")
      try #require(imported.isDone, "\(imported.errors)")
      try page.open(source: "S1")
      #expect(try page.browser.text("#transcript")?.contains("What changed?") == true)
      #expect(try page.browser.exists("#transcript .words[data-question]") == false)
    }
  }

  @Test("a code that is added beside another one stands right after it")
  func codeBeside() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      try page.go(to: "#/codes")
      let first = "[role=treeitem][aria-level=\"1\"]"
      try browser.wait("the codes are there", "document.querySelectorAll('\(first)').length > 1")
      try browser.script("document.querySelector('\(first)').focus();")
      try browser.press(.home)
      try browser.script("document.querySelector('[data-action=add]').click();")
      try browser.wait("it asks for the name", "document.activeElement?.id === 'new-code'")
      try browser.type("right after")
      try browser.press(.enter)
      try browser.wait("it is in the tree", "document.body.innerText.includes('right after')")
      try page.settle()
      let codes = try served.realist("code", "list", "--format", "csv").output.split(separator: "\n")
      let top = codes.dropFirst().map { $0.split(separator: ",")[1] }.filter { !$0.contains("/") }
      #expect(top.firstIndex(of: "right after") == 1, "\(top)")
    }
  }

  @Test("tables stand in sections, and regularities are made with the options that are chosen")
  func regularities() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      try page.go(to: "#/tables/regularities")
      try browser.wait(
        "the table is there", "document.querySelectorAll('table.data tbody tr').length > 1")
      #expect(
        try browser.script("return document.querySelectorAll('.table-names h2').length;").number ?? 0 > 5)
      try browser.script(
        """
        const field = document.querySelector("[data-option=level]");
        field.value = "2";
        field.dispatchEvent(new Event("change", { bubbles: true }));
        """)
      let printed = try served.realist("regularities", "--level", "2", "--format", "csv").output
      let rows = printed.split(separator: "\n").count - 1
      try browser.wait(
        "the table is that of the second level",
        "document.querySelectorAll('table.data tbody tr').length === \(rows)")
      for name in ["framework", "joint", "linked-codings", "map-links"] {
        try browser.click("a[data-table=\(name)]")
        try browser.wait(
          "\(name) is there",
          "location.hash.endsWith('/\(name)') && !document.querySelector('[aria-busy]') && document.querySelector('table.data thead th')"
        )
      }
    }
  }

  @Test("a file of another encoding is imported with the one that is offered")
  func otherEncoding() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let file = served.folder.appending(path: "old.txt")
      try Data([UInt8]("Ada: A caf".utf8) + [0xe9, 0x02] + [UInt8](" in town.\n".utf8)).write(to: file)
      try browser.choose(files: [file.path()], in: "#import-file")
      try browser.wait(
        "it asks for the encoding", "document.querySelector('#import-encoding')?.value === 'windows-1252'")
      try browser.script("document.querySelector('dialog button[data-action=Import]').click();")
      try page.open(source: "old")
      #expect(try browser.text("#transcript")?.contains("A café") == true)
      // The browser writes down the refusal that the dialog was about.
      #expect(try browser.consoleLines().allSatisfy { $0.contains("400 (Bad Request)") })
      try served.requireSound()
    }
  }
}
