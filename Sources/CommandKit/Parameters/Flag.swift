/// A parameter that is given by its name alone. Off unless it has another default; `Bool?` tells "not said"
/// apart.
@propertyWrapper
public struct Flag<Value: Sendable>: Parameter {
  private let core: ParameterCore<Value>

  public var wrappedValue: Value { core.value }
  /// Where on the command line it stood, once for each time; see ``Option/projectedValue``.
  public var projectedValue: [Int] { core.places }
  var definition: ParameterDefinition { core.definition }

  func assign(_ texts: [String]) throws(BadValue) { try core.assign(texts) }
  func note(places: [Int]) { core.note(places: places) }

  private static func definition(
    _ name: String?, _ short: Character?, _ inversion: Bool, _ help: String, _ isHidden: Bool
  ) -> ParameterDefinition {
    ParameterDefinition(
      kind: .flag, name: name ?? "", short: short, help: help, valueName: "", isHidden: isHidden,
      hasInversion: inversion)
  }
}

extension Flag {
  /// - Parameter inversion: whether `--no-NAME` turns it off.
  public init(
    wrappedValue: Bool = false, name: String? = nil, short: Character? = nil, inversion: Bool = false,
    help: String, isHidden: Bool = false
  ) where Value == Bool {
    var definition = Flag.definition(name, short, inversion, help, isHidden)
    if wrappedValue { definition.defaultText = "on" }
    core = ParameterCore(definition, fallback: wrappedValue) { $0.last == FlagText.on }
  }

  /// A flag with `--no-NAME` that tells "not said" from both.
  public init(name: String? = nil, short: Character? = nil, help: String, isHidden: Bool = false)
  where Value == Bool? {
    core = ParameterCore(Flag.definition(name, short, true, help, isHidden), fallback: .some(nil)) {
      $0.last == FlagText.on
    }
  }
}

/// What the parser hands to a flag.
enum FlagText {
  static let on = "true"
  static let off = "false"
}
