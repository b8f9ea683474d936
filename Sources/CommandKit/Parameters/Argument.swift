/// A parameter that is given by its place: required, optional (`String?`), defaulted, or repeated
/// (`[String]`, at least one; with `= []` any number).
@propertyWrapper
public struct Argument<Value: Sendable>: Parameter {
  private let core: ParameterCore<Value>

  public var wrappedValue: Value { core.value }
  var definition: ParameterDefinition { core.definition }

  func assign(_ texts: [String]) throws(BadValue) { try core.assign(texts) }

  private static func definition(_ help: String, _ valueName: String?, _ completion: Completion?)
    -> ParameterDefinition
  {
    ParameterDefinition(
      kind: .argument, name: "", help: help, valueName: valueName ?? "", isHidden: false,
      completion: completion)
  }
}

extension Argument {
  /// - Parameter valueName: what the help shows for it; without one, the property's name in capitals.
  public init(help: String, valueName: String? = nil, completion: Completion? = nil)
  where Value: ArgumentValue {
    core = ParameterCore(single: Argument.definition(help, valueName, completion), fallback: nil)
  }

  public init(wrappedValue: Value, help: String, valueName: String? = nil, completion: Completion? = nil)
  where Value: ArgumentValue {
    core = ParameterCore(single: Argument.definition(help, valueName, completion), fallback: wrappedValue)
  }

  public init<Wrapped: ArgumentValue>(help: String, valueName: String? = nil, completion: Completion? = nil)
  where Value == Wrapped? {
    core = ParameterCore(optional: Argument.definition(help, valueName, completion))
  }

  public init<Element: ArgumentValue>(help: String, valueName: String? = nil, completion: Completion? = nil)
  where Value == [Element] {
    core = ParameterCore(repeating: Argument.definition(help, valueName, completion), fallback: nil)
  }

  public init<Element: ArgumentValue>(
    wrappedValue: Value, help: String, valueName: String? = nil, completion: Completion? = nil
  ) where Value == [Element] {
    core = ParameterCore(repeating: Argument.definition(help, valueName, completion), fallback: wrappedValue)
  }
}
