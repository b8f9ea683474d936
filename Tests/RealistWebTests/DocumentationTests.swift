import Foundation
import Testing

@testable import RealistWeb

@Suite("The interface is documented")
struct DocumentationTests {
  @Test("every address that answers is in the documentation, and no other")
  func routes() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/RealistWeb/RealistWeb.docc/Interface.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let told = text.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("### `") else { return nil }
      return String(line.dropFirst(5).prefix { $0 != "`" })
    }
    let known = Route.all.map { "\($0.method.rawValue) \($0.path)" }
    #expect(!known.isEmpty)
    #expect(Set(told) == Set(known))
    #expect(told.count == known.count)
  }
}
