import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

/// Brings configurations that are written in notation into a study.
///
/// A configuration with a known key is changed: it and its elements stay themselves, so evidence stays with them. Evidence that the file
/// does not list is kept unless it is told to go.
public struct ConfigurationImport {
  public let writer: StudyWriter
  /// What problems name as their place.
  public let file: String
  /// Whether codes that tags name and the study lacks are made.
  public var createsCodes = false
  /// Whether evidence that the file does not list goes.
  public var dropsEvidence = false

  public private(set) var added: [String] = []
  public private(set) var changed: [String] = []
  public private(set) var unchanged: [String] = []
  public private(set) var codes: [String] = []
  public private(set) var segments = 0
  public private(set) var evidenceAdded = 0
  public private(set) var evidenceDropped = 0

  public init(_ writer: StudyWriter, file: String) { (self.writer, self.file) = (writer, file) }

  /// Writes them, in the file's order when it names all configurations of the study.
  ///
  /// - Throws: ``Problems`` with everything that could not be resolved.
  public mutating func add(_ notated: [NotatedConfiguration]) throws {
    if createsCodes { try addCodes(of: notated) }
    var study = try writer.reader.configuredStudy()
    let (known, evidence) = (study.configurations, study.evidence)
    let keys = Set(notated.map(\.key))
    study.configurations.removeAll { keys.contains($0.key) }
    (study.evidence, study.segments) = ([], [])
    var builder = writer.builder(study)
    builder.add(notated, file: file)
    guard builder.problems.isEmpty else { throw Problems(file, builder.problems) }
    let (segmentIDs, made) = try writer.keep(builder.study.segments)
    segments += made
    for built in builder.study.configurations where keys.contains(built.key) {
      let own = builder.study.evidence.filter { $0.configuration == built.id }.map { piece in
        var piece = piece
        piece.segment = segmentIDs[piece.segment] ?? piece.segment
        return piece
      }
      let old = known.first { $0.key == built.key }
      try write(built, own, over: old, evidence.filter { $0.configuration == old?.id })
    }
    let all = try writer.reader.configurations()
    if all.count == notated.count {
      try writer.orderConfigurations(
        notated.compactMap { one in all.first { $0.key == one.key }?.id })
    }
  }

  private mutating func addCodes(of notated: [NotatedConfiguration]) throws {
    var problems: [FolderProblem] = []
    for element in notated.flatMap(\.elements) {
      guard let path = element.code, try writer.reader.codeTree().matches(path).isEmpty else { continue }
      do {
        codes += try writer.addCode(path: path).made
      } catch StoreError.invalidName {
        problems.append(FolderProblem(file, element.place, .badPath(path)))
      }
    }
    guard problems.isEmpty else { throw Problems(file, problems) }
  }

  private mutating func write(
    _ built: Configuration, _ own: [Evidence], over old: Configuration?, _ known: [Evidence]
  ) throws {
    let (configuration, kept) = old?.renewed(by: built) ?? (built, [:])
    try writer.put(configuration)
    let merged = merged(own, into: known, of: configuration, kept: kept)
    try writer.replaceEvidence(of: configuration.id, with: merged)
    if old == nil {
      added.append(built.key)
    } else if old == configuration && merged == known {
      unchanged.append(built.key)
    } else {
      changed.append(built.key)
    }
  }

  /// The file's evidence in its order, then what only the study has.
  private mutating func merged(
    _ own: [Evidence], into known: [Evidence], of configuration: Configuration,
    kept: [ID<Element>: ID<Element>]
  ) -> [Evidence] {
    let elements = Set(configuration.elements.map(\.id))
    var rest = known.map { piece in
      var piece = piece
      piece.elements.removeAll { !elements.contains($0) }
      return piece
    }
    var result: [Evidence] = []
    for piece in own {
      var piece = piece
      piece.configuration = configuration.id
      piece.elements = piece.elements.map { kept[$0] ?? $0 }
      if let place = rest.firstIndex(where: { $0.claim == piece.claim }) {
        let same = rest.remove(at: place)
        piece.id = same.id
        if piece.coder.isEmpty { (piece.coder, piece.created) = (same.coder, same.created) }
      } else {
        evidenceAdded += 1
      }
      result.append(piece)
    }
    if dropsEvidence {
      evidenceDropped += rest.count
      return result
    }
    return result + rest
  }
}

extension Evidence {
  /// What tells it from other evidence: which passage does what to which elements.
  struct Claim: Hashable {
    var elements: Set<ID<Element>>
    var segment: ID<Segment>
    var bearing: Bearing
  }

  var claim: Claim { Claim(elements: Set(elements), segment: segment, bearing: bearing) }
}
