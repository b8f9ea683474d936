import Foundation
import Testing

/// The folder of real transcripts and projects that `REALIST_FIXTURES` names; `nil` when it is unset.
public let fixturesFolder: URL? = ProcessInfo.processInfo.environment["REALIST_FIXTURES"].map {
  URL(fileURLWithPath: $0, isDirectory: true)
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, with the reason, when there are no real files to read: `@Test(.needsFixtures)`.
  public static var needsFixtures: Self {
    .enabled(if: fixturesFolder != nil, "set REALIST_FIXTURES to the folder of real files")
  }
}

/// The bytes of one real file, by its path below the folder.
public func fixture(_ path: String) throws -> [UInt8] {
  guard let folder = fixturesFolder else { throw FixtureError.noFolder }
  return [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
}

/// The paths below the fixtures folder, sorted, of the files in one folder whose names end in a suffix.
public func fixtures(in folder: String, suffix: String) throws -> [String] {
  guard let root = fixturesFolder else { throw FixtureError.noFolder }
  let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
  return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
}

/// A real file asked for without ``fixturesFolder``.
public enum FixtureError: Error {
  case noFolder
}
