import Foundation
import RealistFolder
import Testing

/// The files of a worked study of this repository, by path below its folder.
func projectFiles(_ name: String, testFile: String = #filePath) throws -> [String: [UInt8]] {
  let tests = try #require(testFile.range(of: "/Tests/"))
  let root = URL(fileURLWithPath: String(testFile[..<tests.lowerBound])).appendingPathComponent(
    "Projects/\(name)")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
  var files: [String: [UInt8]] = [:]
  for path in paths.sorted() {
    let file = root.appendingPathComponent(path)
    let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    if !isFolder { files[path] = [UInt8](try Data(contentsOf: file)) }
  }
  return files
}

/// The lines in which two folders differ, for a message that can be read.
func differences(_ left: [String: [UInt8]], _ right: [String: [UInt8]]) -> [String] {
  var result: [String] = []
  for path in Set(left.keys).union(right.keys).sorted() where left[path] != right[path] {
    guard let one = left[path], let other = right[path] else {
      result.append("\(path) only in the \(left[path] == nil ? "second" : "first")")
      continue
    }
    let lines = zip(text(one), text(other)).enumerated().first { $1.0 != $1.1 }
    result.append(
      "\(path):\((lines?.offset ?? -1) + 1): \(lines?.element.0 ?? "") | \(lines?.element.1 ?? "")")
  }
  return result
}

private func text(_ bytes: [UInt8]) -> [Substring] {
  String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
}
