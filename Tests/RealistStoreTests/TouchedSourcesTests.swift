import RealistModel
import Testing

@testable import RealistStore

@Suite("What an entry touched")
struct TouchedSourcesTests {
  private func progress(_ store: StudyStore) throws -> [ID<Source>: SourceProgress] {
    try store.read { reader in try reader.progress(of: try reader.sources()) }
  }

  @Test(
    "of 150 random changes, undone and redone, every source that is counted otherwise afterwards is named",
    arguments: 1...2 as ClosedRange<UInt64>)
  func undone(seed: UInt64) throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    var changes = RandomChanges(seed: seed, workshop: workshop)
    for _ in 0..<150 { try changes.step(store) }
    var (differing, spared) = (0, 0)
    func requireNamed(_ replay: () throws -> JournalEntry) throws {
      let before = try progress(store)
      let entry = try replay()
      let after = try progress(store)
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      guard let touched = try store.read({ try $0.sourcesTouched(byEntry: entry.number) }) else { return }
      try #require(changed.isSubset(of: touched))
      differing += changed.count
      spared += after.count - touched.intersection(after.keys).count
    }
    for _ in 0..<150 { try requireNamed { try store.undo(workshop.note("undo")) } }
    for _ in 0..<150 { try requireNamed { try store.redo(workshop.note("redo")) } }
    // Else it would have shown nothing, or named everything.
    #expect(differing > 20)
    #expect(spared > differing)
  }

  @Test("an entry that is not there, or has nothing to take back, tells nothing")
  func unknown() throws {
    let store = try Workshop().makeStore()
    #expect(try store.read { try $0.sourcesTouched(byEntry: 99) } == nil)
    #expect(try store.read { try $0.sourcesTouched(byEntry: 1) } == nil)
  }
}
