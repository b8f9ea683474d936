/// The help of one command before it is laid out for a terminal or as Markdown.
struct HelpPage {
  struct Row: Equatable {
    var label: String
    var text: String
  }

  struct Section {
    var title: String
    var rows: [Row]
  }

  let node: CommandNode
  let usage: String
  var sections: [Section] = []

  init(_ node: CommandNode) {
    let signature = node.signature
    self.node = node
    usage = HelpPage.usage(of: node, signature)
    for section in node.configuration.sections {
      append(section.title.isEmpty ? "Commands" : section.title, HelpPage.commandRows(section, of: node))
    }
    append("Arguments", signature.arguments.map { HelpPage.row($0.definition) })
    appendOptions(signature)
  }

  /// The usage line, such as `realist tag SOURCE WORDS --code PATH... [options]`.
  static func usage(of node: CommandNode) -> String {
    usage(of: node, node.signature)
  }

  private static func usage(of node: CommandNode, _ signature: Signature) -> String {
    if node.isGroup { return "\(node.title) COMMAND" }
    var words = [node.title]
    for entry in signature.entries where entry.definition.kind == .argument {
      let name = entry.definition.valueName + (entry.definition.isRepeating ? "..." : "")
      words.append(entry.definition.isRequired ? name : "[\(name)]")
    }
    for entry in signature.options where entry.definition.isRequired {
      words.append(label(entry.definition) + (entry.definition.isRepeating ? "..." : ""))
    }
    if signature.options.contains(where: { !$0.definition.isRequired && !$0.definition.isHidden }) {
      words.append("[options]")
    }
    return words.joined(separator: " ")
  }

  private mutating func append(_ title: String, _ rows: [Row]) {
    if !rows.isEmpty { sections.append(Section(title: title, rows: rows)) }
  }

  private mutating func appendOptions(_ signature: Signature) {
    let visible = signature.options.filter { !$0.definition.isHidden }
    var titles: [String] = []
    for title in visible.compactMap({ $0.groupTitle }) where !titles.contains(title) { titles.append(title) }
    var own = visible.filter { $0.groupTitle == nil }.map { HelpPage.row($0.definition) }
    if node.isRoot { own.append(Row(label: "    --version", text: "Show the version.")) }
    own.append(Row(label: "-h, --help", text: "Show this help."))
    append("Options", own)
    for title in titles {
      append(title, visible.filter { $0.groupTitle == title }.map { HelpPage.row($0.definition) })
    }
  }

  private static func commandRows(_ section: CommandSection, of node: CommandNode) -> [Row] {
    section.commands.filter { !$0.configuration.isHidden }
      .map { Row(label: $0.configuration.name, text: $0.configuration.abstract) }
  }

  private static func row(_ definition: ParameterDefinition) -> Row {
    guard definition.kind != .argument else {
      return Row(label: definition.valueName, text: text(definition))
    }
    let short = definition.short.map { "-\($0), " } ?? "    "
    return Row(label: short + label(definition), text: text(definition))
  }

  /// `--code PATH`, `--quotes` or `--[no-]quotes`.
  private static func label(_ definition: ParameterDefinition) -> String {
    if definition.kind == .option { return "--\(definition.name) \(definition.valueName)" }
    return definition.hasInversion ? "--[no-]\(definition.name)" : "--\(definition.name)"
  }

  /// The help with what the definition adds: permitted values, default, required, repeatable.
  private static func text(_ definition: ParameterDefinition) -> String {
    var notes: [String] = []
    if !definition.permitted.isEmpty {
      notes.append("one of " + definition.permitted.joined(separator: ", "))
    }
    if let text = definition.defaultText, !text.isEmpty { notes.append("default: \(text)") }
    if definition.kind == .option, definition.isRequired { notes.append("required") }
    if definition.kind == .option, definition.isRepeating { notes.append("repeatable") }
    return notes.isEmpty ? definition.help : "\(definition.help) (\(notes.joined(separator: "; ")))"
  }
}
