import RealistModel

/// The two roles of a demi-regularity.
public enum RolePair: String, Hashable, Sendable, CaseIterable {
  case contextOutcome = "C-O"
  case mechanismOutcome = "M-O"
  case contextMechanism = "C-M"

  /// Which roles stand at the left and at the right. A mechanism that is split into resource and reasoning is one, too.
  public var roles: (left: Set<Template.Role>, right: Set<Template.Role>) {
    let mechanism: Set<Template.Role> = [.mechanism, .resource, .reasoning]
    return switch self {
    case .contextOutcome: ([.context], [.outcome])
    case .mechanismOutcome: (mechanism, [.outcome])
    case .contextMechanism: ([.context], mechanism)
    }
  }
}

/// One place where a code in one role and a code in another go together.
public struct RoleClaim: Hashable, Sendable {
  /// Where it was found.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// A passage was coded as a pair or three of roles.
    case linked = "linked codings"
    /// A passage is evidence for both elements of a configuration, or for all of it.
    case configuration = "configurations"
    /// Passages of codes that stand below contexts, mechanisms or outcomes in the codebook share words.
    case sideBySide = "side by side"
  }

  /// Places in the codebook.
  public var left: Int32
  public var right: Int32
  /// Places in the table's passages; the same one where a passage bears both.
  public var passages: [Int]
  public var origin: Origin

  public init(left: Int32, right: Int32, passages: [Int], origin: Origin) {
    (self.left, self.right, self.passages, self.origin) = (left, right, passages, origin)
  }
}

extension RoleClaim {
  /// From passages that were coded as pairs or threes of roles (Jackson and Kolla 2012).
  public static func ofLinkedCodings(_ study: Study, _ pair: RolePair, in table: CodingTable) -> [RoleClaim] {
    let places = placesOfSegments(table)
    return study.linkedCodings.flatMap { linked -> [RoleClaim] in
      guard let place = places[linked.segment] else { return [] }
      return pairs(
        linked.parts.map { ($0.letter, $0.code) }, pair, study.template, at: place, .linked, table)
    }
  }

  /// From the evidence that supports or refines configurations: each pair of coded elements that a passage speaks to together. Evidence that
  /// refutes, and configurations that were rejected, claim nothing.
  public static func ofConfigurations(_ study: Study, _ pair: RolePair, in table: CodingTable) -> [RoleClaim]
  {
    let places = placesOfSegments(table)
    let configurations = Dictionary(
      study.configurations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var claims: [RoleClaim] = []
    for evidence in study.evidence where evidence.bearing != .refutes {
      guard let configuration = configurations[evidence.configuration], configuration.status != .rejected,
        let place = places[evidence.segment]
      else { continue }
      let meant = configuration.elements.filter {
        evidence.elements.isEmpty || evidence.elements.contains($0.id)
      }
      let parts = meant.compactMap { element in element.code.map { (element.letter, $0) } }
      claims += pairs(parts, pair, study.template, at: place, .configuration, table)
    }
    return claims
  }

  /// From codes whose top-level code is called as a slot of the template is, in the singular or plural: passages of a context and of an outcome
  /// that share words.
  public static func sideBySide(_ template: Template, _ pair: RolePair, in table: CodingTable) -> [RoleClaim]
  {
    let roles = rolesOfCodes(template, table.codes)
    let bearers = { (wanted: Set<Template.Role>) -> [Int] in
      table.passages.indices.filter { place in
        table.marks[table.passages[place].marks].contains { mark in
          roles[Int(mark.code)].map(wanted.contains) ?? false
        }
      }
    }
    let (left, right) = (bearers(pair.roles.left), bearers(pair.roles.right))
    return table.meetings(of: left, right).flatMap { own, other in
      codes(of: table.passages[own], in: table, pair.roles.left, roles).flatMap { left in
        codes(of: table.passages[other], in: table, pair.roles.right, roles).map { right in
          RoleClaim(
            left: left, right: right, passages: own == other ? [own] : [own, other].sorted(),
            origin: .sideBySide)
        }
      }
    }
  }

  static func pairs(
    _ parts: [(letter: String, code: ID<Code>)], _ pair: RolePair, _ template: Template, at place: Int,
    _ origin: Origin, _ table: CodingTable
  ) -> [RoleClaim] {
    let codes = { (wanted: Set<Template.Role>) in
      parts.filter { part in template.slot(letter: part.letter).map { wanted.contains($0.role) } ?? false }
        .compactMap { table.codes.position(of: $0.code).map(Int32.init) }
    }
    return codes(pair.roles.left).flatMap { left in
      codes(pair.roles.right).map { RoleClaim(left: left, right: $0, passages: [place], origin: origin) }
    }
  }

  static func placesOfSegments(_ table: CodingTable) -> [ID<Segment>: Int] {
    Dictionary(
      table.passages.enumerated().map { ($1.segment, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The role of each code, by the name of the top-level code it stands below.
  private static func rolesOfCodes(_ template: Template, _ codes: CodeTree) -> [Template.Role?] {
    var (roles, current) = ([Template.Role?](), Template.Role?.none)
    for node in codes.order {
      if node.depth == 0 {
        let name = node.code.name.lowercased()
        current =
          template.slots.first { [$0.name.lowercased(), $0.plural.lowercased()].contains(name) }?.role
      }
      roles.append(current)
    }
    return roles
  }

  private static func codes(
    of passage: CodingTable.Passage, in table: CodingTable, _ wanted: Set<Template.Role>,
    _ roles: [Template.Role?]
  ) -> [Int32] {
    table.codes(of: passage).filter { code in roles[Int(code)].map(wanted.contains) ?? false }
  }
}

extension CodingTable {
  /// Every pair of a passage of one list and one of another that share a character.
  ///
  /// - Complexity: linear in the passages times those that are open at one place.
  func meetings(of left: [Int], _ right: [Int]) -> [(Int, Int)] {
    let isLeft = Set(left)
    let isRight = Set(right)
    var (result, open) = ([(Int, Int)](), [Int]())
    for place in isLeft.union(isRight).sorted() {
      let passage = passages[place]
      open.removeAll { !passages[$0].isBeside(passage) || passages[$0].end <= passage.start }
      if isLeft.contains(place), isRight.contains(place) { result.append((place, place)) }
      for other in open {
        if isLeft.contains(place), isRight.contains(other) { result.append((place, other)) }
        if isLeft.contains(other), isRight.contains(place) { result.append((other, place)) }
      }
      open.append(place)
    }
    return result
  }
}
