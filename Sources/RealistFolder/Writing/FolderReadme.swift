import RealistModel
import RealistNotation

/// The `README.md` of a folder that was written by export: what the study is and what the files are.
enum FolderReadme {
  static func text(_ study: Study) -> String {
    var text = "# \(study.title.onOneLine)\n"
    for paragraph in [study.question, study.summary] where !paragraph.trimmed.isEmpty {
      text += "\n\(paragraph.trimmed)\n"
    }
    if !study.ethics.trimmed.isEmpty { text += "\nEthics: \(study.ethics.trimmed)\n" }
    text += "\n| what | how many |\n| --- | ---: |\n"
    for (name, count) in counts(study) { text += "| \(name) | \(count) |\n" }
    return text + files
  }

  private static func counts(_ study: Study) -> [(String, Int)] {
    let always: [(String, Int)] = [
      ("participants", study.participants.count), ("sources", study.sources.count),
      ("codes", study.codes.count),
      ("segments", study.segments.count), ("codings", study.codings.count),
      ("configurations", study.configurations.count), ("pieces of evidence", study.evidence.count),
      ("theories", study.theories.count), ("factors", study.factors.count), ("links", study.links.count),
      ("loops", study.loops.count), ("memos", study.memos.count),
      ("recommendations", study.recommendations.count),
    ]
    let some: [(String, Int)] = [
      ("linked codings", study.linkedCodings.count), ("responses to theories", study.responses.count),
      ("saved queries", study.queries.count), ("summaries", study.framework.count),
      ("tables of context", study.contextTables.count),
    ]
    return always + some.filter { $0.1 > 0 }
  }

  private static let files = """

    | file | what is in it |
    | --- | --- |
    | `study.json` | title, question, template, stages, attributes |
    | `participants.csv` | who took part, by pseudonym |
    | `sources.csv`, `sources/`, `originals/` | the material: what it is, its text, the files it came from |
    | `revisions.csv` | corrections of texts, where there are any |
    | `turns.csv` | who said what: spans of the texts |
    | `guide.md` | the interview guide |
    | `codebook.csv` | the codes, depth first |
    | `segments.csv`, `codings.csv` | the quotes, and who coded them with what |
    | `linked-codings.csv` | passages coded as pairs or threes that belong together, where there are any |
    | `configurations.md` | context–mechanism–outcome configurations with their evidence |
    | `theories.md` | programme theories with their versions, and what people said to them |
    | `theory-of-change.md` | stages, factors, links and loops |
    | `memos.md` | dated notes |
    | `recommendations.csv` | what should be done, by whom and why |
    | `queries.csv`, `framework.csv`, `context/` | saved queries, summaries of cases by theme, numbers from elsewhere |

    Offsets count Unicode scalars from 0, the end is not included. Build it with `realist build FOLDER --output study.realist`.

    """
}
