import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "keys alone: what somebody else takes away under the focus hands it on, and their changes do not move it")
  func keysWithOthers() throws {
    try Self.withWorkbench(allowing: "404 (Not Found)") { served, page in
      let walk = KeyboardWalk(page)
      try loseASource(served, walk)
      try loseACode(served, walk)
      try loseEvidence(served, walk)
      try keepTheChoiceOfCoder(served, walk)
      try served.requireSound()
    }
  }

  private func loseASource(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.tab(to: "#sources tr[data-name=P02] a")
    let place = try walk.browser.script(
      "return [...document.querySelectorAll('#sources tbody a')].indexOf(document.activeElement);"
    ).int
    let sources = try walk.count("#sources tbody tr")
    try served.realist("source", "remove", "P02", "--yes")
    try walk.wait(
      "it is gone", "document.querySelectorAll('#sources tbody tr').length === arguments[0]", sources - 1)
    try walk.wait(focus: "#sources tbody tr:nth-child(\((place ?? 0) + 1)) a")
    try served.realist("undo")
    try walk.wait(
      "it is back", "document.querySelectorAll('#sources tbody tr').length === arguments[0]", sources)
    try walk.requireFocus(after: "the source came back")
  }

  private func loseACode(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press("2", holding: [.alt])
    try walk.wait("the codes are listed", "document.querySelector('[role=treeitem]')")
    try walk.press("/")
    try walk.type("distance")
    try walk.press(.enter)
    try walk.wait(focus: "[role=treeitem][aria-label^=distance]")
    try served.realist("code", "delete", "contexts/place/distance", "--yes")
    try walk.wait("it is gone", "!document.querySelector('[role=treeitem][aria-label^=distance]')")
    try walk.wait(focus: "[role=treeitem][aria-selected=true]")
    let next = try walk.focused()
    #expect(next.hasPrefix("better-paid-local-jobs"), "\(next) is not what came up in its place")
  }

  private func loseEvidence(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press("3", holding: [.alt])
    try walk.wait("the cards are there", "document.querySelector('.card')")
    try walk.enter(".card:first-child [data-action=evidence]")
    try walk.tab(to: ".card:first-child .evidence-row:first-child [data-field=note]")
    let rows = try walk.count(".card:first-child .evidence-row")
    let first = try served.get("configurations")["configurations"][0]["evidence"][0]["id"].string ?? ""
    try served.remove("evidence/\(first)")
    try walk.wait(
      "it is gone", "document.querySelectorAll('.card:first-child .evidence-row').length === arguments[0]",
      rows - 1)
    try walk.wait(focus: ".card:first-child .evidence-row:first-child [data-field=note]")
  }

  private func keepTheChoiceOfCoder(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.tab(to: "#coder-picker")
    try served.realist("code", "add", "quite new", "--coder", "Bea")
    try walk.wait("Bea can be chosen", "[...document.querySelectorAll('#coder-picker option')].length > 0")
    try walk.press("5", holding: [.alt])
    try walk.wait("the tables are listed", "document.querySelector('[data-table]')")
    try walk.wait(focus: "#coder-picker")
  }
}

extension Served {
  /// Somebody at another browser takes something away.
  fileprivate func remove(_ path: String) throws {
    let headers = [
      "Realist-Token": token, "Realist-Coder": "Bea", "Realist-Request": UUID().uuidString.lowercased(),
    ]
    let answer = try LocalHTTP(port: port).request("DELETE", "/api/1/\(path)", headers: headers)
    guard answer.status < 300 else { throw Browser.Failure(description: "\(path): \(answer.text)") }
  }
}
