import Glibc

// PageEmbedder OUTPUT.swift FILE…: a Swift file with the text of every file. Run by the build, not by people.
let paths = CommandLine.arguments.dropFirst()
do throws(EmbeddingError) {
  guard let output = paths.first else { throw .noOutput }
  var entries: [String] = []
  for path in paths.dropFirst() { entries.append(try entry(of: path)) }
  try write(source(entries), to: output)
} catch {
  let words = Array("PageEmbedder: error: \(error)\n".utf8)
  _ = Glibc.write(STDERR_FILENO, words, words.count)
  exit(1)
}
