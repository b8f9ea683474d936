import RealistAnalysis
import RealistModel

/// The conventions in which published realist evaluations print their configurations.
///
/// Each is a starting point: ``options(template:)`` can be changed before the table is made.
public enum ConfigurationLayout: String, Hashable, Sendable, CaseIterable {
  /// A row per configuration, several elements stacked in a cell, group headings by level (Bosongo et al. 2024,
  /// doi 10.1186/s12961-024-01115-9, Table 3).
  case rows
  /// Programme theory and assumptions first; context, outcome, mechanism with letters in the header (Prashanth et al. 2014, Health Research
  /// Policy and Systems 12:42, Table 1).
  case theoryFirst = "theory-first"
  /// One context spanning its mechanisms, each spanning its outcomes, numbered by name (Scandinavian Journal of Trauma, Resuscitation and
  /// Emergency Medicine 2013, 21:46, Table 5).
  case spanning
  /// Prose blocks under numbered headings, ripples as arrows (Jagosh et al. 2015, doi 10.1186/s12889-015-1949-1, Table 2).
  case stacked
  /// A first column that names the programme theory, ripples inside the outcome (BMC Health Services Research 2022, 22:533, Table 3).
  case numbered
  /// One column: a numbered title and a sentence with tags (doi 10.1186/s12913-021-07214-5, Table 3).
  case titledSentences = "titled-sentences"
  /// Rows are classes of elements, outcomes carry letters explained in notes (doi 10.5334/ijic.5422, Table 1).
  case classified
  /// Results with illustrative quotes (doi 10.1371/journal.pone.0299933, Table 4).
  case results
  /// A register: number, outcome, mechanism, context or intervention, sentence, comments, references (resqstudy.com).
  case register
  /// One sentence per configuration with a tag after each clause.
  case sentences
  /// Contexts, disabling mechanisms, enabling mechanisms, outcomes of all configurations side by side.
  case fourColumns = "four-columns"

  /// The layout of a name; `T1` … `T11` count the conventions in the order of this list.
  public init(named name: String) throws(ReportError) {
    let wanted = name.trimmed.lowercased()
    if let layout = Self(rawValue: wanted) {
      self = layout
    } else if wanted.hasPrefix("t"), let number = Int(wanted.dropFirst()),
      Self.allCases.indices.contains(number - 1)
    {
      self = Self.allCases[number - 1]
    } else {
      throw .unknownLayout(name, known: Self.allCases.map(\.rawValue))
    }
  }

  /// What the convention prints, for a study's template.
  public func options(template: Template) -> ConfigurationTableOptions {
    let slots = template.slots.map { ConfigurationColumn.elements(letter: $0.letter) }
    var options = ConfigurationTableOptions(arrangement: .rows, columns: [.number] + slots)
    switch self {
    case .rows:
      (options.grouping, options.numbering) = (.level, .local)
      options.columns += [.evidence, .refuting]
    case .theoryFirst:
      options.columns = [.theoryStatement, .assumptions, .theory] + Self.mechanismLast(template)
      options.letters = .header
    case .spanning:
      options.arrangement = .spanning
      options.columns = slots
      options.numbering = .named
    case .stacked:
      options.arrangement = .stacked
      options.columns = slots
      options.showsRipples = true
    case .numbered:
      options.columns = [.numberWithTheory] + slots
      options.showsRipples = true
    case .titledSentences: options.columns = [.titledSentence]
    case .classified:
      options.arrangement = .classified(by: .level)
      options.columns = slots
      options.tags = .beneficiary
    case .results:
      options.columns = [.number, .title] + slots + [.quotes, .refuting, .status]
      options.quotes = 1
    case .register: options.columns = Self.register(template)
    case .sentences: options.columns = [.sentence]
    case .fourColumns:
      options.arrangement = .pooled
      options.columns = Self.valences(template)
    }
    return options
  }

  /// The slots of the template, outcomes before mechanisms.
  private static func mechanismLast(_ template: Template) -> [ConfigurationColumn] {
    let (mechanisms, others) = (
      template.slots.filter(\.isMechanism), template.slots.filter { !$0.isMechanism }
    )
    return (others + mechanisms).map { .elements(letter: $0.letter) }
  }

  /// Outcome, mechanism, then what remains.
  private static func register(_ template: Template) -> [ConfigurationColumn] {
    let outcomes = template.slots.filter { $0.role == .outcome }
    let mechanisms = template.slots.filter(\.isMechanism)
    let others = template.slots.filter { $0.role != .outcome && !$0.isMechanism }
    return [.number] + (outcomes + mechanisms + others).map { .elements(letter: $0.letter) }
      + [.sentence, .comments, .references]
  }

  /// The slots of the template, the mechanism in two columns.
  private static func valences(_ template: Template) -> [ConfigurationColumn] {
    template.slots.flatMap { slot -> [ConfigurationColumn] in
      slot.role == .mechanism || slot.role == .reasoning
        ? [.mechanisms(.disabling), .mechanisms(.enabling)] : [.elements(letter: slot.letter)]
    }
  }
}

extension Template.Slot {
  /// Whether it holds what makes the outcome happen, resource and reasoning included.
  var isMechanism: Bool { role == .mechanism || role == .reasoning || role == .resource }
}
