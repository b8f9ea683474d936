import RealistFormats
import RealistModel

/// Who speaks where in a text that is kept as it is.
package enum TranscriptTurns {
  /// The turns of a text, found as those of a plain transcript are; `participant` is nil. Empty when nobody is named.
  ///
  /// - Parameter known: names of people who speak in the study, accepted wherever a label has them.
  package static func turns(of text: SourceText, known: Set<String> = []) -> [Turn] {
    let script = Script(text: Array(text.string.utf8))
    let detection = SpeakerDetection(script, known: known)
    guard detection.candidates.contains(where: \.isAccepted) else { return [] }
    let transcript = TranscriptText(unchanged: script.bytes, stretches: script.stretches(detection))
    return (try? transcript.finished(file: "", endsWithNewline: false).1) ?? []
  }
}
