extension StudyStore {
  /// What SQLite finds wrong with the file, and rows that refer to nothing.
  public func fileProblems() throws -> [StoreProblem] {
    let hint = StoreError.damaged(path: path).hint ?? ""
    do {
      return try integrityProblems().map { StoreProblem(.file, path, $0, hint: hint) }
    } catch StoreError.damaged {
      return [StoreProblem(.file, path, "the file is damaged", hint: hint)]
    }
  }
}
