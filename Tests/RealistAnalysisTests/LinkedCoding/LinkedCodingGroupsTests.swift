import RealistAnalysis
import RealistModel
import TestSupport
import Testing

@Suite("Linked codings in groups")
struct LinkedCodingGroupsTests {
  /// An invented study in which, as in Jackson and Kolla's, no combination comes more than three times.
  private func sketch() -> StudySketch {
    var sketch = StudySketch()
    for path in [
      "contexts/job/no-cover", "contexts/job/no-posts", "contexts/place/far", "mechanisms/bad/guilt",
      "mechanisms/bad/shame", "mechanisms/good/pride", "outcomes/leaving", "outcomes/staying",
    ] { sketch.code(path) }
    sketch.link("L1", "a", from: "P1", "C contexts/job/no-cover", "M mechanisms/bad/guilt")
    sketch.link("L2", "b", from: "P2", "C contexts/job/no-cover", "M mechanisms/bad/guilt")
    sketch.link("L3", "c", from: "P2", "C contexts/job/no-cover", "M mechanisms/bad/guilt")
    sketch.link("L4", "d", from: "P3", "C contexts/job/no-posts", "M mechanisms/bad/shame")
    sketch.link("L5", "e", from: "P4", "C contexts/place/far", "M mechanisms/good/pride")
    sketch.link("L6", "f", from: "P1", "M mechanisms/bad/guilt", "O outcomes/leaving")
    sketch.link(
      "L7", "g", from: "D1", "C contexts/job/no-posts", "M mechanisms/bad/guilt", "O outcomes/leaving")
    return sketch
  }

  private func groups(level: Int? = nil, pairs: Bool = false) throws -> LinkedCodingGroups {
    let sketch = sketch()
    return LinkedCodingGroups(
      sketch.study, try CodeTree(sketch.study.codes), speakers: sketch.speakers, level: level, pairs: pairs)
  }

  private func words(_ groups: LinkedCodingGroups) -> [String] {
    groups.groups.map { group in
      "\(group.shape) \(group.roles.map(\.path).joined(separator: " + ")): \(group.keys.joined(separator: " ")), "
        + "\(group.citations) of \(group.sources.count) sources, \(group.participants.count) people, "
        + "\(group.combinations) combinations"
    }
  }

  @Test("without a level only equal codes are together, and the most frequent combination comes three times")
  func exact() throws {
    let groups = try groups()
    #expect(groups.combinations.distinct == 5)
    #expect(groups.combinations.greatest == 3)
    #expect(
      words(groups).first
        == "C–M contexts/job/no-cover + mechanisms/bad/guilt: L1 L2 L3, 3 of 2 sources, 2 people, 1 combinations"
    )
    #expect(groups.groups.count == 5)
  }

  @Test("at level 2 codes are together that meet there, under what they have in common")
  func nearIdentical() throws {
    #expect(
      words(try groups(level: 2)) == [
        "C–M contexts/job + mechanisms/bad: L1 L2 L3 L4, 4 of 3 sources, 3 people, 2 combinations",
        "C–M–O contexts/job/no-posts + mechanisms/bad/guilt + outcomes/leaving: L7, 1 of 1 sources, 0 people, 1 combinations",
        "C–M contexts/place/far + mechanisms/good/pride: L5, 1 of 1 sources, 1 people, 1 combinations",
        "M–O mechanisms/bad/guilt + outcomes/leaving: L6, 1 of 1 sources, 1 people, 1 combinations",
      ])
  }

  @Test("at level 1 everything of one shape is together")
  func top() throws {
    let shapes = try groups(level: 1).groups.map { "\($0.shape) \($0.members.count)" }
    #expect(shapes == ["C–M 5", "C–M–O 1", "M–O 1"])
  }

  @Test("a triad counts as its three pairs when it is asked for")
  func pairs() throws {
    let groups = try groups(level: 2, pairs: true)
    #expect(
      words(groups).prefix(2) == [
        "C–M contexts/job + mechanisms/bad: L1 L2 L3 L4 L7, 5 of 4 sources, 3 people, 3 combinations",
        "M–O mechanisms/bad/guilt + outcomes/leaving: L6 L7, 2 of 2 sources, 1 people, 1 combinations",
      ])
    #expect(groups.groups.map(\.shape).contains("C–O"))
  }

  @Test("a finer level never joins what a coarser one keeps apart, and every linked coding is in one group")
  func levels() throws {
    let all = try (1...4).map { try groups(level: $0) } + [try groups()]
    for (coarse, fine) in zip(all, all.dropFirst()) {
      #expect(Set(fine.groups.flatMap(\.keys)).count == 7)
      #expect(fine.groups.reduce(0) { $0 + $1.members.count } == 7)
      for group in fine.groups {
        #expect(coarse.groups.contains { Set(group.keys).isSubset(of: $0.keys) })
      }
    }
  }

  @Test("a group's passages are evidence for its elements together, words of a role for that element")
  func evidence() throws {
    var sketch = sketch()
    let words = sketch.quote("the words", from: "P1")
    sketch.study.linkedCodings[0].parts[1].segment = words
    let tree = try CodeTree(sketch.study.codes)
    let group = try #require(
      LinkedCodingGroups.group(of: ["L1", "L4"], sketch.study, tree, speakers: sketch.speakers))
    #expect(group.roles.map(\.path) == ["contexts/job", "mechanisms/bad"])
    let elements = [ID<Element>(high: 9, low: 1), ID<Element>(high: 9, low: 2)]
    var number: UInt64 = 0
    let evidence = group.evidence(for: elements, of: ID(high: 8, low: 1)) {
      number += 1
      return ID(high: 7, low: number)
    }
    #expect(evidence.map(\.elements) == [elements, [elements[1]], elements])
    #expect(
      evidence.map(\.segment) == [
        sketch.study.linkedCodings[0].segment, words, sketch.study.linkedCodings[3].segment,
      ])
    #expect(
      LinkedCodingGroups.group(of: ["L1", "L6"], sketch.study, tree, speakers: sketch.speakers) == nil)
  }
}
