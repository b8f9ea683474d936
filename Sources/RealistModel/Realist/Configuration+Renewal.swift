extension Configuration {
  /// This configuration as a new wording says it, with the ids that it and its elements had.
  ///
  /// An element stays itself when letter, code and words are the same, else letter and code, else letter and words, else letter and number:
  /// an element that was only reworded keeps its evidence. Where the new wording judges nothing, the old judgement of confidence stays.
  ///
  /// - Returns: the configuration, and the old id of each element of `new` that stays.
  public func renewed(by new: Configuration) -> (
    configuration: Configuration, kept: [ID<Element>: ID<Element>]
  ) {
    let numbered = labelled
    var kept: [ID<Element>: ID<Element>] = [:]
    var free = Set(elements.map(\.id))
    let rules: [(Labelled, Labelled) -> Bool] = [
      { $0.element.code == $1.element.code && $0.element.text.isIdentical(to: $1.element.text) },
      { $0.element.code != nil && $0.element.code == $1.element.code },
      { $0.element.text.isIdentical(to: $1.element.text) },
      { $0.label == $1.label },
    ]
    for isSame in rules {
      for candidate in new.labelled where kept[candidate.element.id] == nil {
        let old = numbered.first {
          free.contains($0.element.id) && $0.element.letter == candidate.element.letter
            && isSame($0, candidate)
        }
        guard let old else { continue }
        kept[candidate.element.id] = old.element.id
        free.remove(old.element.id)
      }
    }
    var configuration = new
    configuration.id = id
    if new.confidence.isEmpty { configuration.confidence = confidence }
    configuration.elements = new.elements.map { element in
      var element = element
      element.id = kept[element.id] ?? element.id
      return element
    }
    return (configuration, kept)
  }

  private typealias Labelled = (label: String, element: Element)
}
