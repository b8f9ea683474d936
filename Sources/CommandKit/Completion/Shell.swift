/// A shell that a completion script is written for.
public enum Shell: String, CaseIterable, ArgumentValue {
  case bash, zsh, fish
}

/// A script that teaches a shell to complete the program's command line: `source <(realist completion bash)`.
///
/// Commands, options and fixed values are in the script. For `.dynamic(KIND)` it calls
/// `PROGRAM __complete KIND -- WORDS…`, where the words are all that was typed after the program's name, the
/// unfinished one last.
public func completionScript(for shell: Shell, root: any Command.Type) -> String {
  let name = root.configuration.name
  let function = "_" + name.map { $0.isLetter || $0.isNumber ? $0 : "_" }
  let tables = CompletionTables(root: root, function: function, dialect: shell == .fish ? .fish : .posix)
  return switch shell {
  case .bash: bashScript(program: name, function: function, tables: tables.text)
  case .zsh: zshScript(program: name, function: function, tables: tables.text)
  case .fish: fishScript(program: name, function: function, tables: tables.text)
  }
}
