import Foundation
import Testing

/// Compares bytes with the golden file `Tests/Golden/TARGET/NAME`, where TARGET is the folder of the calling test.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written instead; read the difference before keeping it.
public func expectGolden(
  _ actual: [UInt8], _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = try goldenFile(name, testFile: testFile)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual).write(to: file)
    return
  }
  guard let expected = try? Data(contentsOf: file) else {
    Issue.record(
      "no golden file \(name); run the test with UPDATE_GOLDEN=1, then read it",
      sourceLocation: sourceLocation)
    return
  }
  if [UInt8](expected) != actual {
    Issue.record(
      "differs from golden file \(name): \(firstDifference(expected: [UInt8](expected), actual: actual))",
      sourceLocation: sourceLocation)
  }
}

/// Compares a text, byte for byte, with the golden file `Tests/Golden/TARGET/NAME`.
public func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(Array(actual.utf8), name, testFile: testFile, sourceLocation: sourceLocation)
}

/// The place of a golden file: below `Golden` beside the folders of the test targets, so that no target has to exclude it.
private func goldenFile(_ name: String, testFile: String) throws -> URL {
  let parts = testFile.split(separator: "/")
  guard let tests = parts.lastIndex(of: "Tests"), tests + 2 < parts.count else {
    throw GoldenError.notBelowTests(testFile)
  }
  let root = URL(fileURLWithPath: "/" + parts[...tests].joined(separator: "/"))
  return root.appendingPathComponent("Golden").appendingPathComponent(String(parts[tests + 1]))
    .appendingPathComponent(name)
}

/// The first line in which two texts differ, both versions of it.
func firstDifference(expected: [UInt8], actual: [UInt8]) -> String {
  let (old, new) = (lines(expected), lines(actual))
  let place =
    zip(old, new).enumerated().first { !$1.0.elementsEqual($1.1) }?.offset ?? min(old.count, new.count)
  let show = { (lines: [ArraySlice<UInt8>]) in
    place < lines.count ? "\"" + String(decoding: lines[place], as: UTF8.self) + "\"" : "no such line"
  }
  return "line \(place + 1)\n  expected: \(show(old))\n  actual:   \(show(new))"
}

private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
}

/// A golden file asked for from outside `Tests`.
public enum GoldenError: Error {
  case notBelowTests(String)
}
