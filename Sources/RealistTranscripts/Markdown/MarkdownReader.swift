import RealistFormats

/// Markdown (CommonMark) as transcripts use it: `**Name:** words`, headings, quotes. The markup is resolved, the words stay.
enum MarkdownReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    var blocks = MarkdownBlocks(file.bytes)
    blocks.readAll()
    return try ScriptReader.transcript(blocks.script, file, notes: blocks.notes, rendered: true)
  }
}
