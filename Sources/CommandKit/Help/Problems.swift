/// What is wrong with the declarations of a program's commands, for a test that requires the list to be empty.
///
/// Finds a leaf without an example, an example that cannot be parsed, a name used twice, an abstract that is
/// not a sentence.
public func declarationProblems(_ root: any Command.Type) -> [String] {
  CommandNode(root: root).visibleTree.flatMap { node in
    node.problems(root).map { "\(node.title): \($0)" }
  }
}

extension CommandNode {
  fileprivate func problems(_ root: any Command.Type) -> [String] {
    let words = configuration.subcommands.flatMap { [$0.configuration.name] + $0.configuration.aliases }
    let options = signature.options.map { $0.definition }
    let names = options.map { "--\($0.name)" } + options.compactMap { $0.short.map { "-\($0)" } }
    var found: [String] = []
    if !configuration.abstract.hasSuffix(".") { found.append("the abstract is not a sentence") }
    if isGroup, children.isEmpty { found.append("a group has subcommands") }
    found += repeated(words + names + ["-h", "--help"]).map { "'\($0)' is declared more than once" }
    if !isGroup, configuration.examples.isEmpty { found.append("there is no example") }
    return found + configuration.examples.compactMap { problem($0, root) }
  }

  private func problem(_ example: Example, _ root: any Command.Type) -> String? {
    do throws(UsageError) {
      let request = try Request(example.words, root: root)
      if case .run(let command) = request, !isGroup, Swift.type(of: command) != type {
        return "the example '\(example.commandLine)' calls another command"
      }
      return nil
    } catch {
      return "the example '\(example.commandLine)' cannot be parsed: \(error.message)"
    }
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
