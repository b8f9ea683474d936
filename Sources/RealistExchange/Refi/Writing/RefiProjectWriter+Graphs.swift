import RealistModel

/// Configurations and the theory of change as drawings.
extension RefiProjectWriter {
  mutating func writeGraphs() {
    guard !study.configurations.isEmpty || !study.factors.isEmpty else { return }
    xml.start("Graphs")
    for configuration in study.configurations { writeGraph(of: configuration) }
    if !study.factors.isEmpty { writeTheoryOfChange() }
    xml.end("Graphs")
  }

  private mutating func writeGraph(of configuration: Configuration) {
    xml.start("Graph")
    xml.attribute("guid", OwnElements.graph(of: configuration.id))
    xml.attribute(
      "name", OwnNames.name(OwnNames.configuration, title: configuration.title, key: configuration.key))
    var rows: [Int: Int] = [:]
    for element in configuration.elements {
      let column = study.template.position(of: element.letter)
      let role = study.template.slot(letter: element.letter)?.role
      let shape =
        role == .mechanism || role == .reasoning
        ? "Oval" : role == .outcome ? "RoundedRectangle" : "Rectangle"
      writeVertex(
        GUID(element.id), element.code.map { GUID($0) }, element.text, column: column,
        row: rows[column, default: 0], shape)
      rows[column, default: 0] += 1
    }
    for arrow in arrows(of: configuration) {
      let link = Self.areLinked(arrow) ? arrow.guid : nil
      writeEdge(
        GUID(naming: "edge \(arrow.guid)"), link, arrow.name, GUID(arrow.from.id), GUID(arrow.to.id),
        line: "solid")
    }
    xml.end("Graph")
  }

  private mutating func writeTheoryOfChange() {
    xml.start("Graph")
    xml.attribute("guid", OwnElements.theoryOfChangeGraph(of: study.id))
    xml.attribute("name", "Theory of change")
    let stages = Dictionary(study.stages.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var rows: [Int: Int] = [:]
    for factor in study.factors {
      let column = stages[factor.stage] ?? study.stages.count
      let name = OwnNames.name("", title: factor.text, key: factor.key)
      writeVertex(
        GUID(factor.id), factor.code.map { GUID($0) }, name, column: column, row: rows[column, default: 0],
        "Rectangle")
      rows[column, default: 0] += 1
    }
    for link in study.links {
      let sign = link.polarity == .increases ? "+" : "−"
      let name = link.label.isEmpty ? sign : "\(sign) \(ForeignNames.line(link.label))"
      writeEdge(
        GUID(link.id), nil, name, GUID(link.from), GUID(link.to),
        line: link.polarity == .increases ? "solid" : "dashed")
    }
    xml.end("Graph")
  }

  private mutating func writeVertex(
    _ guid: GUID, _ represented: GUID?, _ name: String, column: Int, row: Int, _ shape: String
  ) {
    xml.start("Vertex")
    xml.attribute("guid", guid)
    if let represented { xml.attribute("representedGUID", represented) }
    xml.attribute("name", name)
    xml.attribute("firstX", column * 240)
    xml.attribute("firstY", row * 90)
    xml.attribute("secondX", column * 240 + 200)
    xml.attribute("secondY", row * 90 + 60)
    xml.attribute("shape", shape)
    xml.end("Vertex")
  }

  private mutating func writeEdge(
    _ guid: GUID, _ represented: GUID?, _ name: String, _ from: GUID, _ to: GUID, line: String
  ) {
    xml.start("Edge")
    xml.attribute("guid", guid)
    if let represented { xml.attribute("representedGUID", represented) }
    xml.attribute("name", name)
    xml.attribute("sourceVertex", from)
    xml.attribute("targetVertex", to)
    xml.attribute("direction", "OneWay")
    xml.attribute("lineStyle", line)
    xml.end("Edge")
  }
}
