extension Example {
  /// The words after the program's name as a shell cuts them, up to a pipe, redirection or next command.
  ///
  /// Knows quotation marks and backslashes; variables and patterns stay as they are.
  public var words: [String] {
    var words: [String] = []
    var word: String?
    var quotation: Character?
    var isEscaped = false
    for character in commandLine {
      if isEscaped {
        if character != "\n" { word = (word ?? "") + String(character) }
        isEscaped = false
      } else if character == "\\", quotation != "'" {
        isEscaped = true
      } else if character == quotation {
        quotation = nil
      } else if quotation != nil || !" \n'\"|<>;&".contains(character) {
        word = (word ?? "") + String(character)
      } else if character == "'" || character == "\"" {
        quotation = character
        word = word ?? ""
      } else {
        if let word { words.append(word) }
        word = nil
        if character != " ", character != "\n" { break }
      }
    }
    return Array((words + (word.map { [$0] } ?? [])).dropFirst())
  }
}
