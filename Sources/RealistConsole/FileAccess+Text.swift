import CommandKit
import RealistFormats

extension FileAccess {
  /// The text of a file, checked to be UTF-8, line ends as LF; `-` is standard input.
  package static func readText(_ name: String, _ context: Context) throws -> [UInt8] {
    let bytes = try name == "-" ? context.readInput() : read(context.path(name), named: name)
    do {
      return try TextDecoder.decode(bytes, fileName: name).bytes
    } catch {
      throw Failure(error.message, hint: error.hint, exitCode: Exit.badData)
    }
  }
}

extension Context {
  /// Writes a text to standard output, or to a file that appears only when it is complete.
  package func write(_ text: String, to file: String?) throws {
    guard let file, file != "-" else { return try output.write(text.utf8) }
    try FileAccess.write(Array(text.utf8), to: path(file), named: file)
    printError("wrote \(file)")
  }
}
