/// One step of a schema: once released it is never changed, and it uses no type of the program.
public struct Migration: Sendable {
  /// 1, 2, 3, …; it becomes the file's `user_version`.
  public let number: Int
  /// What it does, in a few words.
  public let name: String
  let body: @Sendable (Connection) throws -> Void

  /// A migration that runs every statement of a script.
  public init(_ number: Int, _ name: String, script: String) {
    self.init(number, name) { connection in try connection.executeScript(script) }
  }

  /// A migration that a program runs.
  public init(_ number: Int, _ name: String, _ body: @escaping @Sendable (Connection) throws -> Void) {
    self.number = number
    self.name = name
    self.body = body
  }
}
