import CommandKit

extension CommandSection {
  /// Questions put to what was coded.
  package static let asking = CommandSection(
    "Asking the material", [QueryCommand.self, MatrixGroup.self, FrameworkGroup.self, ContextGroup.self])
}
