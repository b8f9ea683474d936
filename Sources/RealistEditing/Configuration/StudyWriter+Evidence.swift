import RealistModel
import RealistStore

extension StudyWriter {
  /// Says what a passage does to a configuration or to some of its elements. The same claim given again changes its standing and its
  /// note and stays where it was.
  ///
  /// - Parameters:
  ///   - elements: of this configuration; empty for the whole of it.
  ///   - note: `nil` leaves the note of a known piece as it is.
  /// - Returns: the piece as it is kept, and whether it is new; `nil` for that when the study said the same already.
  public func addEvidence(
    _ segment: ID<Segment>, to configuration: Configuration, elements: [ID<Element>],
    bearing: Evidence.Bearing, standing: Evidence.Standing, note: String? = nil
  ) throws -> (evidence: Evidence, isNew: Bool?) {
    var evidence = Evidence(
      id: newID(), configuration: configuration.id, elements: elements, segment: segment, bearing: bearing,
      standing: standing, coder: coder, created: time, note: note ?? "")
    let known = try reader.evidence(of: configuration.id).first { $0.claim == evidence.claim }
    guard let known else {
      try put(evidence)
      return (evidence, true)
    }
    (evidence.id, evidence.elements) = (known.id, known.elements)
    (evidence.coder, evidence.created, evidence.note) = (known.coder, known.created, note ?? known.note)
    guard evidence != known else { return (known, nil) }
    try put(evidence)
    return (evidence, false)
  }
}
