/// Who claims a whole chain from one factor to another.
///
/// A path is a chain of bundles whichever sources made them; a thread is a chain of claims of one source (Causal Map guide, "paths and source
/// threads"). Only threads say that somebody sees the first factor lead to the last.
public struct MapThreads: Hashable, Sendable {
  /// The chains of one source.
  public struct Thread: Hashable, Sendable {
    public var source: String
    /// Its paths, shortest first.
    public var paths: [MapPath]
    public var end: SearchEnd
  }

  public var from: String
  public var to: String
  /// The sources that make it all the way, by name.
  public var threads: [Thread]
  /// The sources that claim a part of a way and not all of one, by name.
  public var partial: [String]
  /// Whether any path leads there, whoever made its steps.
  public var hasPath: Bool

  public var sources: [String] { threads.map(\.source) }
}

extension CausalMap {
  /// The source threads between two factors.
  ///
  /// - Complexity: a search in each source's own claims on the ways between the two.
  /// - Throws: ``MapError`` for an unknown factor.
  public func threads(
    from: String, to: String, within bound: SearchBound = SearchBound(count: 20)
  ) throws(MapError) -> MapThreads {
    let (from, to) = (try key(named: from), try key(named: to))
    let between = traced(from: [from], to: [to], steps: nil, keepsOtherLinks: false)
    let isWay = from != to && between.factors.count > 0 && !between.bundles.isEmpty
    var result = MapThreads(from: from, to: to, threads: [], partial: [], hasPath: isWay)
    for source in isWay ? between.sources : [] {
      let own = between.ownClaims(of: source)
      let paths = try own.paths(from: from, to: to, within: bound)
      if paths.paths.isEmpty && paths.end == .complete {
        result.partial.append(source)
      } else {
        result.threads.append(MapThreads.Thread(source: source, paths: paths.paths, end: paths.end))
      }
    }
    return result
  }

  /// The map with the claims of one source alone; all factors stay.
  func ownClaims(of source: String) -> CausalMap {
    var map = self
    map.bundles = bundles.compactMap { bundle in
      var bundle = bundle
      bundle.claims.removeAll { $0.source != source }
      return bundle.claims.isEmpty ? nil : bundle
    }
    return map
  }
}
