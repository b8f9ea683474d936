import Foundation
import Testing

extension BrowserSuite {
  @Test("keys alone: codes are found, renamed, moved every way, made, merged, deleted, coloured and defined")
  func keysInTheCodebook() throws {
    try Self.withWorkbench { served, page in
      let walk = KeyboardWalk(page)
      let before = try served.codePaths()
      try page.browser.press("2", holding: .alt)
      try walk.wait(focus: "main")
      try walk.wait("the codes are listed", "document.querySelector('[role=treeitem]')")
      try findAndRename(served, walk)
      try moveEveryWay(served, walk)
      try makeAndDelete(served, walk)
      try #require(try served.codePaths().sorted() == before.map(Self.renamed).sorted())
      try define(served, walk)
      try merge(served, walk)
      try readAQuoteAndComeBack(walk)
      try served.requireSound()
    }
  }

  private static let (old, new) = (
    "contexts/organisation/slow-decisions", "contexts/organisation/panels and forms"
  )
  private static func renamed(_ path: String) -> String { path == old ? new : path }
  private static let chosen = "[role=treeitem][aria-selected=true]"

  /// Waits until the row of a code has the focus, at a level of the tree.
  private func wait(_ walk: KeyboardWalk, at name: String, level: Int? = nil) throws {
    try walk.wait(
      "the row of \(name) has the keys",
      "document.activeElement.matches('[role=treeitem]') && document.activeElement.textContent.includes(arguments[0])",
      name)
    try walk.requireFocus(after: "coming to \(name)")
    if let level { try walk.wait(focus: "\(Self.chosen)[aria-level=\"\(level)\"]") }
  }

  private func findAndRename(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press("/")
    try walk.wait(focus: "[data-field=find-code]")
    try walk.type("slow-dec")
    try walk.press(.enter)
    try wait(walk, at: "slow-decisions", level: 3)
    try walk.press(.up)
    try walk.press(.down)
    try wait(walk, at: "slow-decisions", level: 3)
    try walk.press(.left)
    try wait(walk, at: "organisation", level: 2)
    try walk.press(.left)
    try walk.wait(focus: "\(Self.chosen)[aria-expanded=false]")
    try walk.press(.right)
    try walk.wait(focus: "\(Self.chosen)[aria-expanded=true]")
    try walk.type("slow")
    try wait(walk, at: "slow-decisions", level: 3)
    try walk.press(.f2)
    try walk.wait(focus: "[data-rename]")
    try walk.type("dropped")
    try walk.press(.escape)
    try wait(walk, at: "slow-decisions", level: 3)
    try walk.press(.f2)
    try walk.wait(focus: "[data-rename]")
    try walk.type("panels and forms")
    try walk.press(.enter)
    try wait(walk, at: "panels and forms", level: 3)
    try walk.page.settle()
    #expect(try served.codePaths().contains(Self.new))
  }

  private func moveEveryWay(_ served: Served, _ walk: KeyboardWalk) throws {
    let steps: [(Key, Int, String)] = [
      (.up, 3, Self.new), (.right, 4, "/panels and forms"), (.left, 3, Self.new),
      (.left, 2, "contexts/panels and forms"),
      (.down, 2, "contexts/panels and forms"), (.right, 3, "/panels and forms"),
    ]
    let places = try walk.page.browser.script(
      "return [...document.querySelectorAll('[role=treeitem]')].map((each) => each.dataset.id);"
    ).list.count
    for (key, level, ending) in steps {
      let before = try order(walk)
      try walk.press(key, holding: [.alt])
      try walk.wait(
        "the order is another one", "\(Self.order).join() !== arguments[0]", before.joined(separator: ","))
      try wait(walk, at: "panels and forms", level: level)
      try walk.page.settle()
      #expect(try served.codePaths().contains { $0.hasSuffix(ending) }, "\(key) to \(ending)")
    }
    #expect(try walk.count("[role=treeitem]") == places)
    // All of it is taken back, step by step.
    for _ in steps {
      try walk.press("z", holding: [.control])
      try walk.page.settle()
    }
    try wait(walk, at: "panels and forms", level: 3)
    #expect(try served.codePaths().contains(Self.new))
  }

  /// The rows with their levels, as they stand below one another.
  private func order(_ walk: KeyboardWalk) throws -> [String] {
    try walk.browser.script("return \(Self.order);").list.compactMap(\.string)
  }

  private static let order =
    "[...document.querySelectorAll('[role=treeitem]')].map((each) => `${each.ariaLevel} ${each.dataset.id}`)"

  private func makeAndDelete(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press(.insert)
    try walk.wait(focus: "#new-code")
    try walk.press(.escape)
    try wait(walk, at: "panels and forms")
    try walk.press(.insert, holding: [.shift])
    try walk.wait(focus: "#new-code")
    try walk.type("by post")
    try walk.press(.enter)
    try wait(walk, at: "by post", level: 4)
    try walk.page.settle()
    #expect(try served.codePaths().contains("\(Self.new)/by post"))
    try walk.press(.delete)
    try walk.wait(focus: "dialog [data-action=cancel]")
    try walk.press(.escape)
    try wait(walk, at: "by post", level: 4)
    try walk.press(.delete)
    try walk.wait(focus: "dialog [data-action=cancel]")
    try walk.enter("dialog [data-action=confirm]")
    // The focus goes to the row that came up in its place.
    try walk.wait(focus: "\(Self.chosen):not([aria-level=\"4\"])")
    try walk.page.settle()
  }

  private func define(_ served: Served, _ walk: KeyboardWalk) throws {
    try walk.press("/")
    try walk.wait(focus: "[data-field=find-code]")
    try walk.type("panels")
    try walk.press(.enter)
    try wait(walk, at: "panels and forms", level: 3)
    try walk.tab(to: "[data-field=definition]")
    try walk.press("a", holding: [.control])
    try walk.type("Forms that go round")
    try walk.press(.enter, holding: [.control])
    try walk.wait(focus: "[data-field=definition]:not([data-dirty])")
    try walk.enter("[data-colour=\"#d55e00\"]")
    try walk.wait(
      "it is pressed", "document.querySelector('[data-colour=\"#d55e00\"]').ariaPressed === 'true'")
    try walk.wait(focus: "[data-colour=\"#d55e00\"]")
    try walk.tab(to: "[data-field=hotkey]")
    try walk.type("7")
    try walk.press(.enter)
    try walk.wait(focus: "[data-field=hotkey]:not([data-dirty])")
    try walk.page.settle()
    let code = try served.get("codes")["codes"].list.first { $0["path"].string == Self.new }
    #expect(code?["definition"].string == "Forms that go round")
    #expect(code?["colour"].string == "#d55e00")
    #expect(code?["hotkey"].string == "7")
  }

  private func merge(_ served: Served, _ walk: KeyboardWalk) throws {
    let codings = {
      try served.realist("quotes", "--code", "contexts/organisation", "--format", "json").output
    }
    let before = try codings()
    try walk.enter("[data-action=merge]", back: true)
    try walk.wait(focus: "#merge-into")
    try walk.press(.escape)
    try walk.wait(focus: "[data-action=merge]")
    try walk.press(.enter)
    try walk.type("small-teams")
    try walk.press(.down)
    try walk.wait(focus: "#merge-targets")
    try walk.enter("dialog [data-action=confirm]")
    try wait(walk, at: "small-teams", level: 3)
    try walk.page.settle()
    #expect(try !served.codePaths().contains(Self.new))
    let after = try codings()
    #expect(before.contains("panels and forms") && !after.contains("panels and forms"))
  }

  private func readAQuoteAndComeBack(_ walk: KeyboardWalk) throws {
    try walk.wait("its quotes are there", "document.querySelector('.quote [data-action=jump]')")
    try walk.tab(to: ".quote:nth-child(2) [data-action=jump]")
    let place = try walk.browser.script("return document.activeElement.getAttribute('href');").string ?? ""
    try walk.press(.enter)
    try walk.wait(focus: "#transcript")
    try walk.wait("the passage is open", "!document.querySelector('#passage').hidden")
    try walk.browser.back()
    try walk.wait(focus: ".quote a[href=\"\(place)\"]")
  }
}
