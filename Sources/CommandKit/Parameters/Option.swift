/// A parameter that is given by its name and a value, `--code PATH` or `-c PATH`: required, optional
/// (`String?`), defaulted, or repeated (`[String]`, at least one; with `= []` any number).
@propertyWrapper
public struct Option<Value: Sendable>: Parameter {
  private let core: ParameterCore<Value>

  public var wrappedValue: Value { core.value }
  /// Where on the command line each value stood, for commands in which the order of options says something; empty when it was not given.
  ///
  /// `zip($minSources, minSources)` pairs a repeated option's values with their places; places of different options can be compared.
  public var projectedValue: [Int] { core.places }
  var definition: ParameterDefinition { core.definition }

  func assign(_ texts: [String]) throws(BadValue) { try core.assign(texts) }
  func note(places: [Int]) { core.note(places: places) }

  private static func definition(
    _ name: String?, _ short: Character?, _ help: String, _ valueName: String?, _ completion: Completion?,
    _ isHidden: Bool
  ) -> ParameterDefinition {
    ParameterDefinition(
      kind: .option, name: name ?? "", short: short, help: help, valueName: valueName ?? "",
      isHidden: isHidden, completion: completion)
  }
}

extension Option {
  /// - Parameters:
  ///   - name: the long name; without one, the property's: `minSources` is `--min-sources`.
  ///   - valueName: what the help shows for the value; without one, the name in capitals.
  public init(
    name: String? = nil, short: Character? = nil, help: String, valueName: String? = nil,
    completion: Completion? = nil, isHidden: Bool = false
  ) where Value: ArgumentValue {
    core = ParameterCore(
      single: Option.definition(name, short, help, valueName, completion, isHidden), fallback: nil)
  }

  public init(
    wrappedValue: Value, name: String? = nil, short: Character? = nil, help: String, valueName: String? = nil,
    completion: Completion? = nil, isHidden: Bool = false
  ) where Value: ArgumentValue {
    core = ParameterCore(
      single: Option.definition(name, short, help, valueName, completion, isHidden), fallback: wrappedValue)
  }

  public init<Wrapped: ArgumentValue>(
    name: String? = nil, short: Character? = nil, help: String, valueName: String? = nil,
    completion: Completion? = nil, isHidden: Bool = false
  ) where Value == Wrapped? {
    core = ParameterCore(optional: Option.definition(name, short, help, valueName, completion, isHidden))
  }

  public init<Element: ArgumentValue>(
    name: String? = nil, short: Character? = nil, help: String, valueName: String? = nil,
    completion: Completion? = nil, isHidden: Bool = false
  ) where Value == [Element] {
    core = ParameterCore(
      repeating: Option.definition(name, short, help, valueName, completion, isHidden), fallback: nil)
  }

  public init<Element: ArgumentValue>(
    wrappedValue: Value, name: String? = nil, short: Character? = nil, help: String, valueName: String? = nil,
    completion: Completion? = nil, isHidden: Bool = false
  ) where Value == [Element] {
    core = ParameterCore(
      repeating: Option.definition(name, short, help, valueName, completion, isHidden), fallback: wrappedValue
    )
  }
}
