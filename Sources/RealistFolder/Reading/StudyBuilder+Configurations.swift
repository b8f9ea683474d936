import RealistModel
import RealistNotation

extension StudyBuilder {
  /// Adds configurations with their evidence, in order.
  public mutating func add(_ configurations: [NotatedConfiguration], file: String) {
    for notated in configurations { add(notated, file) }
  }

  private mutating func add(_ notated: NotatedConfiguration, _ file: String) {
    if study.configurations.contains(where: { $0.key == notated.key }) {
      report(file, notated.place, .duplicate(thing: "configuration", name: notated.key))
      return
    }
    let theory = notated.theory.flatMap { self.theory($0, file, notated.place) }
    var elements: [Element] = []
    for (label, element) in zip(notated.labels, notated.elements) {
      elements.append(
        Element(
          id: newID(Element.self, "element", "\(notated.key)\n\(label)"), letter: element.letter,
          text: element.text,
          code: element.code.flatMap { code($0, file, element.place) }, valence: element.valence,
          level: element.level, beneficiary: element.beneficiary))
    }
    let configuration = Configuration(
      id: newID(Configuration.self, "configuration", notated.key), key: notated.key, title: notated.title,
      theory: theory, status: notated.status, group: notated.group, statement: notated.statement,
      elements: elements, confidence: notated.confidence)
    study.configurations.append(configuration)
    for evidence in notated.evidence { add(evidence, to: configuration, file) }
  }

  /// Adds one line of evidence to a configuration that the study has.
  public mutating func add(_ notated: NotatedEvidence, to configuration: Configuration, _ file: String) {
    let elements = notated.labels.compactMap { configuration.element(label: $0)?.id }
    guard let (source, revision, span) = passage(notated.quote, file),
      let place = segment(source, revision: revision, span: span)
    else { return }
    let labels = notated.labels.joined(separator: "+")
    let passage = naturalKey(source, revision: revision, span: span)
    let natural = "\(configuration.key)\n\(labels)\n\(passage)\n\(notated.bearing)"
    study.evidence.append(
      Evidence(
        id: newID(Evidence.self, "evidence", natural), configuration: configuration.id, elements: elements,
        segment: study.segments[place].id, bearing: notated.bearing, standing: notated.standing,
        coder: notated.coder.isEmpty ? coder : notated.coder, created: notated.created ?? moment,
        note: notated.note))
  }
}
