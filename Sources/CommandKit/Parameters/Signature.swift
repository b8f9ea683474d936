/// The parameters of one command in the order of their declaration.
struct Signature {
  struct Entry {
    var definition: ParameterDefinition
    var groupTitle: String?
    var parameter: any Parameter
  }

  private(set) var entries: [Entry] = []

  init(_ command: any Command) {
    collect(command, title: nil)
  }

  var arguments: [Entry] { entries.filter { $0.definition.kind == .argument } }
  var options: [Entry] { entries.filter { $0.definition.kind != .argument } }

  private mutating func collect(_ holder: Any, title: String?) {
    for child in Mirror(reflecting: holder).children {
      if let parameter = child.value as? any Parameter {
        let definition = parameter.definition.named(after: child.label ?? "")
        entries.append(Entry(definition: definition, groupTitle: title, parameter: parameter))
      } else if let container = child.value as? any ParameterContainer {
        collect(container.content, title: type(of: container.content).title ?? title)
      }
    }
  }
}

extension ParameterDefinition {
  /// With the names that were left out made from the property's, `_minSources`.
  fileprivate func named(after label: String) -> ParameterDefinition {
    var result = self
    if name.isEmpty { result.name = kebabCase(label) }
    if valueName.isEmpty { result.valueName = result.name.uppercased() }
    return result
  }
}

/// `_minSources` as `min-sources`.
private func kebabCase(_ label: String) -> String {
  var result = ""
  for character in label.drop(while: { $0 == "_" }) {
    if character.isUppercase, !result.isEmpty { result.append("-") }
    result += character.lowercased()
  }
  return result
}
