/// A value that is the same thing after it has changed, because it has an id.
public protocol Entity: Hashable, Sendable {
  var id: ID<Self> { get }
}
