import Foundation
import Testing

extension BrowserSuite {
  @Test("undo and redo pressed faster than they are answered go through the page's own changes, one each")
  func undoInARow() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      try page.open(source: "P01")
      let before = try made(served)
      for (number, share) in [0.2, 0.4, 0.6].enumerated() { try tag(page, at: share, "in-a-row/\(number)") }
      // Not waiting until the last of them is saved.
      try browser.press("z", times: 2, holding: .control)
      try page.settle()
      #expect(try made(served) == before + ["in-a-row/0"])
      try browser.press("z", times: 2, holding: .control, .shift)
      try page.settle()
      #expect(try made(served) == before + ["in-a-row/0", "in-a-row/1", "in-a-row/2"])
      try browser.press("z", times: 3, holding: .control)
      try page.settle()
      #expect(try made(served) == before)
      let codes = try served.get("codes")["codes"].list.compactMap { $0["path"].string }
      #expect(!codes.isEmpty && !codes.contains { $0.hasPrefix("in-a-row") })
      try served.requireSound()
    }
  }

  private func made(_ served: Served) throws -> [String] {
    try served.quotes(of: "P01").flatMap(\.codes).filter { $0.hasPrefix("in-a-row") }.sorted()
  }
}
