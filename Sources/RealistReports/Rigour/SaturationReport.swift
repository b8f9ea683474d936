import RealistModel
import RealistRigour

/// Saturation with the names of what was judged.
public struct SaturationReport: Sendable {
  public var saturation: Saturation
  /// By interview: what it is called, and when it was held.
  public var interviews: [(name: String, date: CalendarDate?)]
  /// What the things are: `code` and `codes`, `configuration`, `theory change`.
  public var thing: String
  public var things: String
  public var orders: SaturationOrders?
  public var seed: UInt64

  public init(
    _ saturation: Saturation, interviews: [(name: String, date: CalendarDate?)], thing: String,
    things: String,
    orders: SaturationOrders? = nil, seed: UInt64 = 1
  ) {
    (self.saturation, self.interviews, self.thing, self.things) = (saturation, interviews, thing, things)
    (self.orders, self.seed) = (orders, seed)
  }

  /// What comes out, in a sentence without a full stop.
  public var verdict: String {
    let rule = saturation.rule
    let words = "base \(rule.base), run \(rule.run), threshold \(rule.threshold.percent(0))"
    switch saturation.verdict {
    case .reached(let after):
      return "saturation of \(things) was reached at \(after)+\(rule.run) interviews (\(words))"
    case .notReached:
      return "saturation of \(things) was not reached within \(interviews.count) interviews (\(words))"
    case .tooFew(let needed):
      return
        "saturation cannot be judged: \(words) need \(needed) interviews, and there \(interviews.count == 1 ? "is" : "are") \(interviews.count)"
    case .undefined(let reason): return "saturation is undefined: \(reason.reason)"
    }
  }

  /// An interview a row; a run of interviews is told in the row of its last.
  public func table(isForPeople: Bool, title: String = "") -> Table {
    let columns = [
      Table.Column("number", "No.", kind: .number),
      Table.Column("interview", "Interview", weight: 4, isRowHeading: true),
      Table.Column("date", "Date", weight: 2),
      Table.Column("new", "New", kind: .number), Table.Column("repeated", "Repeated", kind: .number),
      Table.Column("total", "So far", kind: .number), Table.Column("run", "Run", weight: 2),
      Table.Column("run_new", "New in run", kind: .number),
      Table.Column("ratio", isForPeople ? "Of the base" : "Ratio", kind: .number),
    ]
    let rows = saturation.interviews.enumerated().map { place, interview -> Table.Row in
      let run = saturation.runs.first { $0.interviews.upperBound == place + 1 }
      let ratio = run?.ratio.number.map { isForPeople ? $0.percent(2) : $0.decimals(6) }
      return .cells([
        Table.Cell(place + 1), Table.Cell(interviews[place].name),
        Table.Cell(interviews[place].date?.description ?? ""), Table.Cell(interview.new.count),
        Table.Cell(interview.repeated.count), Table.Cell(interview.total),
        Table.Cell(run.map { Self.words($0.interviews) } ?? ""), Table.Cell(run.map { "\($0.new)" } ?? ""),
        Table.Cell(ratio ?? (run == nil ? "" : "undefined")),
      ])
    }
    return Table(Table.Head(title: title, columns: columns, notes: isForPeople ? notes : []), rows: rows)
  }

  private var notes: [String] {
    let base = min(saturation.rule.base, interviews.count)
    return [
      verdict.prefix(1).uppercased() + verdict.dropFirst() + ".",
      "New: for the first time in an interview, in order of date, then of import. The first \(base) interviews bear \(saturation.baseCount) "
        + "\(things), the base (Guest, Namey and Chen 2020).",
    ] + (ordersInWords.map { [$0] } ?? [])
  }

  /// How much depends on the order; `nil` when no orders were tried.
  public var ordersInWords: String? {
    guard let orders else { return nil }
    func words(_ share: Double) -> String {
      orders.percentile(share).map { "\($0)+\(saturation.rule.run)" } ?? "not reached"
    }
    return
      "In \(orders.reached.count.grouped) random orders of the same interviews: median \(words(0.5)), 5th percentile \(words(0.05)), "
      + "95th \(words(0.95)); reached in \(orders.shareReached.percent()) of them (seed \(seed), xoshiro256**)."
  }

  /// `5–6`, counted from 1.
  static func words(_ run: Range<Int>) -> String {
    run.count == 1 ? "\(run.upperBound)" : "\(run.lowerBound + 1)–\(run.upperBound)"
  }
}
