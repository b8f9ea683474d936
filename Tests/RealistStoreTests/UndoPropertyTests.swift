import RealistAnalysis
import RealistModel
import Testing

@testable import RealistStore

@Suite("Undo and redo")
struct UndoPropertyTests {
  /// What every change must leave whole: all that `realist check` calls an error, in the file and in the values.
  private func requireSound(_ store: StudyStore) throws {
    try #require(try store.problems() == [])
    let material = try store.read { reader in
      let study = try reader.study()
      return CheckMaterial(study, words: try reader.words(of: study.segments))
    }
    let errors = StudyCheck.findings(in: material).map(\.finding).filter { $0.severity == .error }
    try #require(errors == [])
  }

  /// Names the collections that differ; printing two whole studies helps nobody.
  private func requireSame(_ now: Study, _ expected: Study) throws {
    guard now != expected else { return }
    let pairs = zip(Mirror(reflecting: now).children, Mirror(reflecting: expected).children)
    let differing = pairs.filter { "\($0.value)" != "\($1.value)" }.compactMap(\.0.label)
    if differing.contains("segments") {
      let (own, other) = (Set(now.segments), Set(expected.segments))
      try #require(own.symmetricDifference(other) == [])
    }
    try #require(differing == [])
  }

  @Test(
    "200 random changes are undone to the empty study and redone to the last, sound after each",
    arguments: 1...6 as ClosedRange<UInt64>)
  func thereAndBack(seed: UInt64) throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    let empty = try store.read { try $0.study() }
    var changes = RandomChanges(seed: seed, workshop: workshop)
    var states = [empty]
    for _ in 0..<200 {
      try changes.step(store)
      try requireSound(store)
      states.append(try store.read { try $0.study() })
    }
    try #require(states.last?.codings.isEmpty == false)
    for part in [
      states.map(\.evidence.count), states.map(\.linkedCodings.count), states.map(\.responses.count),
    ] {
      try #require(part.contains { $0 > 1 })
    }
    for expected in states.reversed().dropFirst() {
      _ = try store.undo(workshop.note("undo"))
      try requireSame(try store.read { try $0.study() }, expected)
      try requireSound(store)
    }
    #expect(throws: StoreError.nothingToUndo) { try store.undo(workshop.note("undo")) }
    for expected in states.dropFirst() {
      _ = try store.redo(workshop.note("redo"))
      try requireSame(try store.read { try $0.study() }, expected)
      try requireSound(store)
    }
  }

  @Test(
    "undo and redo in any mixture keep the study on the line of its states",
    arguments: 1...4 as ClosedRange<UInt64>)
  func mixture(seed: UInt64) throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    var changes = RandomChanges(seed: seed &* 977, workshop: workshop)
    var (line, place) = ([try store.read { try $0.study() }], 0)
    for _ in 0..<120 {
      switch Int.random(in: 0..<4, using: &changes.random) {
      case 0 where place > 0:
        _ = try store.undo(workshop.note("undo"))
        place -= 1
      case 1 where place < line.count - 1:
        _ = try store.redo(workshop.note("redo"))
        place += 1
      default:
        try changes.step(store)
        line.removeLast(line.count - 1 - place)
        line.append(try store.read { try $0.study() })
        place += 1
      }
      try requireSame(try store.read { try $0.study() }, line[place])
      try requireSound(store)
    }
  }
}
