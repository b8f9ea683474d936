import Foundation
import TestSupport
import Testing

/// Tests/Peers/agreement.py through the built program.
@Suite("Agreement, beside other people's programs")
struct AgreementPeersTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Peers/agreement.py").path()

  /// A Python that has all packages: `$REALIST_PYTHON`, else the usual one.
  private static let python: String? = {
    let named = ProcessInfo.processInfo.environment["REALIST_PYTHON"] ?? "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: named) else { return nil }
    let packages = "import irrCAC, krippendorff, statsmodels, sklearn"
    return (try? run(named, ["-c", packages]))?.status == 0 ? named : nil
  }()

  private static func run(_ program: String, _ words: [String]) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test(
    "on 200 random tables irrCAC, krippendorff, statsmodels and scikit-learn come to the same numbers",
    .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"),
    .enabled(
      if: python != nil,
      "no Python with irrCAC, krippendorff, statsmodels and scikit-learn: pip install them, or name one that has them in REALIST_PYTHON"
    ))
  func same() throws {
    let result = try Self.run(try #require(Self.python), [Self.script, BuiltProgram.path, "200"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("200 tables, ") && result.output.contains(" comparisons, 0 different"))
  }
}
