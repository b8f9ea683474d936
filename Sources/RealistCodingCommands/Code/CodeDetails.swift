import CommandKit
import RealistModel
import RealistStore

/// What a code says about itself, as options.
struct CodeDetails: ParameterGroup {
  static let title: String? = "What the code means"

  @Option(short: "d", help: "What it means.", valueName: "WORDS") var definition: String?
  @Option(help: "When to use it.", valueName: "WORDS") var use: String?
  @Option(help: "When not to use it.", valueName: "WORDS") var not: String?
  @Option(help: "Its colour, such as #0072b2; none takes it away.", valueName: "COLOUR") var colour:
    ColourArgument?
  @Option(help: "The key that applies it with one stroke; empty for none.", valueName: "KEY") var key: String?

  var isEmpty: Bool {
    definition == nil && use == nil && not == nil && colour == nil && key == nil
  }

  /// Changes what was given, and nothing else.
  func apply(to code: inout Code) {
    if let definition { code.definition = definition.trimmed }
    if let use { code.use = use.trimmed }
    if let not { code.not = not.trimmed }
    if let colour { code.colour = colour.colour }
    if let key { code.hotkey = key.trimmed }
  }
}

/// A colour, or none.
struct ColourArgument: ArgumentValue {
  var colour: Colour?

  static let expectation = "a colour such as #0072b2, or none"

  init?(argument: String) {
    if argument == "none" { return }
    guard let colour = Colour(argument) else { return nil }
    self.colour = colour
  }

  var argument: String { colour?.description ?? "none" }
}
