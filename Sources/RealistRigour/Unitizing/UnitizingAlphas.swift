/// αU of each value and of all together, 1 − Σ Do / Σ De (Krippendorff 2004, section 11.6).
public struct UnitizingAlphas: Sendable {
  private let alphas: [UnitizingAlpha]

  public init(_ continua: [Continuum], values: Int) throws(RigourError) {
    alphas = try (0..<values).map { value throws(RigourError) in try UnitizingAlpha(continua, value: value) }
  }

  /// - Parameters:
  ///   - value: of one value; `nil` for all.
  ///   - times: how often each continuum counts.
  public func agreement(value: Int? = nil, times: [Int]? = nil) throws(Undefined) -> Agreement {
    if let value { return try alphas[value].agreement(times: times) }
    var agreements: [Agreement] = []
    for alpha in alphas {
      do {
        agreements.append(try alpha.agreement(times: times))
      } catch {
        // A value that a resample does not hold takes no part.
        guard error == .noVariation else { throw error }
      }
    }
    guard !agreements.isEmpty else { throw .noVariation }
    return try .pooled(agreements)
  }
}
