import CommandKit

/// `realist completion`.
struct CompletionCommand: Command {
  static let configuration = CommandConfiguration(
    name: "completion",
    abstract: "Print a script that teaches a shell to complete commands, codes, sources and more.",
    discussion: """
      bash: put source <(realist completion bash) into ~/.bashrc.

      zsh: realist completion zsh > ~/.zfunc/_realist, with fpath+=~/.zfunc before compinit in ~/.zshrc.

      fish: realist completion fish > ~/.config/fish/completions/realist.fish.
      """,
    examples: [Example("source <(realist completion bash)")])

  @Argument(help: "The shell.") var shell: Shell

  func run(_ context: Context) throws {
    try context.output.write(completionScript(for: shell, root: Realist.self).utf8)
  }
}
