/// One command of the program: its parameters are properties, its work is `run`.
///
/// Only the command that was asked for is instantiated, so listing many commands costs nothing.
public protocol Command: Sendable {
  /// Name, help texts and subcommands.
  static var configuration: CommandConfiguration { get }

  /// Makes the command with its parameters declared and not yet read.
  init()

  /// Does the work. Data goes to `context.print`, talk to `context.printError`.
  func run(_ context: Context) throws
}

/// A noun that only holds subcommands; without one of them it shows its help.
public protocol CommandGroup: Command {}

extension CommandGroup {
  /// Does nothing: the program shows the help of a group instead of running it.
  public func run(_ context: Context) throws {}
}

/// What a command is called and how its help explains it.
public struct CommandConfiguration: Sendable {
  /// The word that calls the command; of the root, the name of the program.
  public var name: String
  /// Other words that call it.
  public var aliases: [String]
  /// One sentence.
  public var abstract: String
  /// Further paragraphs, separated by empty lines.
  public var discussion: String
  /// Command lines that work; every leaf has one.
  public var examples: [Example]
  /// Subcommands by section; the section with an empty title comes first.
  public var sections: [CommandSection]
  /// Whether help and completion leave the command out.
  public var isHidden: Bool
  /// What `--version` prints; looked at in the root only.
  public var version: String?

  /// All subcommands in the order of the help.
  public var subcommands: [any Command.Type] { sections.flatMap { $0.commands } }

  public init(
    name: String, aliases: [String] = [], abstract: String, discussion: String = "", examples: [Example] = [],
    subcommands: [any Command.Type] = [], sections: [CommandSection] = [], isHidden: Bool = false,
    version: String? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.sections = (subcommands.isEmpty ? [] : [CommandSection("", subcommands)]) + sections
    self.isHidden = isHidden
    self.version = version
  }
}

/// Subcommands under one title in the help.
public struct CommandSection: Sendable {
  public var title: String
  public var commands: [any Command.Type]

  public init(_ title: String, _ commands: [any Command.Type]) {
    self.title = title
    self.commands = commands
  }
}

/// A whole command line, with the program's name, and what it does.
public struct Example: Sendable, ExpressibleByStringLiteral {
  public var commandLine: String
  public var explanation: String?

  public init(_ commandLine: String, _ explanation: String? = nil) {
    self.commandLine = commandLine
    self.explanation = explanation
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }
}
