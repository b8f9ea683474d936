/// The part of a completion script that knows the commands, as four functions of lookups:
///
/// - `F_names PATH` sets `names` to lines of word, tab, explanation: subcommands, then options;
/// - `F_child PATH WORD` sets `child` to the path of a subcommand, or fails;
/// - `F_option PATH WORD` sets `kind` to what completes the option's value, or fails when it takes none;
/// - `F_argument PATH NUMBER` sets `kind` to what completes that argument, or fails.
///
/// A path is the words after the program's name. A kind is `none`, `files`, `dynamic KIND` or `values` and
/// tab-separated values.
struct CompletionTables {
  enum Dialect {
    case posix, fish
  }

  let root: any Command.Type
  let function: String
  let dialect: Dialect

  private struct Clause {
    var patterns: [String]
    var action: String
  }

  var text: String {
    let nodes = CommandNode(root: root).visibleTree
    return [
      lookup("names", nodes.map { names($0) }),
      lookup("child", nodes.flatMap { children($0) }),
      lookup("option", nodes.flatMap { options($0) }),
      lookup("argument", nodes.flatMap { arguments($0) }),
    ].joined(separator: "\n")
  }

  // MARK: Clauses

  private func names(_ node: CommandNode) -> Clause {
    var lines = node.visibleChildren.map { "\($0.configuration.name)\t\($0.configuration.abstract)" }
    for entry in node.signature.options where !entry.definition.isHidden {
      let definition = entry.definition
      lines.append("--\(definition.name)\t\(definition.help)")
      if definition.hasInversion { lines.append("--no-\(definition.name)\t\(definition.help)") }
      if let short = definition.short { lines.append("-\(short)\t\(definition.help)") }
    }
    if node.isRoot { lines.append("--version\tShow the version.") }
    lines.append("--help\tShow this help.")
    return Clause(patterns: [key(node)], action: setList("names", lines))
  }

  private func children(_ node: CommandNode) -> [Clause] {
    node.visibleChildren.map { child in
      let words = [child.configuration.name] + child.configuration.aliases
      return Clause(patterns: words.map { "\(key(node)) \($0)" }, action: set("child", key(child)))
    }
  }

  private func options(_ node: CommandNode) -> [Clause] {
    node.signature.options.filter { $0.definition.kind == .option && !$0.definition.isHidden }.map { entry in
      let words = ["--\(entry.definition.name)"] + (entry.definition.short.map { ["-\($0)"] } ?? [])
      return Clause(patterns: words.map { "\(key(node)) \($0)" }, action: set("kind", kind(entry.definition)))
    }
  }

  private func arguments(_ node: CommandNode) -> [Clause] {
    node.signature.arguments.enumerated().map { number, entry in
      let pattern = "\(key(node)) \(number)"
      let isOpen = entry.definition.isRepeating
      return Clause(
        patterns: isOpen ? [pattern, "\(key(node)) *"] : [pattern],
        action: set("kind", kind(entry.definition)))
    }
  }

  private func key(_ node: CommandNode) -> String { node.path.dropFirst().joined(separator: " ") }

  private func kind(_ definition: ParameterDefinition) -> String {
    switch definition.completion {
    case nil: "none"
    case .files: "files"
    case .dynamic(let kind): "dynamic \(kind)"
    case .values(let values): (["values"] + values).joined(separator: "\t")
    }
  }

  // MARK: Dialects

  private func lookup(_ name: String, _ clauses: [Clause]) -> String {
    switch dialect {
    case .posix: posixLookup(name, clauses)
    case .fish: fishLookup(name, clauses)
    }
  }

  private func posixLookup(_ name: String, _ clauses: [Clause]) -> String {
    let subject = name == "names" ? "$1" : "$1 $2"
    let cases = clauses.map {
      "    \($0.patterns.map { posixPattern($0) }.joined(separator: "|"))) \($0.action) ;;\n"
    }
    return """
      \(function)_\(name)() {
        case "\(subject)" in
      \(cases.joined())    *) return 1 ;;
        esac
      }

      """
  }

  /// A star at the end stands for any text; in fish it does so within quotation marks too.
  private func posixPattern(_ text: String) -> String {
    text.hasSuffix(" *") ? quoted(String(text.dropLast())) + "*" : quoted(text)
  }

  private func fishLookup(_ name: String, _ clauses: [Clause]) -> String {
    let subject = name == "names" ? "$argv[1]" : "$argv[1] $argv[2]"
    let cases = clauses.map { clause in
      "    case \(clause.patterns.map { quoted($0) }.joined(separator: " "))\n      \(clause.action)\n"
    }
    return """
      function \(function)_\(name)
        switch "\(subject)"
      \(cases.joined())    case '*'
            return 1
        end
      end

      """
  }

  private func set(_ name: String, _ value: String) -> String {
    dialect == .posix ? "\(name)=\(quoted(value))" : "set -g \(function)_\(name) \(quoted(value))"
  }

  private func setList(_ name: String, _ values: [String]) -> String {
    let list = values.map { quoted($0) }.joined(separator: " ")
    return dialect == .posix ? "\(name)=(\(list))" : "set -g \(function)_\(name) \(list)"
  }

  private func quoted(_ text: String) -> String {
    let quote = dialect == .posix ? "'\\''" : "\\'"
    let body = text.reduce(into: "") { result, character in
      switch character {
      case "'": result += quote
      case "\\" where dialect == .fish: result += "\\\\"
      default: result.append(character)
      }
    }
    return "'\(body)'"
  }
}
