import RealistFormats

/// What this module writes.
public enum ArchiveFormats {
  /// For `realist formats`.
  public static let descriptions: [FormatDescription] = [
    FormatDescription(
      name: "folder", title: "study folder of plain files", endings: [], direction: .both, kind: .archive,
      keeps: "everything but the journal", loses: "the journal; turns of earlier revisions"),
    FormatDescription(
      name: "archive", title: "package for a data archive: BagIt, RO-Crate, CSVW, DDI-Codebook 2.5",
      endings: [],
      direction: .write, kind: .archive,
      keeps: "the study folder, with a data list, an account of every file and column, checksums",
      loses: "the journal; turns of earlier revisions"),
  ]
}
