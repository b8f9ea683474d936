import CommandKit
import RealistConsole
import RealistAnalysis
import RealistModel
import RealistStore

/// `realist linked-coding`.
struct LinkedCodingGroup: CommandGroup {
  static let configuration = CommandConfiguration(
    name: "linked-coding", aliases: ["linked-codings", "linked"],
    abstract:
      "Passages coded as a pair or three that belong together: context–mechanism, mechanism–outcome, all three.",
    discussion: """
      A passage in which somebody says what led to what is coded as what it links, with the words that say each role (Jackson and Kolla 2012). \
      Exact repeats are rare, so group puts together those whose codes meet in the code tree, and promote makes a configuration of a group.
      """,
    subcommands: [
      AddLinkedCoding.self, ListLinkedCodings.self, ShowLinkedCoding.self, GroupLinkedCodings.self,
      PromoteLinkedCodings.self, RemoveLinkedCodings.self,
    ])
}

/// A study's linked codings with their words, as the commands print them.
struct LinkedMaterial {
  let study: Study
  let tree: CodeTree
  let passages: QuotedPassages
  let speakers: [ID<Segment>: ID<Participant>]

  init(_ reader: StudyReader) throws {
    study = try reader.linkedStudy()
    let lookup = try StudyLookup(study)
    tree = lookup.codes
    passages = QuotedPassages(study, lookup, words: try reader.words(of: study.segments))
    speakers = passages.speakers(of: study.segments)
  }
}
