import CommandKit
import RealistEditing
import RealistTranscripts

/// The words of PDF files, for commands.
package enum PDFText {
  /// The text of each page of a PDF, for the transcript reader; `nil` for any other file.
  ///
  /// - Throws: ``Failure`` with the install command when `pdftotext` is missing.
  package static func pages(
    of bytes: [UInt8], named file: String, format: TranscriptFormat?, _ context: Context
  ) throws -> [String]? {
    let program = context.environment["REALIST_PDFTOTEXT"] ?? "pdftotext"
    do throws(PDFPagesError) {
      return try PDFPages.read(bytes, named: file, format: format, program: program)
    } catch {
      throw Failure(error.message, hint: error.hint, exitCode: Exit.status(of: error))
    }
  }
}
