import CommandKit
import Foundation
import Testing

@testable import RealistCommands

@Suite("The reference")
struct ReferenceTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RealistCommands/RealistCommands.docc/Reference.md")

  @Test("the page of all commands in the documentation is what the commands say of themselves")
  func upToDate() throws {
    let page = referenceMarkdown(Realist.self)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try page.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(kept == page, "write it again: UPDATE_GOLDEN=1 swift test --filter ReferenceTests")
  }
}
