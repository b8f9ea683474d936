import RealistFormats

/// What this module reads and writes.
public enum ProjectFormats {
  /// For `realist formats`.
  public static let descriptions: [FormatDescription] = [
    FormatDescription(
      name: "qdpx", title: "REFI-QDA project (NVivo, ATLAS.ti, MAXQDA, QualCoder, f4, Transana, qc)",
      endings: ["qdpx", "qde"], direction: .both, kind: .project,
      keeps:
        "texts, codes, quotes, codings, coders, memos, cases and variables; out and back all of a study",
      loses:
        "layout, pictures, recordings; links, sets and graphs of others become memos; out: original files"),
    FormatDescription(
      name: "taguette", title: "Taguette project", endings: ["sqlite3"], direction: .read, kind: .project,
      keeps: "documents, tags (--separator . makes a tree of them), highlights",
      loses: "layout, history of changes"),
    FormatDescription(
      name: "qualcoder", title: "QualCoder project folder", endings: ["qda"], direction: .read,
      kind: .project,
      keeps: "texts, codes and categories, codings by coder, cases, attributes, annotations, journal",
      loses: "pictures, recordings, graphs, marks of importance"),
    FormatDescription(
      name: "rqda", title: "RQDA project", endings: ["rqda"], direction: .read, kind: .project,
      keeps: "texts, codes and categories, codings, cases, attributes, memos, journal",
      loses: "pictures, second categories of a code, what was deleted there"),
    FormatDescription(
      name: "qcoder", title: "text with qcoder marks: (QCODE)words(/QCODE){#code}", endings: ["txt"],
      direction: .read, kind: .project, keeps: "the text, codes, codings"),
    FormatDescription(
      name: "rock", title: "text with ROCK codes: [[code]]", endings: ["rock", "txt"], direction: .read,
      kind: .project, keeps: "the text, codes with their parents, coded lines",
      loses: "identifiers, section breaks"),
    FormatDescription(
      name: "qdc", title: "REFI-QDA codebook", endings: ["qdc"], direction: .both, kind: .codebook,
      keeps: "names, tree, colours, definitions", loses: "keys; out: rules of use stand in the definition"),
  ]
}
