import RealistFormats
import RealistTranscripts
import TestSupport
import Testing

@Suite("Word documents")
struct WordReaderTests {
  private func read(_ body: String, speakers: Set<String> = []) throws -> ImportedTranscript {
    try TranscriptReader.read(WordFile.bytes(body), fileName: "x.docx", speakers: speakers)
  }

  @Test("Prose: names before the words, a paragraph without one goes on with the last speaker")
  func prose() throws {
    let transcript = try read(
      WordFile.paragraphs(["Interview", "INT: One?", "P1: Two", "three.", "", "INT: Four & five?"]))
    #expect(
      transcript.expectedForm == [
        .init("INT", "One?"), .init("P1", "Two\n\nthree."), .init("INT", "Four & five?"),
      ])
    #expect(
      transcript.text.string == "Interview\n\nINT: One?\n\nP1: Two\n\nthree.\n\nINT: Four & five?\n")
    #expect(transcript.format == .docx)
    checkSpans(transcript)
  }

  @Test("Teams: a paragraph a turn, its name and time before the first line break")
  func teams() throws {
    let transcript = try read(
      WordFile.paragraphs([
        "Meeting-20260304", "4 March 2026, 10:11am", "40m 12s", "Ana R started transcription",
        "Ana R   0:04\nOne?\nReally?", "Bo   1:02:03\nTwo.", "Ana R stopped transcription",
      ]))
    #expect(
      transcript.expectedForm == [.init("Ana R", "One?\nReally?", 4000), .init("Bo", "Two.", 3_723_000)])
    #expect(transcript.text.string.hasSuffix("Bo: Two.\n\nAna R stopped transcription\n"))
  }

  @Test("Teams of old: time, name and words in paragraphs of their own")
  func legacyTeams() throws {
    let transcript = try read(
      WordFile.paragraphs([
        "0:0:0.0 --> 0:0:7.0", "Ana R", "One?", "", "", "0:0:7.0 --> 0:1:16.5", "Bo", "Two.", "Three.", "",
        "",
      ]))
    #expect(
      transcript.expectedForm == [
        .init("Ana R", "One?", 0, 7000), .init("Bo", "Two.\n\nThree.", 7000, 76500),
      ])
    #expect(transcript.acceptedNames == ["Ana R", "Bo"])
  }

  @Test("Word Transcribe: time and name on a line, then the words")
  func transcribe() throws {
    let transcript = try read(
      WordFile.paragraphs([
        "Audio file", "a.mp4", "Transcript", "00:00:05 Speaker 1", "One?", "00:00:12 Speaker 2", "Two.",
      ]))
    #expect(transcript.expectedForm == [.init("Speaker 1", "One?", 5000), .init("Speaker 2", "Two.", 12000)])
  }

  @Test("Google Meet: what a program noted before the transcript is left out")
  func googleMeet() throws {
    let transcript = try read(
      WordFile.paragraphs([
        "📝 Notes", "Summary: they met.", "Summary: they parted.", "Mar 4, 2026", "Mar 4, 2026",
        "📖 Transcript", "00:00:11", "Ana R: One?",
        "Bo: Two.", "00:05:00", "Bo: Three.", "Transcription ended after 00:10:00", "Made by: a computer.",
      ]))
    #expect(
      transcript.expectedForm == [
        .init("Ana R", "One?", 11000), .init("Bo", "Two.", 11000), .init("Bo", "Three.", 300_000),
      ])
    #expect(
      !transcript.text.string.contains("they met") && transcript.speakers.map(\.name) == ["Ana R", "Bo"])
    #expect(transcript.notes.first == "the notes before the transcript, made by a program, were left out")
  }

  @Test("Headings that recur are speakers, in a translated Word too")
  func headings() throws {
    func heading(_ style: String, _ text: String) -> String {
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    for style in ["Heading3", "berschrift3"] {
      var body = heading("Title", "Talk")
      for (name, words) in [("Ana", "One?"), ("Bo", "Two."), ("Ana", "Three?"), ("Bo", "Four.")] {
        body += heading(style, name) + WordFile.paragraphs([words])
      }
      var zip = WordFile.zip(body)
      zip.add(
        "word/styles.xml",
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"berschrift3\"><w:name w:val=\"heading 3\"/></w:style></w:styles>"
      )
      let transcript = try TranscriptReader.read(zip.bytes, fileName: "x.docx")
      #expect(
        transcript.expectedForm == [
          .init("Ana", "One?"), .init("Bo", "Two."), .init("Ana", "Three?"), .init("Bo", "Four."),
        ])
    }
  }

  @Test("What is in a run: tabs, breaks, hyphens, symbols, split words; properties are no words")
  func runs() throws {
    let transcript = try read(
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r><w:hyperlink><w:r><w:t>g</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>h<![CDATA[<i>]]>&#x1F415;&#13;z</w:t></w:r></w:p>"
    )
    #expect(transcript.words == ["ab\tc\nd\u{2011}e\u{ad}f\u{f04a}gh<i>🐕\nz"])
    #expect(transcript.notes == ["1 character of a symbol font is kept by its number"])
  }

  @Test("Tracked deletions, footnotes, comments and hidden text are left out, insertions kept; all is noted")
  func tracked() throws {
    let transcript = try read(
      "<w:p><w:r><w:t xml:space=\"preserve\">I </w:t></w:r><w:del><w:r><w:delText>did</w:delText></w:r></w:del><w:ins><w:r><w:t>never</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/><w:commentReference w:id=\"0\"/><w:t xml:space=\"preserve\"> went</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p><w:p><w:r><w:t>paragraph.</w:t></w:r></w:p>"
    )
    #expect(transcript.words == ["I never went", "One paragraph."])
    #expect(
      transcript.notes == [
        "2 tracked deletions were left out", "1 tracked insertion was kept", "1 footnote was left out",
        "1 comment was left out", "1 run of hidden text was left out",
      ])
  }

  @Test("A table is read row by row: a column of names, a column of words")
  func table() throws {
    func cell(_ texts: [String]) -> String { "<w:tc>\(WordFile.paragraphs(texts))</w:tc>" }
    let rows = [(["INT"], ["One?"]), (["P1"], ["Two.", "Three."]), (["INT"], ["Four?"])]
    let transcript = try read(
      "<w:tbl>" + rows.map { "<w:tr>\(cell($0.0))\(cell($0.1))</w:tr>" }.joined() + "</w:tbl>")
    #expect(
      transcript.expectedForm == [.init("INT", "One?"), .init("P1", "Two.\nThree."), .init("INT", "Four?")])
    #expect(transcript.notes == ["1 table is read row by row, a tab between cells"])
  }

  @Test("A text box is read once, though it is in the file twice")
  func textBox() throws {
    let box = "<w:txbxContent>\(WordFile.paragraphs(["Boxed."]))</w:txbxContent>"
    let transcript = try read(
      "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>After.</w:t></w:r></w:p>"
    )
    #expect(transcript.words == ["Boxed.", "Before.After."])
  }

  @Test("Bold names are told from bold words", .needsFixtures)
  func equivalentLayouts() throws {
    let plain = try Fixtures.transcript("equivalents/A.txt")
    for name in ["made_teams_current_A", "made_teams_legacy_A", "made_word_online_A"] {
      let word = try Fixtures.transcript("transcripts-docx/\(name).docx")
      #expect(word.words == plain.words, "\(name)")
      #expect(word.turns.allSatisfy { $0.begins != nil })
    }
    let headings = try Fixtures.transcript("transcripts-docx/made_headings_B.docx")
    #expect(headings.words.dropLast() == (try Fixtures.transcript("equivalents/B.txt")).words.dropLast())
    let specimen = try Fixtures.transcript("transcripts-docx/made_teams_rebuilt_from_specimen.docx")
    #expect(specimen.turns.count == 1 && specimen.turns.first?.speaker == "Martin Storey")
    #expect(specimen.words.first?.filter { $0 == "\n" }.count ?? 0 > 3)
  }
}
