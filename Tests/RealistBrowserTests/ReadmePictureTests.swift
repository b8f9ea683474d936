import Foundation
import TestSupport
import Testing

extension BrowserSuite {
  private static let picture = projects.deletingLastPathComponent().appending(
    path: "Tests/Golden/RealistBrowserTests/workbench.png")

  @Test("the README shows the page as it is: a passage that is being coded")
  func readmePicture() throws {
    try Self.withWorkbench { _, page in
      let browser = page.browser
      try browser.prefer(dark: false)
      try page.open(source: "P02")
      try browser.wait("stripes are drawn", "document.querySelector('.stripe')")
      let words = "sat down and wrote the strength and balance competencies"
      _ = try page.point(.middle, of: words)
      try browser.click(try page.point(.middle, of: words))
      try browser.wait("a passage is open", "!document.querySelector('#passage').hidden")
      let shown = try browser.screenshot()
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(
          at: Self.picture.deletingLastPathComponent(), withIntermediateDirectories: true)
        try shown.write(to: Self.picture)
      }
      // Letters are drawn a little differently from one machine to the next, so what is compared is the size and what is on it.
      let kept = try Data(contentsOf: Self.picture)
      #expect(Self.size(ofPNG: kept) == Self.size(ofPNG: shown))
      #expect(try browser.text("#passage")?.contains(words) == true)
      let readme = try String(
        contentsOf: Self.projects.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
      #expect(readme.contains("(Tests/Golden/RealistBrowserTests/workbench.png)"))
    }
  }

  /// Width and height in pixels, from the first chunk of the file.
  private static func size(ofPNG data: Data) -> [UInt32] {
    guard data.starts(with: [0x89, 0x50, 0x4e, 0x47]), data.count > 24 else { return [] }
    return [16, 20].map { at in data[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
  }
}
