import RealistFormats

/// Markdown (CommonMark) as transcripts use it: `**Name:** words`, headings, quotes. The markup is resolved, the words stay.
enum MarkdownReader {
  static func read(_ file: TextFile) throws(ImportError) -> ImportedTranscript {
    var blocks = MarkdownBlocks(file.bytes)
    blocks.readAll()
    let detection = SpeakerDetection(blocks.script, known: file.known)
    let stretches = blocks.script.stretches(detection)
    let text = TranscriptText(rendering: blocks.script, stretches: stretches)
    guard !text.isBlank else { throw .empty(file: file.name) }
    return try file.transcript(
      text, speakers: detection.candidates, notes: blocks.notes + StretchNotes.notes(stretches),
      rendered: true)
  }
}
