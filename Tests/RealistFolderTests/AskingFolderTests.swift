import RealistFolder
import RealistModel
import RealistSamples
import TestSupport
import Testing

@Suite("Queries, framework matrices and context in a study folder")
struct AskingFolderTests {
  private func contents() -> StudyContents {
    let size = Sample.Size(sources: 2, codingsPerSource: 10, codes: 6, wordsPerSource: 100)
    var contents = Sample(size: size, seed: 4).contents()
    let created = contents.study.created
    contents.study.queries = [
      SavedQuery(id: ID(high: 1, low: 1), name: "doubt", text: #"a OVERLAPS "b c", or 'd'"#),
      SavedQuery(id: ID(high: 1, low: 2), name: "all", text: "ANY"),
    ]
    let rows: [FrameworkSummary.Case] = [
      .source(contents.study.sources[1].id), .participant(contents.study.participants[0].id),
      .group(attribute: "region", value: "North, and more"),
    ]
    contents.study.framework = rows.enumerated().map { place, row in
      FrameworkSummary(
        id: ID(high: 2, low: UInt64(place)), row: row, code: contents.study.codes[place].id,
        summary: "They say \"no\",\nand mean it. 🙂", coder: "ann", written: created)
    }
    contents.study.contextTables = [
      ContextTable(
        id: ID(high: 3, low: 1), key: "posts", title: "Posts, by region", unit: "percent", source: "invented",
        date: "2024/25", notes: ["rounded", "# twice"], columns: ["region", "vacant, now"],
        rows: [["North", "12"], ["South", ""]]),
      ContextTable(id: ID(high: 3, low: 2), key: "bare", columns: ["x"], rows: []),
    ]
    return contents
  }

  @Test("writing, then reading and writing again gives the same bytes and the same values")
  func roundTrip() throws {
    let contents = contents()
    let written = try StudyFolder.write(contents)
    #expect(
      Set(["queries.csv", "framework.csv", "context/posts.csv", "context/bare.csv"]).isSubset(
        of: written.keys))
    let again = try StudyFolder.read(written)
    #expect(try StudyFolder.write(again) == written)
    #expect(again.study.queries.map(\.text) == contents.study.queries.map(\.text))
    #expect(again.study.framework.map(\.summary) == contents.study.framework.map(\.summary))
    #expect(again.study.contextTables.map(\.key) == ["bare", "posts"])
    #expect(again.study.contextTables[1].notes == ["rounded", "# twice"])
    #expect(again.study.contextTables[1].rows == contents.study.contextTables[0].rows)
  }

  @Test(
    "what does not fit is refused with its line",
    arguments: [
      (
        "queries.csv", "name,query\ntwo words,ANY\n",
        "queries.csv:2: \"two words\" does not fit the column \"name\""
      ),
      ("queries.csv", "name,query\na,ANY\na,ANY\n", "queries.csv:3: the query \"a\" is there twice"),
      ("framework.csv", "source,code,summary\nnobody,x,y\n", "framework.csv:2: no source \"nobody\""),
      (
        "framework.csv", "source,participant,code,summary\n,,x,y\n",
        "framework.csv:2: \"\" does not fit the column \"source\""
      ),
      (
        "context/t.csv", "# unit: percent\nregion,vacant\nNorth\n",
        "context/t.csv:3: 1 cells in a row under 2 columns"
      ),
      ("context/t.csv", "region,vacant\nNorth,1,2\n", "context/t.csv:2: 3 cells in a row under 2 columns"),
      (
        "context/t.csv", "# colour: red\nregion\n",
        "context/t.csv:1: \"colour: red\" does not fit the column \"#\""
      ),
    ])
  func refused(file: String, text: String, message: String) throws {
    var files = try StudyFolder.write(contents())
    files[file] = Array(text.utf8)
    let error = try #require(#expect(throws: FolderError.self) { try StudyFolder.read(files) })
    #expect(error.problems.map(\.message).contains(message))
  }
}
