/// What a shell offers for a value.
public enum Completion: Sendable, Equatable {
  /// Names of files.
  case files
  /// One of these.
  case values([String])
  /// What `PROGRAM __complete KIND -- WORDS…` prints, one a line, a description after a tab if there is one.
  case dynamic(String)
}

/// What help, parser and completion know about a parameter.
struct ParameterDefinition: Sendable {
  enum Kind: Sendable { case argument, option, flag }

  var kind: Kind
  /// The long name without dashes.
  var name: String
  var short: Character?
  var help: String
  /// What stands for the value in the help.
  var valueName: String
  var isHidden: Bool
  var completion: Completion?
  /// Whether `--no-NAME` turns the flag off.
  var hasInversion = false
  var isRequired = false
  var isRepeating = false
  var defaultText: String?
  var permitted: [String] = []
  var expectation = ""

  /// The name as errors say it: `--code` or `SOURCE`.
  var title: String { kind == .argument ? valueName : "--\(name)" }
}

/// A property wrapper that declares a parameter.
protocol Parameter: Sendable {
  var definition: ParameterDefinition { get }
  /// Takes the texts of the command line: at least one.
  func assign(_ texts: [String]) throws(BadValue)
  /// Takes note of where on the command line each text stood.
  func note(places: [Int])
}

extension Parameter {
  func note(places: [Int]) {}
}

/// What the wrappers have in common: the definition, how texts become the value, and the value once there
/// is one.
struct ParameterCore<Value: Sendable>: Sendable {
  typealias Conversion = @Sendable ([String]) throws(BadValue) -> Value

  var definition: ParameterDefinition
  let fallback: Value?
  let convert: Conversion
  private let given = Box<Value?>(nil)
  private let noted = Box<[Int]>([])

  init(_ definition: ParameterDefinition, fallback: Value?, convert: @escaping Conversion) {
    self.definition = definition
    self.fallback = fallback
    self.convert = convert
  }

  /// The given value, else the default.
  ///
  /// A required parameter has neither before the command line was parsed. `run` is only called after; asking
  /// earlier is an error in the program's text, as a subscript out of range is.
  var value: Value {
    guard let value = given.value ?? fallback else {
      preconditionFailure("the parameter '\(definition.title)' is read before the command line was parsed")
    }
    return value
  }

  func assign(_ texts: [String]) throws(BadValue) {
    let value = try convert(texts)
    given.update { $0 = value }
  }

  /// Where on the command line each text stood; ascending.
  var places: [Int] { noted.value }
  func note(places: [Int]) { noted.update { $0 = places } }
}

extension ParameterCore {
  /// One value, required unless there is a default.
  init(single definition: ParameterDefinition, fallback: Value?) where Value: ArgumentValue {
    var definition = definition.describing(Value.self)
    definition.isRequired = fallback == nil
    definition.defaultText = fallback?.argument
    self.init(definition, fallback: fallback) { texts throws(BadValue) in
      try converted(texts[texts.count - 1])
    }
  }

  /// One value or none.
  init<Wrapped: ArgumentValue>(optional definition: ParameterDefinition) where Value == Wrapped? {
    self.init(definition.describing(Wrapped.self), fallback: .some(nil)) { texts throws(BadValue) in
      try converted(texts[texts.count - 1])
    }
  }

  /// Any number of values; at least one when there is no default.
  init<Element: ArgumentValue>(repeating definition: ParameterDefinition, fallback: Value?)
  where Value == [Element] {
    var definition = definition.describing(Element.self)
    definition.isRepeating = true
    definition.isRequired = fallback == nil
    if let fallback, !fallback.isEmpty {
      definition.defaultText = fallback.map { $0.argument }.joined(separator: ", ")
    }
    self.init(definition, fallback: fallback) { texts throws(BadValue) in
      var values: [Element] = []
      for text in texts { values.append(try converted(text)) }
      return values
    }
  }
}

extension ParameterDefinition {
  fileprivate func describing<Value: ArgumentValue>(_ type: Value.Type) -> ParameterDefinition {
    var result = self
    result.permitted = type.permittedArguments
    result.expectation = type.expectation
    if completion == nil, !result.permitted.isEmpty { result.completion = .values(result.permitted) }
    return result
  }
}

private func converted<Value: ArgumentValue>(_ text: String) throws(BadValue) -> Value {
  guard let value = Value(argument: text) else {
    throw BadValue(text: text, expectation: Value.expectation, permitted: Value.permittedArguments)
  }
  return value
}
