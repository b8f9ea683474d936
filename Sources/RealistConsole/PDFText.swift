import ChildProgram
import CommandKit
import RealistTranscripts

/// The words of PDF files, taken out by `pdftotext`: a library starts no programs, a command may.
package enum PDFText {
  /// The text of each page of a PDF, for the transcript reader; `nil` for any other file.
  ///
  /// - Throws: ``Failure`` with the install command when `pdftotext` is missing.
  package static func pages(
    of bytes: [UInt8], named file: String, format: TranscriptFormat?, _ context: Context
  ) throws -> [String]? {
    guard TranscriptReader.needsPages(bytes, format: format) else { return nil }
    let program = ChildProgram(context.environment["REALIST_PDFTOTEXT"] ?? "pdftotext")
    do throws(ChildProgramError) {
      let (output, _) = try program.run(["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: bytes)
      var pages = String(decoding: output, as: UTF8.self).split(
        separator: "\u{c}", omittingEmptySubsequences: false)
      // Each page ends with a form feed.
      if pages.count > 1, pages.last?.isEmpty == true { pages.removeLast() }
      return pages.map(String.init)
    } catch { throw failure(error, file: file) }
  }

  private static func failure(_ error: ChildProgramError, file: String) -> Failure {
    switch error {
    case .missing(let program):
      Failure(
        "\(file): the words of a PDF are taken out by \(program), which is not installed",
        hint: "apt-get install poppler-utils", exitCode: Exit.noInput)
    case .system(let program, let errno):
      Failure("\(file): \(program) cannot be run (system error \(errno))", exitCode: Exit.inputOutput)
    case .failed(let program, _, let said):
      Failure(
        "\(file): \(program) cannot read it" + (said.isEmpty ? "" : " (\(said))"),
        hint: "is it a whole PDF, without a password? download or copy the file again", exitCode: Exit.badData
      )
    case .timedOut(let program, let seconds):
      Failure("\(file): \(program) was still busy after \(Int(seconds)) seconds", exitCode: Exit.badData)
    case .tooMuch(let program, let limit):
      Failure("\(file): \(program) found more than \(limit >> 20) MB of text", exitCode: Exit.badData)
    }
  }
}
