import CommandKit

extension CommandSection {
  /// How far the coding can be relied on, and whether there is enough material.
  package static let rigour = CommandSection("Rigour", [AgreeCommand.self, SaturationCommand.self])
}
