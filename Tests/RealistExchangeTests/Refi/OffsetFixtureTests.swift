import Foundation
import RealistModel
import TestSupport
import Testing

@testable import RealistExchange

/// What an imitation of a program wrote, and what its selections are.
private struct Expected: Decodable {
  struct Rules: Decodable {
    var nl: String
    var cnt: Int
    var unit: String
    var bom: Bool
    var bomc: Int
  }
  struct Selection: Decodable {
    var cpStart: Int
    var cpEnd: Int
    var text: String
    var codes: [String]
    enum CodingKeys: String, CodingKey {
      case text, codes
      case cpStart = "cp_start"
      case cpEnd = "cp_end"
    }
  }
  struct Source: Decodable {
    var name: String
    var chars: Int
    var selections: [Selection]
  }
  var rules: Rules
  var sources: [Source]
}

private let profiles = [
  "atlasti_win_like", "inline_plaintextcontent", "mac_cr_only", "maxqda_like", "nvivo_win_like",
  "spec_strict",
]

@Suite("Offsets of other programs") struct OffsetFixtureTests {
  @Test(
    "every selection has its true words, by the rule its writer used", .needsFixtures, arguments: profiles)
  func resolves(profile: String) throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(try fixture("refi-qda-offsets/\(profile).expected.json")))
    let project = try imported(try fixture("refi-qda-offsets/\(profile).qdpx"))
    try #require(expected.sources.count == 2)
    for source in expected.sources {
      let own = try project.source(source.name)
      #expect(own.length == source.chars)
      let segments = project.study.segments.filter { $0.source == own.id }
      #expect(Set(segments.map(\.span.range)) == Set(source.selections.map { $0.cpStart..<$0.cpEnd }))
      for selection in source.selections {
        let segment = try #require(segments.first { $0.span.start == selection.cpStart })
        #expect(try project.words(of: segment).utf8.elementsEqual(selection.text.utf8))
        let names = Set(try project.paths(on: segment).map { $0.split(separator: "/").last.map(String.init) })
        #expect(names == Set(selection.codes))
      }
    }
    let rules = project.report.rules
    #expect(rules.count == 2 && rules.allSatisfy { $0.unresolved == 0 })
    for rule in rules {
      #expect(rule.rule.contains(expected.rules.unit == "u16" ? "UTF-16 units" : "code points"), "\(rule)")
      #expect(rule.rule.hasSuffix("end not included"))
      if expected.rules.nl == "\r\n" {
        #expect(rule.rule.contains("CR LF counted as \(expected.rules.cnt)"), "\(rule)")
      }
      if expected.rules.bom { #expect(rule.rule.contains("byte order mark not counted")) }
    }
  }

  @Test("a selection that lies nowhere stays as a note with its place, its name and its codes")
  func unplaced() throws {
    let project = try imported(
      document(
        """
        <Users><User guid="00000000-0000-0000-0000-0000000000aa" name="ana"/></Users>
        <CodeBook><Codes><Code guid="00000000-0000-0000-0000-000000000001" name="Trust" isCodable="true"/></Codes></CodeBook>
        <Sources><TextSource guid="00000000-0000-0000-0000-000000000002" name="A"><PlainTextContent>one two three</PlainTextContent>
        <PlainTextSelection guid="00000000-0000-0000-0000-000000000003" name="two" startPosition="4" endPosition="7"/>
        <PlainTextSelection guid="00000000-0000-0000-0000-000000000004" name="seven" startPosition="40" endPosition="45">
        <Coding guid="00000000-0000-0000-0000-000000000005" creatingUser="00000000-0000-0000-0000-0000000000aa"><CodeRef targetGUID="00000000-0000-0000-0000-000000000001"/></Coding></PlainTextSelection>
        <PlainTextSelection guid="00000000-0000-0000-0000-000000000006" startPosition="3" endPosition="3"/>
        </TextSource></Sources>
        """), "p.qde")
    #expect(try project.study.segments.map(project.words) == ["two"])
    let memo = try #require(project.study.memos.first)
    #expect(memo.subject == .source(project.study.sources[0].id))
    #expect(
      memo.body.contains("40..45") && memo.body.contains("“seven”") && memo.body.contains("Trust by ana"))
    #expect(memo.body.contains("3..3, marks nothing"))
    #expect(project.report.rules.map(\.unresolved) == [2])
    #expect(project.report.count("Selection", .note) == 2 && project.report.count("Selection", .kept) == 1)
  }

  @Test("the rule is found for every way of counting, with names and without", arguments: [true, false])
  func everyRule(named: Bool) throws {
    let words = ["went 🐕 home", "said “yes”", "nobody", "the café", "again 👩‍👧 and again", "trust", "late"]
    let text = words.enumerated().map { "Line \($0) about it, where she \($1), I think." }.joined(
      separator: "\r\n")
    let bytes = [0xef, 0xbb, 0xbf] + Array(text.utf8)
    let foreign = try ForeignText(bytes, file: "t")
    for rule in OffsetRule.candidates(for: foreign) {
      let selections = try words.map { word in
        try selection(of: word, in: foreign, rule, named: named)
      }
      let found = OffsetResolver.resolve(foreign, selections, origin: "some tool")
      #expect(found.rule == rule, "\(rule): \(found.reason)")
      let read = try found.outcomes.map { outcome in
        let range = try #require(outcome.range)
        return String(foreign.text[try TextSpan(start: range.lowerBound, end: range.upperBound)])
      }
      #expect(read == words)
    }
  }

  /// A selection as a program that counts by a rule writes it, from the definition: unit by unit.
  private func selection(
    of words: String, in text: ForeignText, _ rule: OffsetRule, named: Bool
  ) throws -> ForeignSelection {
    let all = Array(text.text.string.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = try #require(all.indices.first { all[$0...].starts(with: wanted) })
    func place(_ scalar: Int) -> Int {
      var count = rule.countsMark ? 1 : 0
      for (index, one) in all[..<scalar].enumerated() {
        if one == "\n", text.pairs.contains(index) {
          count += rule.lineEnd
        } else {
          count += rule.unit == .utf16 && one.value > 0xffff ? 2 : 1
        }
      }
      return count
    }
    let end = place(start + wanted.count) - (rule.includesEnd ? 1 : 0)
    return ForeignSelection(
      guid: GUID(naming: words), name: named ? words : "", start: place(start), end: end)
  }
}
