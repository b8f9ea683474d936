extension FormatDescription {
  /// The tables that other programs write and this module reads.
  public static let tables: [FormatDescription] = [
    FormatDescription(
      name: "survey", title: "survey with a respondent in each row (realist survey import)",
      endings: ["csv", "tsv", "xlsx"],
      direction: .read, kind: .survey,
      keeps: "closed answers as attributes, open answers as turns, questions",
      loses: "columns that name people, named; rows above the heading, counted; how numbers and dates are set"
    ),
    FormatDescription(
      name: "segments", title: "table of coded segments: document, code, words (realist coding import)",
      endings: ["csv", "tsv", "xlsx"], direction: .read, kind: .project, keeps: "codes, passages, memos",
      loses: "other columns; words that are not in the source, or stand there more than once: each listed"),
    FormatDescription(
      name: "ris", title: "references of Zotero, EndNote, Mendeley (realist literature import)",
      endings: ["ris"],
      direction: .read, kind: .literature,
      keeps: "title, authors, year, journal, DOI, address, abstract, notes, keywords",
      loses: "other tags, named"),
  ]
}
