/// Parameters that several commands share, such as the selection of a study.
public protocol ParameterGroup: Sendable {
  /// The heading of its options in the help; `nil` puts them with the command's own.
  static var title: String? { get }
  init()
}

extension ParameterGroup {
  public static var title: String? { nil }
}

/// Takes the parameters of a group into a command.
@propertyWrapper
public struct OptionGroup<Group: ParameterGroup>: Sendable, ParameterContainer {
  public let wrappedValue: Group

  public init() {
    wrappedValue = Group()
  }

  var content: any ParameterGroup { wrappedValue }
}

/// A property wrapper that holds further parameters.
protocol ParameterContainer {
  var content: any ParameterGroup { get }
}
