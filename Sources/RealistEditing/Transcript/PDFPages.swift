import ChildProgram
import RealistTranscripts

/// The words of PDF files, taken out by `pdftotext`.
public enum PDFPages {
  /// The text of each page of a PDF, for the transcript reader; `nil` for any other file.
  ///
  /// - Parameter program: what `pdftotext` is called, or its path.
  public static func read(
    _ bytes: [UInt8], named file: String, format: TranscriptFormat?, program: String = "pdftotext"
  ) throws(PDFPagesError) -> [String]? {
    guard TranscriptReader.needsPages(bytes, format: format) else { return nil }
    do throws(ChildProgramError) {
      let (output, _) = try ChildProgram(program).run(
        ["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: bytes)
      var pages = String(decoding: output, as: UTF8.self).split(
        separator: "\u{c}", omittingEmptySubsequences: false)
      // Each page ends with a form feed.
      if pages.count > 1, pages.last?.isEmpty == true { pages.removeLast() }
      return pages.map(String.init)
    } catch { throw PDFPagesError(file: file, cause: error) }
  }
}

/// Why the words of a PDF could not be taken out.
public struct PDFPagesError: Error, Hashable, Sendable {
  public var file: String
  public var cause: ChildProgramError

  public init(file: String, cause: ChildProgramError) { (self.file, self.cause) = (file, cause) }

  /// Whether `pdftotext` is not installed.
  public var isMissing: Bool { if case .missing = cause { true } else { false } }

  public var message: String {
    switch cause {
    case .missing(let program):
      "\(file): the words of a PDF are taken out by \(program), which is not installed"
    case .system(let program, let errno): "\(file): \(program) cannot be run (system error \(errno))"
    case .failed(let program, _, let said):
      "\(file): \(program) cannot read it" + (said.isEmpty ? "" : " (\(said))")
    case .timedOut(let program, let seconds):
      "\(file): \(program) was still busy after \(Int(seconds)) seconds"
    case .tooMuch(let program, let limit): "\(file): \(program) found more than \(limit >> 20) MB of text"
    }
  }

  public var hint: String? {
    switch cause {
    case .missing: "apt-get install poppler-utils"
    case .failed: "is it a whole PDF, without a password? download or copy the file again"
    case .system, .timedOut, .tooMuch: nil
    }
  }
}
