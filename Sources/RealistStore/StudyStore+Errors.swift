import SQLiteKit

extension StudyStore {
  /// Runs the body and turns what SQLite says into words of the store; other errors pass as they are.
  static func mappingErrors<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }
}

extension StoreError {
  init(_ error: SQLiteError, path: String) {
    switch error {
    case .newer(let found, let known): self = .newer(path: path, found: found, known: known)
    case .foreignApplication: self = .notAStudy(path: path)
    case _ where error.isNotADatabase: self = .notAStudy(path: path)
    case _ where error.isBusy: self = .locked(path: path)
    case _ where error.isReadOnly: self = .readOnly(path: path)
    case _ where error.isFull: self = .diskFull(path: path)
    case _ where error.isCorrupt: self = .damaged(path: path)
    case _ where error.isIO: self = .inputOutput(path: path)
    case _ where error.isCantOpen: self = .cannotOpen(path: path)
    case _ where error.isInterrupted: self = .interrupted
    case .notUTF8: self = .damaged(path: path)
    default: self = .database(code: error.failure?.extendedCode ?? 0, message: "\(error)")
    }
  }
}
