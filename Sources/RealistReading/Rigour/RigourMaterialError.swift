import RealistModel
import RealistRigour

/// Why a study cannot be compared or judged as it was asked for. All wording of this module's errors is in this file.
public enum RigourMaterialError: Error, Hashable, Sendable {
  case noCode
  case noCoding(ofSources: Bool)
  case onlyCoder(String, ofSources: Bool)
  case oneCoderNamed
  case unknownCoder(String, nearest: [String], coders: [String])
  case noSharedSource(coders: [String])
  case noSharedCode
  /// Codings of one coder overlap, so codes are no values of one variable.
  case overlapping(count: Int, places: [String])
  case comparesTwo(Coefficient, coders: Int)
  case comparesBorders(Coefficient, ComparisonRequest.Unit)
  case comparesCodes(Coefficient)
  case mixed(Coefficient)
  case intervalOfOneSource
  /// Of the kinds that count; `others` is a kind that there is.
  case noInterview(others: Source.Kind?)
  case noCodedInterview
  case tooFewToReorder(orders: Int, interviews: Int, needed: Int)

  /// One sentence in lower case, the place first, without a full stop.
  public var message: String {
    switch self {
    case .noCode: "there is no code yet"
    case .noCoding(let ofSources):
      ofSources ? "there is no coding in these sources" : "there is no coding yet"
    case .onlyCoder(let name, let ofSources):
      "only \(name) has coded\(ofSources ? " these sources" : ""): agreement compares two coders or more"
    case .oneCoderNamed: "agreement compares two coders or more, and one is named"
    case .unknownCoder(let name, _, _): "nobody named '\(name)' has coded"
    case .noSharedSource(let coders):
      "no source was coded by \(coders.count == 2 ? "both" : "all \(coders.count)") coders (\(series(coders)))"
    case .noSharedCode: "none of these codes was used in the sources that the coders share"
    case .overlapping(let count, let places):
      "codings of one coder overlap in \(counted(count, "place")), so the codes are no values of one variable: "
        + listed(places, limit: 3)
    case .comparesTwo(let coefficient, let coders):
      "\(coefficient.rawValue) compares two coders, and there are \(coders)"
    case .comparesBorders(let coefficient, let unit):
      "\(coefficient.rawValue) compares where passages begin and end, so no \(unit.rawValue) is judged as a whole"
    case .comparesCodes(let coefficient):
      "\(coefficient.rawValue) tells codes apart, so it compares several at once"
    case .mixed(let coefficient):
      "overall, \(coefficient.rawValue) takes codes for values of one variable, the others pool them"
    case .intervalOfOneSource: "intervals are made by drawing sources, so there is none for one source"
    case .noInterview: "there is no interview and no focus group yet"
    case .noCodedInterview: "no interview bears a coding yet"
    case .tooFewToReorder(let orders, let interviews, let needed):
      "\(orders) random orders cannot be tried: there \(interviews == 1 ? "is" : "are") "
        + "\(counted(interviews, "interview")) with a coding, and base and run need \(needed)"
    }
  }

  /// What to do about it, on the command line.
  public var hint: String? {
    switch self {
    case .noCode: "add one: realist code add PATH"
    case .noCoding, .noCodedInterview:
      #"tag a passage: realist tag SOURCE "words of the passage" --code PATH"#
    case .onlyCoder:
      #"let somebody else code the same sources: realist tag SOURCE "words" --code PATH --coder NAME"#
    case .oneCoderNamed: "add another: --coder NAME"
    case .unknownCoder(_, let nearest, let coders):
      nearest.isEmpty
        ? "coders are \(listed(coders.sorted()))"
        : "did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
    case .noSharedSource(let coders):
      coders.count > 2
        ? "name two of them: --coder A --coder B; or count sources of some of them: --partial"
        : "each has to code the same sources"
    case .noSharedCode: "see what was used: realist code list"
    case .overlapping: "compare code by code: --by code; or name codes that exclude each other: --code PATH"
    case .comparesTwo: "name two: --coder A --coder B; or, for all of them: --coefficient fleiss"
    case .comparesBorders(_, let unit): "leave out --unit \(unit.rawValue)"
    case .comparesCodes: "add --by overall, and --code with a branch whose codes exclude each other"
    case .mixed: "ask for them in two commands"
    case .intervalOfOneSource: "use --by code or --by overall"
    case .noInterview(let other?): "other sources count with --kind: --kind \(other.rawValue)"
    case .noInterview(nil): "import one: realist source import FILE"
    case .tooFewToReorder: "leave out --bootstrap, or ask for less: --base 2 --run 1"
    }
  }
}
