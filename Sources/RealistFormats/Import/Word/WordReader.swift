/// Word documents.
enum WordReader {
  static func read(_ bytes: [UInt8], fileName: String, known: Set<String>) throws(ImportError)
    -> ImportedTranscript
  {
    throw .unsupported(file: fileName, kind: .word)
  }
}
