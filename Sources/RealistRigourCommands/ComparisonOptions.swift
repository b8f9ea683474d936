import CommandKit
import RealistReading

/// What is compared.
struct ComparisonOptions: ParameterGroup {
  static let title: String? = "What is compared"

  @Option(
    short: "c", help: "Only this code and those below it.", valueName: "PATH", completion: .dynamic("codes"))
  var code: [String] = []
  @Option(help: "Only these coders; two or more.", valueName: "NAME", completion: .dynamic("coders"))
  var coder: [String] = []
  @Option(help: "Only this source.", valueName: "NAME", completion: .dynamic("sources")) var source:
    [String] = []
  @Option(help: "What is judged: a character of the text, a sentence, a turn, a passage that anybody coded.")
  var unit = ComparisonRequest.Unit.character
  @Option(help: "Count codes below this level as the code above them.", valueName: "LEVEL") var zoom: Int?
  @Flag(help: "Count sources too that only some of the coders, two or more, have coded.") var partial: Bool

  func request() throws -> ComparisonRequest {
    if let zoom, zoom < 1 { throw Failure.usage("--zoom counts levels of the codes, from 1") }
    var request = ComparisonRequest()
    (request.codes, request.coders, request.sources) = (code, coder, source)
    (request.unit, request.zoom, request.isPartial) = (unit, zoom, partial)
    return request
  }
}

extension ComparisonRequest.Unit: ArgumentValue {}
