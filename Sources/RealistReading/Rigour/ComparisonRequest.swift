import RealistModel
import RealistReports
import RealistRigour

/// What of a study is compared.
public struct ComparisonRequest: Hashable, Sendable {
  /// What a code is judged to be on or not.
  public enum Unit: String, Hashable, Sendable, CaseIterable { case character, sentence, turn, segment }

  /// Paths of codes, each with those below it; none for all.
  public var codes: [String] = []
  /// Two or more; none for all.
  public var coders: [String] = []
  /// Names of sources; none for all.
  public var sources: [String] = []
  public var unit = Unit.character
  /// Codes below this level, counted from 1, count as the code above them.
  public var zoom: Int?
  /// Whether sources count too that only some of the coders, two or more, have coded.
  public var isPartial = false

  public init() {}
}

/// Which coefficients are wanted of a comparison, and of what.
public struct AgreementRequest: Hashable, Sendable {
  /// None for the usual ones.
  public var coefficients: [Coefficient] = []
  public var by = AgreementGrouping.code
  public var bootstrap: Bootstrap?

  public init() {}

  /// - Throws: ``RigourMaterialError`` where coefficients, rows and units do not go together.
  public func check(unit: ComparisonRequest.Unit) throws(RigourMaterialError) {
    if by == .source, bootstrap != nil { throw .intervalOfOneSource }
    let unitizing = coefficients.filter(\.isUnitizing)
    guard let first = unitizing.first else { return }
    guard unit == .character else { throw .comparesBorders(first, unit) }
    guard by == .overall else {
      if let several = unitizing.first(where: { $0 == .cuAlpha || $0 == .kuAlpha }) {
        throw .comparesCodes(several)
      }
      return
    }
    guard unitizing.count == coefficients.count else { throw .mixed(first) }
  }

  /// What was asked for, or what is usual; percent agreement is never alone.
  public func coefficients(coders: Int) throws(RigourMaterialError) -> [Coefficient] {
    guard !coefficients.isEmpty else { return [.percent, coders == 2 ? .kappa : .fleiss, .alpha, .ac1] }
    if coders != 2, let two = coefficients.first(where: \.comparesTwo) {
      throw .comparesTwo(two, coders: coders)
    }
    let unique = coefficients.reduce(into: [Coefficient]()) { if !$0.contains($1) { $0.append($1) } }
    return unique == [.percent] ? [.percent, .alpha] : unique
  }
}

extension ComparisonMaterial {
  /// How far the coders agree.
  public func report(_ request: AgreementRequest, isForPeople: Bool) throws -> AgreementReport {
    let coefficients = try request.coefficients(coders: comparison.coders.count)
    let rows =
      request.by == .overall && coefficients.allSatisfy(\.isUnitizing)
      ? try comparison.rows(ofContinua: continua(), coefficients, bootstrap: request.bootstrap)
      : try comparison.rows(by: request.by, coefficients, bootstrap: request.bootstrap)
    return AgreementReport(
      comparison, codes: tree, coefficients: coefficients, rows: rows, unit: unit.rawValue,
      bootstrap: request.bootstrap, isForPeople: isForPeople)
  }
}
