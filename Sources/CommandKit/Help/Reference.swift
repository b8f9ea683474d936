/// All commands of a program as one page of Markdown, like a manual page; hidden ones are left out.
public func referenceMarkdown(_ root: any Command.Type) -> String {
  let node = CommandNode(root: root)
  var lines = ["# Command reference", "", "All commands of `\(node.title)`, as its `--help` shows them."]
  for command in node.visibleTree { lines += [""] + HelpPage(command).markdown }
  return lines.joined(separator: "\n") + "\n"
}

extension HelpPage {
  /// The page as lines of Markdown.
  fileprivate var markdown: [String] {
    let configuration = node.configuration
    let depth = min(node.path.count + 1, 4)
    var lines = [
      "\(String(repeating: "#", count: depth)) \(node.title)", "", escaped(configuration.abstract),
    ]
    lines += ["", "```", usage, "```"]
    if !configuration.aliases.isEmpty {
      lines += ["", "Also called " + configuration.aliases.map { "`\($0)`" }.joined(separator: ", ") + "."]
    }
    for section in sections {
      lines += ["", "**\(escaped(section.title))**", ""]
      lines += section.rows.map { "- `\($0.label.drop { $0 == " " })`: \(escaped($0.text))" }
    }
    if !configuration.discussion.isEmpty { lines += ["", escaped(configuration.discussion)] }
    if !configuration.examples.isEmpty {
      lines += ["", "**Examples**", "", "```"]
      lines += configuration.examples.flatMap { example in
        (example.explanation.map { ["# \($0)"] } ?? []) + [example.commandLine]
      }
      lines.append("```")
    }
    return lines
  }
}

private func escaped(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    if "\\*_<[".contains(character) { result.append("\\") }
    result.append(character)
  }
}
