/// Where new ids come from. Time and randomness are handed in, so that a library call can be repeated exactly.
public protocol IDSource {
  /// A new id, greater than every id this source made before.
  mutating func next<Entity>(_ entity: Entity.Type) -> ID<Entity>
}

/// UUIDv7 from a clock reading and random words (RFC 9562, section 6.2, method 1: a 12-bit counter in `rand_a`).
public struct UUIDv7Source<Random: RandomNumberGenerator & Sendable>: IDSource, Sendable {
  private var milliseconds: UInt64
  private var counter: UInt64 = 0
  private var random: Random

  /// - Parameters:
  ///   - time: the moment the ids are stamped with; `advance(to:)` moves it on.
  ///   - random: the source of the 62 random bits of each id.
  public init(time: Timestamp, random: Random) {
    self.milliseconds = UInt64(max(0, time.milliseconds))
    self.random = random
  }

  /// Stamps the following ids with a later moment; an earlier one changes nothing.
  public mutating func advance(to time: Timestamp) {
    let new = UInt64(max(0, time.milliseconds))
    guard new > milliseconds else { return }
    (milliseconds, counter) = (new, 0)
  }

  public mutating func next<Entity>(_ entity: Entity.Type) -> ID<Entity> {
    if counter == 0x1000 { (milliseconds, counter) = (milliseconds + 1, 0) }
    defer { counter += 1 }
    return ID(
      high: milliseconds << 16 | 0x7000 | counter,
      low: random.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }
}

/// Ids that follow from a study's id and a natural key, so that two people who build one study folder get the same ids.
///
/// The result has the shape of a UUIDv7 stamped with the study's creation time; the random bits are those of the SHA-256 of
/// study id, kind and key.
public struct DerivedIDs: Sendable {
  private let study: String
  private let milliseconds: UInt64

  public init(study: ID<Study>, created: Timestamp) {
    self.study = study.description
    self.milliseconds = UInt64(max(0, created.milliseconds))
  }

  /// The id of the thing of a kind (`"code"`) that has a natural key (`"outcomes/retention"`).
  public func id<Entity>(_ entity: Entity.Type, kind: String, key: String) -> ID<Entity> {
    let bytes = SHA256Digest(of: "\(study)\n\(kind)\n\(key)").bytes
    let (high, low) = (bytes[6..<8], bytes[8..<16])
    return ID(
      high: milliseconds << 16 | 0x7000 | high.reduce(0) { $0 << 8 | UInt64($1) } & 0xfff,
      low: low.reduce(0) { $0 << 8 | UInt64($1) } & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
  }
}
