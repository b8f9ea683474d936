import CommandKit
import Testing

@testable import RealistCommands

@Suite("Commands")
struct CommandDeclarationTests {
  @Test("every command is declared without a fault and every example in the help parses")
  func declarations() { #expect(declarationProblems(Realist.self) == []) }
}
