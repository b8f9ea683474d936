import RealistModel
import RealistReports
import TestSupport
import Testing

struct ParticipantListTests {
  private func people(_ keys: [String]) -> [Participant] {
    keys.enumerated().map {
      Participant(
        id: ID(high: 1, low: UInt64($0)), key: $1, name: "N\($1)", attributes: ["job": .text("nurse")])
    }
  }

  @Test(
    "participants are listed as reports print them",
    arguments: [
      ([], "(Participant {number})", ""), (["P05"], "(Participant {number})", "(Participant 5)"),
      (["P12", "P01", "P08", "P02"], "(Participant {number})", "(Participants 1, 2, 8 and 12)"),
      (["P1", "P2"], "[Interviewee {id}]", "[Interviewees P1 and P2]"),
      (["Anna", "P1"], "(Participant {number})", "(Participants 1 and Anna)"),
      (["P1", "P2"], "({job}, {number})", "(nurse, 1; nurse, 2)"), (["P1", "P2"], "{id}", "(P1; P2)"),
      (["P1", "P2"], "({number})", "(1 and 2)"),
    ])
  func list(keys: [String], pattern: String, expected: String) {
    #expect(ParticipantList.text(of: people(keys), attribution: AttributionPattern(pattern)) == expected)
  }

  @Test(
    "counts are written in words up to twelve",
    arguments: [
      (0, nil as Int?, "none of the participants"), (1, nil, "one of the participants"),
      (5, 14, "five of the participants"), (12, 12, "all of the participants"),
      (1, 1, "one of the participants"),
      (13, nil, "13 of the participants"),
    ])
  func words(count: Int, total: Int?, expected: String) {
    #expect(ParticipantList.words(count: count, of: total) == expected)
  }
}
