/// A command at its place in the tree.
struct CommandNode: Sendable {
  let type: any Command.Type
  /// The words that call it, the program's name first.
  let path: [String]

  init(root: any Command.Type) {
    self.init(type: root, path: [root.configuration.name])
  }

  private init(type: any Command.Type, path: [String]) {
    self.type = type
    self.path = path
  }

  var configuration: CommandConfiguration { type.configuration }
  var isRoot: Bool { path.count == 1 }
  var isGroup: Bool { type is any CommandGroup.Type }
  var title: String { path.joined(separator: " ") }
  var signature: Signature { Signature(type.init()) }

  var children: [CommandNode] { configuration.subcommands.map { node($0) } }
  var visibleChildren: [CommandNode] { children.filter { !$0.configuration.isHidden } }

  /// This and all commands below it that the help shows, in its order.
  var visibleTree: [CommandNode] { [self] + visibleChildren.flatMap { $0.visibleTree } }

  func node(_ child: any Command.Type) -> CommandNode {
    CommandNode(type: child, path: path + [child.configuration.name])
  }

  func child(named word: String) -> CommandNode? {
    let found = configuration.subcommands.first { type in
      type.configuration.name == word || type.configuration.aliases.contains(word)
    }
    return found.map { node($0) }
  }
}
