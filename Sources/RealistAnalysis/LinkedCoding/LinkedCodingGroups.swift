import RealistModel

/// Linked codings put together by what they link.
///
/// Dyads and triads hardly ever repeat exactly: of all those in Jackson and Kolla's study (2012, doi 10.1177/1098214012440030), three at most
/// shared a combination of codes, so that counting repeats says nothing. They look for near-identical ones instead, up to mid-range theories.
/// Here two are near-identical when they have the same roles and, role by role, their codes meet at or below a level of the code tree: their
/// lowest common ancestor is at that depth or deeper. Without a level only equal codes are.
///
/// Linear in the number of linked codings, times the depth of the tree.
public struct LinkedCodingGroups: Sendable {
  /// One linked coding, or one pair inside a triad, with who said it.
  public struct Member: Sendable {
    public var linked: LinkedCoding
    /// The roles that count here: all, or the two of a pair.
    public var parts: [LinkedCoding.Part]
    public var source: ID<Source>?
    /// Who said the passage; `nil` when several did or nobody is named.
    public var participant: ID<Participant>?
  }

  /// Near-identical linked codings.
  public struct Group: Sendable {
    /// A role and what the codes of all members have in common in it.
    public struct Role: Sendable {
      public var letter: String
      /// The lowest code that all codes of the role lie at or below; `nil` when they have none in common.
      public var code: ID<Code>?
      public var path: String
      /// The distinct codes, in codebook order.
      public var codes: [ID<Code>]
    }

    public var roles: [Role]
    /// In the study's order.
    public var members: [Member]

    /// `C–M`, `C–M–O`.
    public var shape: String { roles.map(\.letter).joined(separator: "–") }
    /// How many passages.
    public var citations: Int { Set(members.map(\.linked.segment)).count }
    public var sources: Set<ID<Source>> { Set(members.compactMap(\.source)) }
    public var participants: Set<ID<Participant>> { Set(members.compactMap(\.participant)) }
    /// How many different combinations of codes are in it.
    public var combinations: Int { Set(members.map { $0.parts.map(\.code) }).count }
    public var keys: [String] { members.map(\.linked.key) }
  }

  /// Largest first: by sources, then passages, then in codebook order.
  public private(set) var groups: [Group]
  /// How many different combinations of codes there are in all, and how often the most frequent one comes.
  public let combinations: (distinct: Int, greatest: Int)

  /// - Parameters:
  ///   - study: its linked codings, segments and codes.
  ///   - speakers: who said each passage.
  ///   - level: 1 for top-level codes, 2 for those below, …; `nil` for codes as they are.
  ///   - pairs: whether a triad counts as the pairs in it.
  public init(
    _ study: Study, _ tree: CodeTree, speakers: [ID<Segment>: ID<Participant>], level: Int? = nil,
    pairs: Bool = false
  ) {
    let members = Self.members(study, speakers: speakers, pairs: pairs)
    let exact = Dictionary(grouping: members) { Key($0.parts.map { ($0.letter, $0.code) }) }
    combinations = (exact.count, exact.values.map(\.count).max() ?? 0)
    let near = Dictionary(grouping: members) { member in
      Key(member.parts.map { ($0.letter, Self.zoomed($0.code, to: level, in: tree)) })
    }
    groups = near.values.map { Self.group($0, tree) }.sorted { Self.isBefore($0, $1, tree) }
  }

  /// The same with some groups only.
  public func keeping(_ isKept: (Group) -> Bool) -> LinkedCodingGroups {
    var copy = self
    copy.groups = groups.filter(isKept)
    return copy
  }

  static func members(
    _ study: Study, speakers: [ID<Segment>: ID<Participant>], pairs: Bool
  ) -> [Member] {
    let sources = Dictionary(study.segments.map { ($0.id, $0.source) }) { first, _ in first }
    return study.linkedCodings.flatMap { linked -> [Member] in
      let sets = pairs ? Self.pairs(of: linked.parts) : [linked.parts]
      return sets.map {
        Member(
          linked: linked, parts: $0, source: sources[linked.segment], participant: speakers[linked.segment])
      }
    }
  }

  /// Roles with their codes, in order.
  private struct Key: Hashable {
    var letters: [String]
    var codes: [ID<Code>]

    init(_ roles: [(String, ID<Code>)]) { (letters, codes) = (roles.map(\.0), roles.map(\.1)) }
  }

  /// All pairs of roles of different letters, in order; roles as they are when there are only two.
  static func pairs(of parts: [LinkedCoding.Part]) -> [[LinkedCoding.Part]] {
    guard parts.count > 2 else { return [parts] }
    return parts.indices.flatMap { first in
      parts.indices[(first + 1)...].filter { parts[$0].letter != parts[first].letter }
        .map { [parts[first], parts[$0]] }
    }
  }

  /// The code above a code that lies at a level; the code itself when it is not deeper.
  static func zoomed(_ code: ID<Code>, to level: Int?, in tree: CodeTree) -> ID<Code> {
    guard let level, var node = tree[code] else { return code }
    while node.depth >= max(level, 1), let parent = node.code.parent.flatMap({ tree[$0] }) { node = parent }
    return node.code.id
  }

  /// Members of the same roles as one group, however unlike their codes are.
  static func group(_ members: [Member], _ tree: CodeTree) -> Group {
    let letters = members.first?.parts.map(\.letter) ?? []
    let roles = letters.indices.map { place -> Group.Role in
      let codes = Array(Set(members.map { $0.parts[place].code }))
        .sorted { (tree.position(of: $0) ?? 0, $0) < (tree.position(of: $1) ?? 0, $1) }
      let common = lowestCommonAncestor(of: codes, in: tree)
      return Group.Role(letter: letters[place], code: common?.code.id, path: common?.path ?? "", codes: codes)
    }
    return Group(roles: roles, members: members)
  }

  /// The lowest code that all codes lie at or below; `nil` when they have none in common.
  static func lowestCommonAncestor(of codes: [ID<Code>], in tree: CodeTree) -> CodeTree.Node? {
    guard var common = codes.first.flatMap({ tree[$0] }) else { return nil }
    for code in codes.dropFirst() {
      while !tree.isWithin(code, common.code.id) {
        guard let parent = common.code.parent.flatMap({ tree[$0] }) else { return nil }
        common = parent
      }
    }
    return common
  }

  private static func isBefore(_ left: Group, _ right: Group, _ tree: CodeTree) -> Bool {
    let (first, second) = (left.sources.count, right.sources.count)
    if first != second { return first > second }
    if left.citations != right.citations { return left.citations > right.citations }
    func places(_ group: Group) -> [Int] { group.roles.map { tree.position(of: $0.codes[0]) ?? 0 } }
    let (own, other) = (places(left), places(right))
    if own != other { return own.lexicographicallyPrecedes(other) }
    return left.shape.utf8.lexicographicallyPrecedes(right.shape.utf8)
  }
}
