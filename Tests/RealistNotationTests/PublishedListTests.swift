import RealistModel
import RealistNotation
import Testing

@Suite("A list of statements as papers print it") struct PublishedListTests {
  /// Invented. Five contexts, six mechanisms, six outcomes; two outcomes in the second, two mechanisms in the fifth, no "If" in the fourth.
  static let list = """
    1. If a library lends tools as well as books (C), borrowers see themselves as people who can mend things (M), and fewer broken
    chairs are put out for collection (O).
    2. If the lending desk is staffed by neighbours (C), borrowers feel safe to ask how a tool is held (M), which leads to fewer
    accidents (O) and to tools that come back clean (O).
    3. If opening hours follow the shifts of the factory (C), night workers feel that the service is meant for them (M) and join (O).
    4. Shared workshops make beginners stay longer (O) because they are noticed when they are missed (M), where the room is small
    enough for everybody to hear (C).
    5. If fines are waived for late returns (C), regular borrowers feel trusted (M) but some stop thinking of those who wait (M),
    so that queues for the popular tools grow (O).

    """

  @Test("it has the elements its tags say, in order")
  func elements() throws {
    let configurations = try ConfigurationNotation.read(Array(Self.list.utf8), template: .cmo)
    #expect(
      configurations.map(\.labels) == [
        ["C1", "M1", "O1"], ["C1", "M1", "O1", "O2"], ["C1", "M1", "O1"], ["O1", "M1", "C1"],
        ["C1", "M1", "M2", "O1"],
      ])
    let all = configurations.flatMap(\.elements)
    #expect(["C", "M", "O"].map { letter in all.count { $0.letter == letter } } == [5, 6, 6])
    #expect(
      configurations[3].elements.map(\.text) == [
        "Shared workshops make beginners stay longer", "They are noticed when they are missed",
        "The room is small enough for everybody to hear",
      ])
    #expect(
      configurations[4].elements.map(\.text) == [
        "Fines are waived for late returns", "Regular borrowers feel trusted",
        "Some stop thinking of those who wait", "Queues for the popular tools grow",
      ])
  }

  @Test("it is written back byte for byte, tight, loose, as paragraphs and under headings")
  func roundTrip() throws {
    let items = Self.list.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
    let loose = (2...5).reduce(items) { text, number in
      text.replacing("\n\(number). ", with: "\n\n\(number). ")
    }
    let paragraphs = (1...5).reduce(loose) { text, number in text.replacing("\(number). ", with: "") }
    let headed = (1...5).reduce(loose) { text, number in
      text.replacing("\(number). ", with: "## CMO \(number): Title \(number)\n")
    }
    for text in [Self.list, loose, paragraphs, headed] {
      let configurations = try ConfigurationNotation.read(Array(text.utf8), template: .cmo)
      #expect(configurations.count == 5)
      #expect(ConfigurationNotation.text(configurations) == text)
    }
  }
}
