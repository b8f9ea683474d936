extension StudyReader {
  /// What SQLite finds wrong with the file, and rows that refer to nothing.
  func fileProblems() throws -> [StoreProblem] {
    let path = connection.path ?? ""
    let hint = StoreError.damaged(path: path).hint ?? ""
    do {
      return try StudyStore.mappingErrors(path) {
        try integrityProblems().map { StoreProblem(.file, path, $0, hint: hint) }
      }
    } catch StoreError.damaged {
      return [StoreProblem(.file, path, "the file is damaged", hint: hint)]
    }
  }

  func integrityProblems() throws -> [String] {
    try connection.integrityCheck()
      + connection.foreignKeyViolations().map { "\($0.table) refers to no \($0.parent)" }
  }
}
