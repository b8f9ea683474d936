import RealistModel

/// `README.md`: what the package is, and every file and column of it.
struct ArchiveReadme {
  private let package: ArchivePackage

  init(_ package: ArchivePackage) { self.package = package }

  var text: String {
    let study = package.study
    var lines = ["# \(study.title.oneLine)", ""]
    for paragraph in [study.question, study.summary] where !paragraph.trimmed.isEmpty {
      lines += [paragraph.trimmed, ""]
    }
    lines += facts + ["", "## How it is laid out", ""]
    lines += [
      "The package is a BagIt bag. `data/` is a study folder of plain files: `realist build data --output study.realist` makes the study of it again. "
        + "Tables are CSV (RFC 4180), UTF-8, with a heading row; offsets count Unicode scalars of a text from 0, the end is not included. "
        + "In cells with several values `; ` stands between them.",
      "", "Check that nothing has changed: `sha256sum --check \(Checksums.payload) \(Checksums.tags)`.", "",
    ]
    let cautions = package.cautions
    if !cautions.isEmpty {
      lines += ["## Before it is handed on", ""] + cautions.map { "- \($0)" } + [""]
    }
    return (lines + files + columns).joined(separator: "\n") + "\n"
  }

  private var facts: [String] {
    let (study, details) = (package.study, package.details)
    var facts = [("date", package.date.description)]
    if !details.creators.isEmpty { facts.append(("by", details.creators.joined(separator: "; "))) }
    facts.append(("licence", details.licence.isEmpty ? "not stated" : details.licence))
    facts.append(("access", details.access.isEmpty ? "not stated" : details.access))
    if !study.ethics.trimmed.isEmpty { facts.append(("ethics", study.ethics)) }
    let counts = [
      (study.sources.count, "source"), (study.participants.count, "participant"), (study.codes.count, "code"),
      (study.segments.count, "marked passage"), (study.codings.count, "coding"),
      (study.configurations.count, "configuration"), (study.memos.count, "memo"),
    ]
    facts.append(("contents", counts.map { counted($0.0, $0.1) }.joined(separator: ", ")))
    return ["| | |", "| --- | --- |"] + facts.map { "| \($0.0) | \(Self.cell($0.1)) |" }
  }

  /// Every file; those of `data/sources/` and `data/originals/` as one line each.
  private var files: [String] {
    let guide = FileGuide(package.study)
    var lines = ["## Files", "", "| file | what is in it |", "| --- | --- |"]
    for path in ArchiveFiles.names(package) {
      if let file = guide.file(path) { lines.append("| `\(path)` | \(Self.cell(file.description)) |") }
    }
    for (folder, words) in [
      ("data/sources/", "the texts, UTF-8, a file for each source and revision"),
      ("data/originals/", "the files as they were imported"),
      ("data/context/", "tables of numbers from elsewhere"),
    ] {
      let count = package.payload.keys.count { "data/\($0)".hasPrefix(folder) }
      if count > 0 { lines.append("| `\(folder)` | \(words) (\(counted(count, "file"))) |") }
    }
    return lines + [""]
  }

  private var columns: [String] {
    let guide = FileGuide(package.study)
    var lines = ["## Columns"]
    for path in ArchiveFiles.names(package) {
      guard let file = guide.file(path), !file.columns.isEmpty else { continue }
      lines += ["", "### \(path)", "", "| column | what it says |", "| --- | --- |"]
      lines += file.columns.map { "| `\($0.name)` | \(Self.cell($0.description)) |" }
    }
    return lines
  }

  private static func cell(_ text: String) -> String { text.oneLine.replacing("|", with: "\\|") }
}

/// The files of a package that are there once, not once for each source.
enum ArchiveFiles {
  static let tags = [
    "README.md", "data-list.csv", "ddi-codebook.xml", "csv-metadata.json", "ro-crate-metadata.json",
    "bagit.txt",
    "bag-info.txt", Checksums.payload, Checksums.tags,
  ]

  static func names(_ package: ArchivePackage) -> [String] {
    tags + package.payload.keys.filter { !$0.contains("/") }.sorted().map { "data/\($0)" }
  }
}
