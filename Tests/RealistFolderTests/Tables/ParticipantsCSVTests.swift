import RealistFolder
import RealistModel
import Testing

@Suite struct ParticipantsCSVTests {
  private func read(
    _ text: String, _ definitions: [AttributeDefinition] = []
  ) throws(FolderError) -> (participants: [Participant], definitions: [AttributeDefinition]) {
    try ParticipantsCSV.read(Array(text.utf8), definitions: definitions) {
      testIDs.id(Participant.self, kind: "participant", key: $0)
    }
  }

  @Test("unknown columns become attributes of the narrowest kind that fits")
  func infers() throws {
    let (participants, definitions) = try read(
      """
      id,band,joined,lead,phone,profession,empty,name,hours
      P01,4,2024-01-31,yes,0044,OT,,Ann,37.5
      P02,,2023-12-01,No,123,4,,,

      """)
    #expect(definitions.map(\.name) == ["band", "joined", "lead", "phone", "profession", "empty", "hours"])
    #expect(definitions.map(\.kind) == [.number, .date, .boolean, .text, .text, .text, .number])
    #expect(participants.map(\.key) == ["P01", "P02"])
    #expect(participants[0].name == "Ann")
    #expect(
      participants[1].attributes == [
        "joined": .date(try #require(CalendarDate("2023-12-01"))), "lead": .boolean(false),
        "phone": .text("123"),
        "profession": .text("4"),
      ])
  }

  @Test("a defined attribute keeps its kind, and a value that does not fit is reported")
  func defined() throws {
    let band = AttributeDefinition(name: "band", subject: .participant, kind: .number)
    let error = try #require(throws: FolderError.self) {
      try read("id,band,withdrawn\nP01,four,May\nP01,4,\n,5,\n", [band])
    }
    #expect(
      error.problems.map(\.message) == [
        "participants.csv:2: \"May\" does not fit the column \"withdrawn\"",
        "participants.csv:2: \"four\" does not fit the column \"band\"",
        "participants.csv:3: the participant \"P01\" is there twice",
        "participants.csv:4: nothing in the column \"id\"",
      ])
  }

  @Test("a canonical file is written back byte for byte")
  func roundTrip() throws {
    let text = """
      id,name,consent,withdrawn,role,months
      P01,Maggie,record; quote; archive,,volunteer,30
      P02,,record,2026-03-01,"neighbour, new",0.5

      """
    let (participants, definitions) = try read(text)
    #expect(participants[0].consent == ["record", "quote", "archive"])
    #expect(
      String(decoding: ParticipantsCSV.write(participants, definitions: definitions), as: UTF8.self) == text)
  }
}
