import CommandKit

extension CommandSection {
  /// The report that is being written: what it has to say, and whether it says it rightly.
  package static let manuscript = CommandSection("The report", [StandardCommand.self, ProofreadCommand.self])
}
