/// How much a label looks like the name of somebody who speaks.
enum NameShape: Comparable {
  /// No name: punctuation of a sentence, a pronoun in front, no letter at all.
  case none
  /// A word for a thing: `Note`, `Date`.
  case thing
  /// May be one: `support worker 2`.
  case loose
  /// Every word begins with a capital: `Ana Researcher`, `Mrs Okonjo-Ferreira (she/her)`.
  case name
  /// A role or a code that only a speaker has: `INT`, `P1`, `Speaker 2`.
  case role

  init(_ name: String) {
    let words = name.split(separator: " ")
    guard let first = words.first, words.count <= 6, name.unicodeScalars.count <= 60,
      Self.hasPlainCharacters(name)
    else {
      self = .none
      return
    }
    let folded = name.lowercased()
    if SpeakerWords.sounds.contains(first.lowercased()) {
      self = .none
    } else if SpeakerWords.things.contains(folded) {
      self = .thing
    } else if Self.isRole(words, folded) {
      self = .role
    } else if SpeakerWords.openers.contains(first.lowercased()) {
      self = .none
    } else {
      self = words.allSatisfy(Self.isNameWord) ? .name : .loose
    }
  }

  /// No mark that ends or divides a sentence, and a letter (or the `+` of a telephone number) somewhere.
  private static func hasPlainCharacters(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil
        || "+*(@_".unicodeScalars.contains(first)
    else { return false }
    var (hasLetter, previous, word) = (false, Unicode.Scalar(" "), 0)
    for scalar in name.unicodeScalars {
      switch scalar {
      case "?", "!", ";", "\"", "“", "”", "„", "«", "»", "=", "<", ">", "{", "}", "|", "\\", "…", "#":
        return false
      case " " where previous == ".":
        // `Mireille B. Reece`, `Dr. Osei`: an abbreviation, not the end of a sentence.
        if word > 5 { return false }
        word = 0
      case " ": word = 0
      default: word += 1
      }
      if scalar.properties.isAlphabetic || (scalar == "+" && previous == " ") { hasLetter = true }
      previous = scalar
    }
    return hasLetter && previous != ","
  }

  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    if first == "(" || word.hasSuffix(")") { return true }
    if first.properties.isLowercase { return SpeakerWords.particles.contains(String(word)) }
    return first.properties.isAlphabetic || first.properties.numericType != nil || first == "+"
      || first == "*"
      || first == "&"
  }

  /// `INT`, `P1`, `id3`, `S01`, `SPEAKER_00`, `Interviewer`, `Participant 12`.
  private static func isRole(_ words: [Substring], _ folded: String) -> Bool {
    var base = folded
    if words.count == 1 {
      let letters = words[0].prefix { $0.isLetter && $0.isASCII }
      let digits = words[0].dropFirst(letters.count)
      let isCode =
        letters.count <= 4 && !letters.isEmpty && digits.count <= 3 && digits.allSatisfy(\.isNumber)
      if isCode && !digits.isEmpty { return letters != "Q" }
      if words[0].count == 1 && isCode { return letters.allSatisfy(\.isUppercase) }
      if folded.hasPrefix("speaker_") { return true }
    } else if words.count > 1, let last = words.last, last.count <= 3,
      last.allSatisfy(\.isNumber) || last.count == 1
    {
      base = words.dropLast().joined(separator: " ").lowercased()
    }
    return SpeakerWords.roles.contains(base)
  }

  /// Whether a label numbers a question or a section of the guide (`Question 3`, `Pergunta 3`, `Q3`): a heading, not a speaker.
  static func isNumberedHeading(_ name: String) -> Bool {
    let letters = name.prefix { !$0.isNumber && $0 != " " }
    let rest = name.dropFirst(letters.count).drop { $0 == " " }
    guard !rest.isEmpty, rest.allSatisfy({ $0.isNumber || $0 == "." || $0.isLowercase }), rest.count <= 4,
      rest.first?.isNumber == true
    else { return false }
    return SpeakerWords.numberedHeadings.contains(letters.lowercased())
  }
}

/// The words by which names are told from other labels, in the languages that transcripts have come in so far.
enum SpeakerWords {
  static let roles: Set<String> = [
    "interviewer", "interviewee", "participant", "respondent", "moderator", "facilitator", "researcher",
    "speaker",
    "unknown speaker", "observer", "interviewerin", "befragte", "befragter", "moderatorin", "sprecher",
    "sprecherin",
    "enquêteur", "enquêtrice", "participante", "entrevistador", "entrevistadora", "entrevistado",
    "entrevistada",
    "entrevistadores", "intervistatore", "intervistatrice", "visitor", "int", "iv", "mod", "fac", "all",
    "unknown",
  ]
  /// Who asks the questions.
  static let interviewers: Set<String> = [
    "interviewer", "moderator", "facilitator", "researcher", "interviewerin", "moderatorin", "enquêteur",
    "enquêtrice", "entrevistador", "entrevistadora", "entrevistadores", "intervistatore", "intervistatrice",
    "int",
    "iv", "mod", "fac", "i",
  ]
  static let things: Set<String> = [
    "note", "notes", "nb", "n.b.", "ps", "p.s.", "example", "for example", "e.g.", "i.e.", "source",
    "sources", "date",
    "time", "place", "location", "venue", "duration", "length", "topic", "subject", "title", "file",
    "filename", "audio",
    "audio file", "recording", "transcript", "transcription", "transcriber", "transcribed by", "warning",
    "summary",
    "http", "https", "re", "cc", "tel", "email", "e-mail", "web", "url", "ok", "okay", "fyi", "tbc", "etc",
    "hinweis", "anmerkung", "beispiel", "datum", "ort", "dauer", "nota", "notas", "data", "local", "obs",
    "remarque",
    "exemple", "lieu", "durée", "ejemplo", "fecha", "lugar", "exemplo", "opmerking", "memo", "comment",
    "comments",
  ]
  static let sounds: Set<String> = [
    "laughter", "laughs", "laughing", "laugh", "pause", "pauses", "silence", "inaudible", "unintelligible",
    "unclear",
    "crosstalk", "overlapping", "music", "applause", "sighs", "sigh", "crying", "cries", "coughs", "cough",
    "noise",
    "background", "phonetic", "redacted", "anonymised", "anonymized", "sic", "interruption", "lacht",
    "lachen", "rires",
    "risos", "risas",
  ]
  /// Words that open a sentence, not a name.
  static let openers: Set<String> = [
    "i", "he", "she", "it", "we", "you", "they", "this", "that", "these", "those", "there", "here", "the",
    "a", "an",
    "my", "our", "your", "his", "her", "their", "its", "and", "but", "or", "so", "then", "well", "yes", "no",
    "yeah",
    "if", "when", "while", "because", "as", "what", "who", "why", "how", "where", "which", "like", "to",
    "for", "in",
    "on", "at", "of", "with", "from", "by", "not", "one", "first", "second", "third", "also", "now", "just",
    "let's",
    "basically", "honestly", "und", "aber", "ich", "sie", "er", "wir", "es", "das", "die", "der", "ein",
    "eine", "also",
    "el", "la", "los", "las", "un", "una", "y", "pero", "yo", "le", "les", "des", "et", "mais", "je", "o",
    "os", "as",
    "um", "uma", "e", "mas", "eu",
  ]
  static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "zu", "la", "le",
    "el", "al",
    "bin", "ibn", "ten", "ter", "y", "e", "of", "the", "and", "for", "in", "&", "-", "–",
  ]
  static let numberedHeadings: Set<String> = [
    "question", "questions", "q", "task", "section", "part", "topic", "theme", "item", "pergunta", "frage",
    "pregunta",
    "domanda", "vraag", "tarefa", "aufgabe", "t",
  ]
}
