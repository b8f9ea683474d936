import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  @Test("script in every text of a study is shown as text, and nothing of it is run")
  func injection() throws {
    try Self.withWorkbench { served, page in
      let script = "<img src=x onerror=\"window.executed=1\"><script>window.executed=1<\u{2f}script>"
      // A slash would separate a code from its parent.
      let name = "<img src=x onerror=window.executed=1> 'x' \"y\" &amp; ${z} </b"
      try fill(served, with: script, name.replacing("/", with: "|"))
      for view in [
        "#/sources", "#/codes", "#/configurations", "#/theory-of-change", "#/tables", "#/people",
        "#/search?q=img",
      ] {
        try page.go(to: view)
        try page.browser.wait(
          "\(view) is shown",
          "document.querySelector('#main .view') && !document.querySelector('[aria-busy=true]')")
        try requireHarmless(page, view)
      }
      try page.open(source: "X01")
      try page.browser.wait("the passage is marked", "document.querySelector('#transcript mark')")
      try page.browser.click(try page.point(.middle, of: "window.executed"))
      try page.browser.wait("its details are open", "!document.querySelector('#passage').hidden")
      try requireHarmless(page, "the reader")
      #expect(try page.browser.text("#transcript")?.contains(script) == true)
      try page.browser.press("s")
      try page.browser.press(.enter)
      try page.tag(typing: name.replacing("/", with: "|") + " again")
      try page.settle()
      try requireHarmless(page, "the palette")
      try served.requireSound()
    }
  }

  /// Puts the script wherever a study keeps words.
  private func fill(_ served: Served, with script: String, _ name: String) throws {
    let file = served.folder.appending(path: "X01.txt")
    try "INT: \(script)\n\n\(name.prefix(20)): \(script) and words\n".write(
      to: file, atomically: true, encoding: .utf8)
    let commands = [
      ["study", "edit", "--title", script, "--question", script, "--summary", script],
      ["source", "import", file.path()], ["source", "edit", "X01", "title=\(script)", "mode=\(script)"],
      ["participant", "edit", "P01", "profession=\(script)", "--name", script],
      ["code", "add", name, "--definition", script],
      ["tag", "X01", script, "--code", name, "--memo", script, "--coder", script, "--occurrence", "1"],
    ]
    for command in commands {
      let ending = try BuiltProgram(folder: served.folder).run(command + ["--study", served.study])
      #expect(ending.isDone, "\(command.prefix(2)): \(ending.errors)")
    }
    let statement = "\(script) happens (C), \(script) is felt (M), and \(script) follows (O)"
    let made = try served.post("configurations", ["statement": statement, "title": script, "group": script])
    let (configuration, element) = (made["configuration"], made["configuration"]["elements"][0])
    let segment = try #require(try served.sourceSegments("X01").first?["id"].string)
    let evidence: [String: Any] = [
      "segment": segment, "elements": [element["id"].string ?? ""], "bearing": "refines",
      "standing": "observed",
      "note": script,
    ]
    _ = try served.post("configurations/\(configuration["id"].string ?? "")/evidence", evidence)
  }

  private func requireHarmless(_ page: WorkbenchPage, _ place: String) throws {
    let found = try page.browser.script(
      """
      return {
        executed: window.executed ?? null,
        images: document.querySelectorAll("img[src=x]").length,
        scripts: [...document.scripts].filter((each) => !each.src.startsWith(location.origin + "/page/")).length,
      };
      """)
    #expect(found["executed"].value == nil, "\(place)")
    #expect(found["images"].int == 0, "\(place)")
    #expect(found["scripts"].int == 0, "\(place)")
  }
}

extension Served {
  /// A change through the interface, as the page makes it.
  func post(_ path: String, _ members: [String: Any]) throws -> JSONValue {
    let answer = try LocalHTTP(port: port).request(
      "POST", "/api/1/\(path)", headers: ["Realist-Token": token, "Content-Type": "application/json"],
      body: Array(try JSONSerialization.data(withJSONObject: members)))
    guard answer.status < 300 else { throw Browser.Failure(description: "\(path): \(answer.text)") }
    return try JSONValue(parsing: answer.body)
  }

  func sourceID(_ name: String) throws -> String? {
    try get("sources")["sources"].list.first { $0["name"].string == name }?["id"].string
  }

  func sourceSegments(_ name: String) throws -> [JSONValue] {
    try get("sources/\(try sourceID(name) ?? "")/segments")["segments"].list
  }
}
