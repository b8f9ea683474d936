/// What a command line asks for.
enum Request {
  case help(CommandNode)
  case version
  case run(any Command)

  init(_ arguments: [String], root: any Command.Type) throws(UsageError) {
    var node = CommandNode(root: root)
    var rest = arguments[...]
    while let word = rest.first, let child = node.child(named: word) {
      node = child
      rest.removeFirst()
    }
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      self = .help(node)
    } else if node.isGroup {
      self = try Request.ofGroup(node, rest)
    } else {
      let command = node.type.init()
      try Parser(Signature(command), node: node).parse(rest)
      self = .run(command)
    }
  }

  private static func ofGroup(_ group: CommandNode, _ words: ArraySlice<String>) throws(UsageError) -> Request
  {
    guard let word = words.first else { return .help(group) }
    if word == "help" { return .help(try helped(by: words.dropFirst(), in: group)) }
    if word == "--version", group.isRoot { return .version }
    if word.hasPrefix("-") { throw UsageError(.optionBeforeCommand(word), at: group) }
    throw unknown(word, in: group)
  }

  private static func helped(by words: ArraySlice<String>, in group: CommandNode) throws(UsageError)
    -> CommandNode
  {
    var node = group
    for word in words {
      guard let child = node.child(named: word) else { throw unknown(word, in: node) }
      node = child
    }
    return node
  }

  private static func unknown(_ word: String, in group: CommandNode) -> UsageError {
    let names = group.visibleChildren.flatMap { [$0.configuration.name] + $0.configuration.aliases }
    return UsageError(.unknownCommand(word, suggestion: nearest(to: word, among: names)), at: group)
  }
}
