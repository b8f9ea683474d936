import Glibc
import RealistFormats
import RealistModel
import RealistReports
import RealistSamples
import RealistTranscripts

/// Measures the reading of transcripts as Teams writes them: one file in memory after the other, as an import reads them.
enum TranscriptRun {
  static let files = 200
  private static let limits = (seconds: 4.0, megabytes: 100.0)

  /// Makes the files, in a child: the sources of the *large* sample in the layout of Teams, a paragraph a turn.
  static func makeFiles(in folder: String) throws {
    for (number, source) in Sample(size: .init(sources: files, codingsPerSource: 0)).sources.enumerated() {
      var body =
        paragraph("Meeting Transcript") + paragraph("15 August 2026, 06:07pm")
        + paragraph("Iris started transcription")
      for (index, turn) in source.revision.turns.enumerated() {
        let time = index * 20
        let clock = "\(time / 60):\(time % 60 < 10 ? "0" : "")\(time % 60)"
        body += paragraph("\(turn.speaker ?? "P")   \(clock)\n\(source.revision.text[turn.span])")
      }
      let zip = ZipWriter()
      zip.add(
        "_rels/.rels",
        Array(
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            .utf8))
      zip.add(
        "word/document.xml",
        Array(
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
            .utf8))
      try write(try zip.finish(), to: "\(folder)/transcript-\(number).docx")
    }
  }

  private static func paragraph(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let runs = escaped.split(separator: "\n").map {
      "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">\($0)</w:t></w:r>"
    }
    return
      "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr>\(runs.joined(separator: "<w:r><w:br/></w:r>"))</w:p>"
  }

  /// Reads them, in the child that is measured; prints how many turns and words there were.
  static func readFiles(in folder: String) throws {
    var (turns, words) = (0, 0)
    for number in 0..<files {
      let name = "transcript-\(number).docx"
      let found = try TranscriptReader.read(try bytes(of: "\(folder)/\(name)"), fileName: name)
      guard !found.acceptedSpeakers.isEmpty else { throw BenchError.system("nobody speaks in \(name)") }
      turns += found.turns.count
      words += found.text.wordCount
    }
    print("\(files) files, \(turns) turns, \(words) words")
  }

  /// The table of both steps.
  static func table(clock: Clock, in folder: TemporaryFolder) throws -> Table {
    let (place, own) = (folder.file("transcripts"), try ChildProcess.ownProgram())
    mkdir(place, 0o700)
    let made = try ChildProcess.run(own, ["--transcript-files", place], output: folder.file("output"))
    guard made.status == 0 else { throw BenchError.jobFailed(job: "transcript-files", status: made.status) }
    var (seconds, megabytes) = (Double.infinity, 0.0)
    for _ in 0..<3 {
      let child = try ChildProcess.run(own, ["--transcript-read", place], output: folder.file("output"))
      guard child.status == 0 else {
        throw BenchError.jobFailed(job: "transcript-read", status: child.status)
      }
      (seconds, megabytes) = (min(seconds, child.times[clock]), max(megabytes, child.megabytes))
    }
    let isMet = seconds <= limits.seconds && megabytes <= limits.megabytes
    let columns = [
      Table.Column("operation", "Operation", weight: 10), Table.Column("seconds", "Time (s)", kind: .number),
      Table.Column("megabytes", "Peak memory (MB)", kind: .number), Table.Column("limit", "Limit"),
      Table.Column("ok", "OK?"),
    ]
    let cells = [
      "read \(files) Teams transcripts (DOCX)", seconds.decimals(2), megabytes.decimals(0), "≤ 4 s, 100 MB",
      isMet ? "yes" : "no",
    ]
    return Table(
      Table.Head(title: "Transcripts of about 8,000 words", columns: columns),
      rows: [.cells(cells.map { Table.Cell($0) })])
  }

  // MARK: files

  private static func write(_ bytes: [UInt8], to path: String) throws(BenchError) {
    guard let file = fopen(path, "w") else { throw .system("\(path) cannot be written") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw .system("\(path) cannot be written")
    }
  }

  private static func bytes(of path: String) throws(BenchError) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw .system("\(path) cannot be read") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    guard fread(&bytes, 1, bytes.count, file) == bytes.count else { throw .system("\(path) cannot be read") }
    return bytes
  }
}

extension ImportedTranscript {
  fileprivate var acceptedSpeakers: [SpeakerCandidate] { speakers.filter(\.isAccepted) }
}
