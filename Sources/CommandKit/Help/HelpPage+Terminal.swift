extension HelpPage {
  /// The page for a terminal of that width, at most 100 columns.
  func rendered(for context: Context) -> String {
    rendered(width: min(max(context.width, 40), 100), style: context.style)
  }

  func rendered(width: Int, style: Style) -> String {
    let configuration = node.configuration
    var lines = configuration.abstract.wrapped(width: width)
    lines += ["", "\(style.bold("Usage:")) \(usage)"]
    if !configuration.aliases.isEmpty {
      lines.append("\(style.bold("Also called:")) \(configuration.aliases.joined(separator: ", "))")
    }
    for section in sections {
      lines += ["", style.bold("\(section.title):")] + HelpPage.layOut(section.rows, width: width)
    }
    if !configuration.discussion.isEmpty { lines += [""] + configuration.discussion.wrapped(width: width) }
    if !configuration.examples.isEmpty {
      lines += ["", style.bold("Examples:")] + exampleLines(width: width)
    }
    if node.isGroup { lines += ["", "See '\(node.path[0]) help\(path) COMMAND' for more on one command."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private var path: String { node.path.dropFirst().map { " \($0)" }.joined() }

  private func exampleLines(width: Int) -> [String] {
    node.configuration.examples.flatMap { example in
      let explanation = (example.explanation ?? "").wrapped(width: width - 4).filter { !$0.isEmpty }
      return explanation.map { "  # \($0)" } + ["  \(example.commandLine)"]
    }
  }

  /// Two columns; a label that is too long for its column has a line of its own.
  private static func layOut(_ rows: [Row], width: Int) -> [String] {
    let widest = rows.map { $0.label.count }.filter { $0 <= 26 }.max() ?? 26
    let indent = String(repeating: " ", count: widest + 4)
    return rows.flatMap { row in
      var lines = row.text.wrapped(width: width - indent.count).map { indent + $0 }
      if row.label.count <= widest {
        lines[0] = "  " + row.label.padded(to: widest) + lines[0].dropFirst(widest + 2)
      } else {
        lines.insert("  " + row.label, at: 0)
      }
      return lines
    }
  }
}
