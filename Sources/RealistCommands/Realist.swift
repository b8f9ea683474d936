import CommandKit
import RealistCodingCommands
import RealistConfigurationCommands
import RealistConsole
import RealistManuscriptCommands
import RealistMaterialCommands
import RealistQueryCommands
import RealistRigourCommands
import RealistTheoryOfChangeCommands
import RealistWebCommands

/// The program: every command, in the order of the help.
public struct Realist: CommandGroup {
  public static let configuration = CommandConfiguration(
    name: "realist",
    abstract: "A workbench for realist evaluation.",
    discussion: """
      From interview transcripts to context-mechanism-outcome tables and theory-of-change graphs, each of which can be followed back to a \
      participant's exact words. One study is one file; nothing leaves this machine.
      """,
    examples: [Example("realist demo", "see it all on a worked study")],
    sections: sections, version: Release.version)

  private static let sections = [
    CommandSection(
      "The study",
      [
        DemoCommand.self,
        InitCommand.self,
        StatusCommand.self,
        StudyGroup.self,
        LogCommand.self,
        UndoCommand.self,
        RedoCommand.self,
        CheckCommand.self,
        BuildCommand.self,
        ImportCommand.self,
        ExportGroup.self,
      ]),
    .page,
    .material,
    .coding,
    .asking,
    .configurations,
    .theoryOfChange,
    .rigour,
    .manuscript,
    CommandSection(
      "This program",
      [
        FormatsCommand.self,
        CompletionCommand.self,
        CompleteCommand.self,
      ]),
  ]

  public init() {}
}
