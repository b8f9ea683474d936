/// Something in a study file that is not as it was written.
public struct StoreProblem: Hashable, Sendable {
  /// What was checked.
  public enum Check: String, Hashable, Sendable, CaseIterable {
    case file, contents, segments, journal, search
  }

  public var check: Check
  /// Where, in the names that people use: `P02 120..188`, `entry 12`. Never words of a transcript.
  public var place: String
  /// Lower case, without a full stop.
  public var message: String
  /// What to do; empty when there is nothing to say.
  public var hint: String

  public init(_ check: Check, _ place: String, _ message: String, hint: String = "") {
    (self.check, self.place, self.message, self.hint) = (check, place, message, hint)
  }
}

extension StudyStore {
  /// Everything that is wrong with the file itself. Reads the whole file; memory follows the greatest text and the greatest entry.
  public func problems() throws -> [StoreProblem] {
    let problems = try read { try $0.problems() }
    return problems.contains { $0.check == .file } ? problems : problems + (try searchProblems())
  }
}

extension StudyReader {
  /// Everything that is wrong with the file itself, the full-text index aside.
  public func problems() throws -> [StoreProblem] {
    let damage = try fileProblems()
    return damage.isEmpty ? try contentProblems() + segmentProblems() + journalProblems() : damage
  }
}
