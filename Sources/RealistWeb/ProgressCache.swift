import RealistModel
import RealistStore

/// Which counts a change has made out of date.
enum Touched {
  case nothing
  case source(ID<Source>)
  case sources(Set<ID<Source>>)
  case everything
}

/// How far each source has been worked through; after a coding, one source is counted anew and not the study.
struct ProgressCache {
  private var known: [ID<Source>: SourceProgress] = [:]

  /// The progress of sources, counted where it is not known.
  mutating func progress(
    of sources: [Source], _ reader: StudyReader
  ) throws -> [ID<Source>: SourceProgress] {
    let missing = sources.filter { known[$0.id] == nil }
    if !missing.isEmpty {
      known.merge(try reader.progress(of: missing)) { _, new in new }
    }
    return known
  }

  mutating func forget(_ touched: Touched) {
    switch touched {
    case .nothing: break
    case .source(let id): known[id] = nil
    case .sources(let ids): for id in ids { known[id] = nil }
    case .everything: known = [:]
    }
  }
}
