import CommandKit

extension CommandSection {
  /// Codes, quotes tagged with them, memos.
  package static let coding = CommandSection(
    "Coding",
    [
      CodeGroup.self,
      TagCommand.self,
      UntagCommand.self,
      ResizeCommand.self,
      MemoGroup.self,
      CodingGroup.self,
      QuotesCommand.self,
    ])
}
