import RealistModel

/// Where the ids of things that a file names come from.
public protocol NaturalIDs {
  /// The id of the thing of a kind (`"code"`) that has a natural key (`"outcomes/retention"`).
  mutating func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity>
}

extension DerivedIDs: NaturalIDs {}
