import RealistAnalysis
import RealistCausalMap
import RealistModel

extension Table {
  /// Outcomes that are, or may be, contexts of other configurations.
  public static func ripples(_ matches: [RippleMatch], _ study: Study, notes: [ConfirmedRipple] = []) -> Table
  {
    let columns = [
      Column("outcome", "Outcome", weight: 2, isRowHeading: true),
      Column("outcome_text", "What comes of it", weight: 8),
      Column("context", "Context", weight: 2), Column("context_text", "Where it goes on", weight: 8),
      Column("reason", "Same", weight: 2), Column("confirmed", "Confirmed", weight: 2),
      Column("note", "Note", weight: 5),
    ]
    let ends = RippleEnds(study)
    let rows = matches.map { match in
      let (outcome, context) = (ends.outcome(match.ripple), ends.context(match.ripple))
      let note = notes.first { $0.outcome == outcome?.id && $0.context == context?.id }
      return Row.cells([
        Cell(ends.outcomePlace(match.ripple)), Cell(outcome?.text ?? ""),
        Cell(ends.contextPlace(match.ripple)),
        Cell(context?.text ?? ""), Cell(match.reason.rawValue), Cell(match.isConfirmed ? "yes" : "no"),
        Cell(note?.note ?? ""),
      ])
    }
    return Table(Head(columns: columns), rows: rows)
  }

  /// Configurations in a row, each of which makes the context of the next.
  public static func rippleChains(_ chains: [RippleChain], _ study: Study, isComplete: Bool) -> Table {
    let columns = [
      Column("number", "No.", kind: .number),
      Column("configurations", "Configurations", weight: 4, isRowHeading: true),
      Column("chain", "Chain", kind: .list, weight: 14), Column("confirmed", "Confirmed steps", weight: 2),
    ]
    let ends = RippleEnds(study)
    let rows = chains.enumerated().map { place, chain in
      Row.cells([
        Cell(place + 1), Cell(MapWords.chain(chain.configurations.map(ends.name))),
        Cell(
          items: chain.steps.map { step in
            "\(ends.outcomePlace(step.ripple)) → \(ends.contextPlace(step.ripple)): "
              + (ends.outcome(step.ripple)?.text ?? "")
          }),
        Cell("\(chain.steps.count { $0.isConfirmed }) of \(chain.steps.count)"),
      ])
    }
    let notes = isComplete ? [] : ["only the first \(chains.count) chains are listed"]
    return Table(Head(columns: columns, notes: notes), rows: rows)
  }
}

/// The elements that ripples lead from and to.
public struct RippleEnds: Sendable {
  private let configurations: [ID<Configuration>: Configuration]
  private let numbers: [ID<Configuration>: Int]

  public init(_ study: Study) {
    configurations = Dictionary(
      study.configurations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(
      study.configurations.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// `CMO7`.
  public func name(_ id: ID<Configuration>) -> String { "CMO\(numbers[id] ?? 0)" }
  /// `CMO7.O1`.
  public func outcomePlace(_ ripple: Ripple) -> String { "\(name(ripple.from)).\(ripple.outcome)" }
  public func contextPlace(_ ripple: Ripple) -> String { "\(name(ripple.to)).\(ripple.context)" }
  public func outcome(_ ripple: Ripple) -> Element? {
    configurations[ripple.from]?.element(label: ripple.outcome)
  }
  public func context(_ ripple: Ripple) -> Element? {
    configurations[ripple.to]?.element(label: ripple.context)
  }
}
