import RealistModel

extension RoleClaim {
  /// Every claim of a pair of roles: of linked codings, of configurations, and of codes side by side on the same words.
  public static func all(_ study: Study, _ pair: RolePair, in table: CodingTable) -> [RoleClaim] {
    ofLinkedCodings(study, pair, in: table) + ofConfigurations(study, pair, in: table)
      + sideBySide(study.template, pair, in: table)
  }
}
