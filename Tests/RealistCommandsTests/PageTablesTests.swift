import Foundation
import LoopbackServer
import RealistModel
import RealistStore
import RealistWeb
import Testing

@Suite("The page's tables are those of the command line")
struct PageTablesTests {
  private static let projects = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Projects")

  /// A command that prints a table, and the address that gives the same one.
  struct Pair: CustomTestStringConvertible, Sendable {
    let command, address: String
    init(_ command: String, _ address: String) { (self.command, self.address) = (command, address) }
    var testDescription: String { command }
  }

  static let pairs: [Pair] = [
    Pair("cmo table", "cmo"),
    Pair(
      "cmo table --layout four-columns --counts --quotes 2", "cmo?layout=four-columns&counts=true&quotes=2"),
    Pair(
      "cmo table --columns number,c,m,o,refuting --order c-o-m",
      "cmo?columns=number,c,m,o,refuting&order=c-o-m"),
    Pair("cmo list --status agreed", "configurations?status=agreed"),
    Pair("evidence list", "evidence"),
    Pair("evidence balance --group stakeholder", "evidence-balance?group=stakeholder"),
    Pair("evidence balance --by dyad --explain", "evidence-balance?by=dyad&explain=true"),
    Pair("confidence list", "confidence"),
    Pair("quotes", "quotes"),
    Pair("quotes --code mechanisms --context 1", "quotes?code=mechanisms&context=1"),
    Pair(
      "quotes --code contexts/organisation/no-backfill --exact-code",
      "quotes?code=contexts/organisation/no-backfill&exactCode=true"),
    Pair("quotes --by-code --where \"band >= 4\"", "quotes?byCode=true&where=band >= 4"),
    Pair("quotes --uncoded", "quotes?uncoded=true"),
    Pair("quotes --summary", "quote-summary"),
    Pair("code list", "codebook?tree=false"), Pair("code list --tree", "codebook"),
    Pair("code list --definitions", "definitions"),
    Pair("matrix codes --by profession --level 1", "matrix?by=profession&level=1"),
    Pair(
      "matrix codes --by band --bands 4,6 --count participants --transpose --hide-empty",
      "matrix?by=band&bands=4,6&count=participants&transpose=true&hideEmpty=true"),
    Pair("matrix codes --by source --smart-zoom 3 --code outcomes", "matrix?smartZoom=3&code=outcomes"),
    Pair("matrix cooccurrence --level 2", "cooccurrence?level=2"),
    Pair(
      "matrix cooccurrence --measure near --distance 1 --unit turns --value sources --hide-empty",
      "cooccurrence?measure=near&distance=1&unit=turns&value=sources&hideEmpty=true"),
    Pair("regularities --level 2 --group stakeholder", "regularities?level=2&group=stakeholder"),
    Pair(
      "regularities --pairs M-O --smart-zoom 3 --min-sources 2 --where \"stakeholder = educator\"",
      "regularities?pairs=M-O&smartZoom=3&minSources=2&where=stakeholder = educator"),
    Pair(
      "regularities --pairs C-M --level 2 --crosstab --citations",
      "regularity-crosstab?pairs=C-M&level=2&citations=true"),
    Pair("framework show --by stakeholder", "framework?by=stakeholder"),
    Pair("framework show --code outcomes --level 2 --places 1", "framework?code=outcomes&level=2&places=1"),
    Pair("matrix joint themes --by code", "joint?context=themes"),
    Pair(
      "matrix joint vacancies --by region --code outcomes", "joint?context=vacancies&by=region&code=outcomes"),
    Pair("context show vacancies", "context?context=vacancies"),
    Pair("linked-coding list", "linked-codings"),
    Pair("linked-coding list --code mechanisms --links C-M", "linked-codings?code=mechanisms&links=C-M"),
    Pair("linked-coding group --level 2 --min-sources 2", "linked-coding-groups?level=2&minSources=2"),
    Pair(
      "linked-coding group --level 3 --pairs --explain",
      "linked-coding-groups?level=3&pairs=true&explain=true"),
    Pair("theory list", "theories"),
    Pair("theory table --evidence", "refined-theories?evidence=true"),
    Pair("theory table --no-reasons", "refined-theories?reasons=false"),
    Pair("theory history", "theory-history"),
    Pair("theory responses", "theory-responses"),
    Pair("theory responses --group stakeholder --explain", "theory-responses?group=stakeholder&explain=true"),
    Pair("toc list", "factors"), Pair("loop list", "loops"),
    Pair("map ripples", "ripples"),
    Pair("map ripples --chains --confirmed", "ripples?chains=true&confirmed=true"),
    Pair("recommendation list", "recommendations"),
    Pair(
      "map links --groups \"stakeholder = educator\" --zoom 2 --min-sources 1 --top 5",
      "map-links?where=stakeholder = educator&zoom=2&minSources=1&top=5"),
    Pair("map links --top 3 --explain", "map-links?top=3&explain=true"),
    Pair("map factors --by people", "map-factors?by=people"),
    Pair("map loops --max-length 6", "map-loops?maxLength=6"),
    Pair("map robustness --zoom 2", "map-robustness?zoom=2"),
    Pair("map robustness --zoom 1 --matrix", "map-robustness?zoom=1&matrix=true"),
    Pair("map metrics", "map-metrics"),
    Pair("agree", "agreement"),
    Pair(
      "agree --by overall --unit sentence --zoom 2 --coefficient alpha --bootstrap 50",
      "agreement?by=overall&unit=sentence&zoom=2&coefficient=alpha&bootstrap=50"),
    Pair(
      "agree --by source --code outcomes --coder Tom --coder Iris --coefficient percent --partial",
      "agreement?by=source&code=outcomes&coder=Tom&otherCoder=Iris&coefficient=percent&partial=true"),
    Pair("agree --code mechanisms --disagreements", "disagreements?code=mechanisms"),
    Pair("agree --source FG1 --explain", "disagreements?source=FG1&explain=true"),
    Pair("saturation", "saturation"),
    Pair(
      "saturation --by configurations --base 3 --run 1 --threshold 10% --bootstrap 20",
      "saturation?by=configurations&base=3&run=1&threshold=10&bootstrap=20"),
    Pair(
      "saturation --code outcomes --kind focus-group --base 1 --run 1 --explain",
      "saturation-passages?code=outcomes&kind=focus-group&base=1&run=1"),
    Pair("status", "status"), Pair("check", "check"),
    Pair("source list --where \"region = Harrowmere\"", "sources?where=region = Harrowmere"),
    Pair("participant list --where \"band >= 4\"", "participants?where=band >= 4"),
    Pair("memo list", "memos"), Pair("query list", "queries"), Pair("log", "journal"),
    Pair("log --last 2", "journal?last=2"),
  ]

  /// The endings of files and what the command line calls their formats.
  private static let formats = [
    ("csv", "csv"), ("tsv", "tsv"), ("md", "markdown"), ("tex", "latex"), ("html", "html"), ("json", "json"),
    ("docx", "docx"), ("xlsx", "xlsx"),
  ]

  private static func session() throws -> Session {
    let session = try Session()
    let folder = projects.appending(path: "support-workforce")
    try #require(session.run(words: ["build", folder.path(), "--output", "s.realist"]).status == 0)
    try session.write("region,2025,2026\nHarrowmere,12,9\nNowhere,1,2\n", to: "vacancies.csv")
    try session.write("code,share\noutcomes,0.5\nmechanisms,0.25\n", to: "themes.csv")
    try #require(session.run("realist context import vacancies.csv").status == 0)
    try #require(session.run("realist context import themes.csv").status == 0)
    try #require(session.run("realist query save doubt 'contexts OVERLAPS mechanisms'").status == 0)
    return session
  }

  /// What the interface answers.
  private static func download(_ address: String, as ending: String, _ workbench: Workbench) -> [UInt8] {
    let halves = address.split(separator: "?", maxSplits: 1).map(String.init)
    var query: [String: String] = [:]
    for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      query[parts[0]] = parts[1]
    }
    let request = HTTPRequest(
      .get, path: ["api", "1", "tables", "\(halves[0]).\(ending)"], query: query)
    var response = workbench.respond(to: request)
    if case .later(let make) = response.body { response = make() }
    guard case .bytes(let bytes) = response.body else { return [] }
    return bytes
  }

  @Test("every table downloads byte for byte as the command line writes it, in every format")
  func same() throws {
    let session = try Self.session()
    let store = try StudyStore.open(session.path("s.realist"))
    let workbench = Workbench(
      store, coder: "Iris", now: { Timestamp(milliseconds: 1) }, random: { Array(repeating: 0, count: $0) })
    for pair in Self.pairs {
      for (ending, format) in Self.formats {
        let isOffice = ending == "docx" || ending == "xlsx"
        let result = session.run(
          "realist \(pair.command) --format \(format)" + (isOffice ? " --output out.\(ending)" : ""))
        // Checks end with 1 when anything is found.
        try #require(result.status == (pair.command == "check" ? 1 : 0), "\(pair.command): \(result.errors)")
        let written =
          isOffice
          ? [UInt8](try Data(contentsOf: session.folder.appending(path: "out.\(ending)")))
          : Array(result.output.utf8)
        let answered = Self.download(pair.address, as: ending, workbench)
        #expect(written.count > 2, "\(pair.command) --format \(format)")
        if answered != written {
          Issue.record(
            "\(pair.command) --format \(format) and \(pair.address) differ: \(written.count) and \(answered.count) bytes: \(String(decoding: answered.prefix(160), as: UTF8.self))"
          )
        }
      }
    }
  }

  @Test("a table says whether the filter narrows it")
  func narrowed() throws {
    let session = try Self.session()
    let workbench = Workbench(
      try StudyStore.open(session.path("s.realist")), coder: "Iris", now: { Timestamp(milliseconds: 1) },
      random: { Array(repeating: 0, count: $0) })
    for kind in try Self.kinds(workbench) {
      let whole = Self.download("\(kind.name)?", as: "json", workbench)
      let narrow = Self.download("\(kind.name)?where=band >= 99", as: "json", workbench)
      #expect((whole != narrow) == kind.narrowed, "\(kind.name)")
    }
  }

  @Test("every table that the page lists is compared here")
  func listed() throws {
    let session = try Self.session()
    let workbench = Workbench(
      try StudyStore.open(session.path("s.realist")), coder: "Iris", now: { Timestamp(milliseconds: 1) },
      random: { Array(repeating: 0, count: $0) })
    let names = try Self.kinds(workbench).map(\.name)
    let compared = Set(Self.pairs.map { $0.address.prefix { $0 != "?" } }.map(String.init))
    #expect(!names.isEmpty && Set(names) == compared)
  }

  private struct Kind: Decodable {
    var name: String
    var narrowed: Bool
  }

  private static func kinds(_ workbench: Workbench) throws -> [Kind] {
    let response = workbench.respond(to: HTTPRequest(.get, path: ["api", "1", "tables"]))
    guard case .bytes(let bytes) = response.body else { throw CocoaError(.coderInvalidValue) }
    struct List: Decodable { var tables: [Kind] }
    return try JSONDecoder().decode(List.self, from: Data(bytes)).tables
  }
}
