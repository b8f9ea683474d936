import CommandKit
import Glibc
import RealistCommands

exit(Program.run(Realist.self, arguments: Array(CommandLine.arguments.dropFirst()), context: .process()))
