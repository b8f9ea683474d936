import Foundation
import Testing

extension BrowserSuite {
  /// Where pictures are kept; the tests look at every view in any case.
  static let pictures = ProcessInfo.processInfo.environment["REALIST_SCREENSHOTS"].map { URL(filePath: $0) }

  private static let views = [
    ("sources", "#/sources", "document.querySelector('#sources tbody tr')"),
    ("codes", "#/codes", "document.querySelector('.tree-row')"),
    ("configurations", "#/configurations", "document.querySelector('.card')"),
    ("theory-of-change", "#/theory-of-change", "document.querySelector('.graph-paper [data-node]')"),
    ("tables", "#/tables/cmo", "document.querySelector('table.data tbody tr')"),
    ("people", "#/people", "document.querySelector('.people-table tbody tr')"),
    ("search", "#/search?q=trust", "document.querySelector('#main .view')"),
  ]

  @Test("every view opens, light and dark, wide and on a tablet", arguments: [false, true])
  func pictures(isDark: Bool) throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      try browser.prefer(dark: isDark)
      for (width, height) in [(1280, 900), (820, 1180)] {
        try browser.resize(width: width, height: height)
        for (name, hash, isThere) in Self.views {
          try page.go(to: hash)
          try browser.wait("\(name) is shown", isThere)
          let overflow = try browser.script("return document.documentElement.scrollWidth - innerWidth;").int
          #expect((overflow ?? 0) <= 0, "\(name) is wider than a window of \(width)")
          try keep(browser, "\(name)-\(width)", isDark)
        }
        try page.open(source: "P01")
        try browser.wait("stripes are drawn", "document.querySelector('.stripe')")
        try keep(browser, "reader-\(width)", isDark)
        try browser.click(try page.point(.middle, of: "I do a lot of tea."))
        try browser.wait("a passage is open", "!document.querySelector('#passage').hidden")
        try keep(browser, "passage-\(width)", isDark)
        try browser.press("s")
        try browser.press(.enter)
        try browser.wait("the palette is open", "!document.querySelector('#palette').hidden")
        try keep(browser, "palette-\(width)", isDark)
        try browser.press(.escape)
        try browser.press("?")
        try browser.wait("the keys are shown", "document.querySelector('#keys-help')")
        try keep(browser, "keys-\(width)", isDark)
        try browser.press(.escape)
      }
      let background =
        try browser.script("return getComputedStyle(document.body).backgroundColor;").string ?? ""
      let parts = background.matches(of: /\d+/).compactMap { Int($0.0) }
      try #require(parts.count >= 3, "\(background)")
      #expect((parts[..<3].reduce(0, +) < 384) == isDark, "\(background)")
    }
  }

  private func keep(_ browser: Browser, _ name: String, _ isDark: Bool) throws {
    guard let folder = Self.pictures else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try browser.screenshot().write(to: folder.appending(path: "\(name)-\(isDark ? "dark" : "light").png"))
  }
}
