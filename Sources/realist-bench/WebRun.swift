import Glibc
import LoopbackServer
import RealistModel
import RealistReports
import RealistSamples
import RealistStore
import RealistWeb

/// Measures the interface of the page on a large study, by calling it: no sockets.
enum WebRun {
  /// Makes the study: 200 sources, 100,000 codings, and one source of 100,000 words.
  static func makeStudy(_ file: String) throws {
    var contents = Sample(size: .large).contents()
    let long = Sample(size: Sample.Size(sources: 1, codingsPerSource: 0, wordsPerSource: 100_000), seed: 2)
    for one in long.sources {
      var (source, revision) = (one.source, one.revision)
      source.id = ID(high: source.id.high, low: source.id.low ^ 1)
      (source.name, source.participants) = ("long", [])
      revision.source = source.id
      for place in revision.turns.indices { revision.turns[place].participant = nil }
      contents.study.sources.append(source)
      contents.revisions.append(revision)
    }
    _ = try StudyStore.create(file, contents: contents, entry: .bench("init"))
  }

  /// The table of all requests; the study is made first, in a child, so that its memory is not counted.
  static func table(clock: Clock, in folder: TemporaryFolder) throws -> Table {
    let (file, own) = (folder.file("web.realist"), try ChildProcess.ownProgram())
    TemporaryFolder.remove(study: file)
    let made = try ChildProcess.run(own, ["--web-study", file], output: folder.file("output"))
    guard made.status == 0 else { throw BenchError.jobFailed(job: "web-study", status: made.status) }
    let desk = try Desk(StudyStore.open(file), clock)
    let rows = try desk.measurements().map { one in
      let cells = [
        one.title, "\(one.count)", (one.seconds / Double(one.count) * 1e6).decimals(0),
        (Double(one.count) / one.seconds).decimals(0), one.bytes.map { "\($0)" } ?? "",
        one.limit.map { "≤ \($0.decimals(0)) µs" } ?? "",
        one.limit.map { one.seconds / Double(one.count) * 1e6 <= $0 ? "yes" : "no" } ?? "",
      ]
      return Table.Row.cells(cells.map { Table.Cell($0) })
    }
    let memory = ["peak memory", "", "", "", "", "≤ 150 MB", peakMegabytes <= 150 ? "yes" : "no"]
    let columns = [
      Table.Column("request", "Request", weight: 10), Table.Column("count", "Times", kind: .number),
      Table.Column("microseconds", "µs each", kind: .number),
      Table.Column("per_second", "A second", kind: .number), Table.Column("bytes", "Bytes", kind: .number),
      Table.Column("limit", "Limit"), Table.Column("ok", "OK?"),
    ]
    var last = memory.map { Table.Cell($0) }
    last[2] = Table.Cell("\(peakMegabytes.decimals(0)) MB")
    return Table(
      Table.Head(
        title: "The interface of the page: 201 sources, 100,000 codings, one source of 100,000 words",
        columns: columns),
      rows: rows + [.cells(last)])
  }

  /// The most memory that this process has had.
  private static var peakMegabytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}

/// A workbench that is asked.
private final class Desk {
  struct Measurement {
    var title: String
    var count: Int
    var seconds: Double
    var bytes: Int?
    /// In microseconds.
    var limit: Double?
  }

  private let workbench: Workbench
  private let clock: Clock
  private let (long, source, code): (String, String, String)

  init(_ store: StudyStore, _ clock: Clock) throws {
    self.clock = clock
    (long, source, code) = try store.read { reader in
      let sources = try reader.sources()
      let code = try reader.codes().last
      return (
        sources.last?.id.description ?? "", sources.first?.id.description ?? "", code?.id.description ?? ""
      )
    }
    workbench = Workbench(
      store, coder: "bench",
      now: {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
      },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
  }

  func measurements() throws -> [Measurement] {
    let reads: [(title: String, path: String, query: [String: String], count: Int, limit: Double?)] = [
      ("GET study", "study", [:], 1, nil), ("GET study, again", "study", [:], 5000, 200),
      ("GET sources, counted for the first time", "sources", [:], 1, nil),
      ("GET sources, again", "sources", [:], 5000, 200),
      ("GET participants", "participants", [:], 1, nil),
      ("GET participants, again", "participants", [:], 5000, 200),
      ("GET participants, put together anew", "participants", ["anew": "#"], 200, nil),
      ("GET codes", "codes", [:], 1, nil), ("GET codes, again", "codes", [:], 5000, 200),
      ("GET source of 8,000 words, 500 codings", "sources/\(source)", [:], 1, 50_000),
      ("GET source of 100,000 words", "sources/\(long)", [:], 1, 100_000),
      ("GET quotes of a code", "quotes", ["code": code], 1, nil),
      ("GET quotes, all", "quotes", [:], 1, nil), ("GET search", "search", ["q": "trust"], 1, nil),
      ("GET configurations", "configurations", [:], 1, nil),
      ("GET theory-of-change", "theory-of-change", [:], 1, 500_000),
      ("GET tables/cmo", "tables/cmo", [:], 1, nil), ("GET tables/matrix", "tables/matrix", [:], 1, nil),
      ("GET journal", "journal", [:], 1, nil),
    ]
    var results = try reads.map { one in
      try measure(one.title, one.count, limit: one.limit) { number in
        HTTPRequest(
          .get, path: ["api", "1"] + one.path.split(separator: "/").map(String.init),
          query: one.query.mapValues { $0 == "#" ? "\(number)" : $0 })
      }
    }
    results.append(
      try measure("POST a coding", 200, limit: 10_000) { number in
        let body = #"{"start":\#(number * 40),"end":\#(number * 40 + 25),"codes":[{"id":"\#(self.code)"}]}"#
        return HTTPRequest(
          .post, path: ["api", "1", "sources", self.long, "segments"], body: Array(body.utf8))
      })
    for (title, path) in [("GET codes, after a coding", "codes"), ("GET sources, after a coding", "sources")]
    {
      results.append(
        try measure(title, 1, limit: 50_000) { _ in HTTPRequest(.get, path: ["api", "1", path]) })
    }
    return results
  }

  private func measure(
    _ title: String, _ count: Int, limit: Double?, _ request: (Int) -> HTTPRequest
  ) throws -> Measurement {
    var (bytes, watch) = (0, Stopwatch())
    watch.start()
    for number in 0..<count {
      var response = workbench.respond(to: request(number))
      // What the server has made on another thread is measured, too.
      if case .later(let make) = response.body { response = make() }
      guard response.status < 300, case .bytes(let body) = response.body else {
        throw BenchError.jobFailed(job: title, status: Int32(response.status))
      }
      bytes = body.count
    }
    watch.stop()
    return Measurement(
      title: title, count: count, seconds: watch.times[clock], bytes: bytes, limit: limit)
  }
}
