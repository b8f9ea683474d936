import CommandKit
import RealistConsole
import RealistFolder
import RealistModel

/// A study folder on disk.
enum FolderFiles {
  /// Reads a study folder.
  ///
  /// - Parameter name: the path as the user wrote it, put before each file in an error.
  static func read(_ name: String, _ context: Context) throws -> StudyContents {
    let folder = context.path(name)
    guard FileAccess.isFolder(folder) else {
      throw Failure(
        "\(name): there is no such folder", hint: "a study folder holds a study.json", exitCode: Exit.noInput)
    }
    var files: [String: [UInt8]] = [:]
    for file in try FileAccess.files(below: folder) {
      files[file] = try FileAccess.read("\(folder)/\(file)", named: "\(name)/\(file)")
    }
    do throws(FolderError) {
      return try StudyFolder.read(files)
    } catch {
      throw FolderFailure(folder: name, error: error)
    }
  }

  /// Writes a study folder: a new one, an empty one, or over an older writing of a study. What the older one has and the study no longer has
  /// is removed.
  ///
  /// - Returns: how many files were written.
  static func write(_ contents: StudyContents, to name: String, _ context: Context) throws -> Int {
    let files = try StudyFolder.write(contents)
    let folder = context.path(name)
    let there = FileAccess.exists(folder) ? try FileAccess.files(below: folder) : []
    guard there.isEmpty || there.contains("study.json") else {
      throw Failure(
        "\(name): the folder holds other files", hint: "choose a new folder, or one with a study in it",
        exitCode: Exit.cannotCreate)
    }
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try FileAccess.write(bytes, to: "\(folder)/\(file)", named: "\(name)/\(file)")
    }
    for file in there where files[file] == nil && isOurs(file) { FileAccess.remove("\(folder)/\(file)") }
    return files.count
  }

  /// Whether a file has a name that a study folder can have; others beside it are left alone.
  private static func isOurs(_ file: String) -> Bool {
    file.hasPrefix("sources/") || file.hasPrefix("originals/")
      || file.hasPrefix("context/") && file.hasSuffix(".csv")
      || ["revisions.csv", "guide.md"].contains(file)
      || !file.contains("/") && (file.hasSuffix(".csv") || file.hasSuffix(".md"))
  }
}

/// What is wrong with a study folder: every finding on a line of its own.
struct FolderFailure: PresentableError {
  var folder: String
  var error: FolderError

  var message: String {
    let lines = error.problems.map { "\(folder)/\($0.message)" }
    let rest = error.count - lines.count
    return (lines + (rest > 0 ? ["… and \(rest) more"] : [])).joined(separator: "\n")
  }

  var hint: String? { error.problems.first?.hint }
  var exitCode: Int32 { Exit.badData }
}
