import RealistFolder
import RealistModel
import RealistNotation
import RealistStore

extension StudyWriter {
  /// Adds a configuration after the others.
  ///
  /// - Parameter place: what errors about the statement begin with, such as `--statement`.
  /// - Returns: the configuration, its number from 1, and the paths of codes that were made.
  /// - Throws: `StoreError.taken` for a key that is in use, ``Problems``, ``EditingError``.
  @discardableResult
  public func addConfiguration(
    _ draft: ConfigurationDraft, place: String
  ) throws -> (configuration: Configuration, number: Int, codes: [String]) {
    let known = try reader.configurations()
    let key =
      draft.key
      ?? ConfigurationNotation.key(
        title: draft.title, position: known.count + 1, taken: known.map(\.key))
    if draft.key != nil { try requireNewConfigurationKey(key) }
    var notated = NotatedConfiguration(
      key: key, title: draft.title, theory: draft.theory, status: draft.status, group: draft.group,
      statement: draft.statement)
    notated.elements = try NotatedElement.list(
      of: draft.statement, template: reader.header().template, place: place)
    var configurations = ConfigurationImport(self, file: place)
    configurations.createsCodes = draft.createsCodes
    try configurations.add([notated])
    return (try reader.configuration(key), known.count + 1, configurations.codes)
  }

  /// Gives a configuration a new statement and the elements it names. Those with the same code or words stay what they were, and so do
  /// those that keep their number, with their evidence; evidence for an element that goes speaks to the rest.
  ///
  /// - Returns: the paths of codes that were made.
  /// - Throws: ``Problems``, ``EditingError``.
  @discardableResult
  public func restate(
    _ configuration: Configuration, as statement: String, createsCodes: Bool = false, place: String
  ) throws -> [String] {
    let study = try reader.configuredStudy()
    var notation = try StudyNotation(study, text: reader.texts())
    guard var notated = notation.configurations().first(where: { $0.key == configuration.key }) else {
      throw StoreError.unknown(.configuration, name: configuration.key, nearest: [])
    }
    notated.statement = statement
    notated.elements = try NotatedElement.list(of: statement, template: study.template, place: place)
    notated.evidence = []
    var configurations = ConfigurationImport(self, file: place)
    configurations.createsCodes = createsCodes
    try configurations.add([notated])
    return configurations.codes
  }

  /// Refuses a key that another configuration has, or that cannot be written in a study folder.
  public func requireNewConfigurationKey(_ key: String) throws {
    if try reader.configurations().contains(where: { $0.key == key }) {
      throw StoreError.taken(.configuration, name: key)
    }
    try requireKey(key, of: .configuration)
  }
}

extension Configuration {
  /// The statement with one more clause, which ends in its tag: a sentence of its own, with a capital and a full stop, so that the
  /// sentence before does not run into it.
  public func statement(adding clause: String) -> String {
    let words = clause.trimmed
    let sentence = words.prefix(1).uppercased() + words.dropFirst() + (words.hasSuffix(".") ? "" : ".")
    return statement.isEmpty ? sentence : statement + " " + sentence
  }
}
