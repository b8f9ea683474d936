import RealistModel

/// Where the ids of things that a file names come from.
public protocol NaturalIDs {
  /// The id of the thing of a kind (`"code"`) that has a natural key (`"outcomes/retention"`).
  mutating func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity>
}

extension DerivedIDs: NaturalIDs {}

/// New ids, whatever the key: for files that are imported into a study that goes on.
public struct FreshIDs<Source: IDSource>: NaturalIDs {
  private var source: Source

  public init(_ source: Source) { self.source = source }

  public mutating func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity> {
    source.next(entity)
  }
}
