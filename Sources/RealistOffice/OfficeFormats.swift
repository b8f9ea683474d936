import RealistFormats

/// What this module writes.
public enum OfficeFormats {
  /// For `realist formats`.
  public static let descriptions: [FormatDescription] = [
    FormatDescription(
      name: "xlsx", title: "Excel workbook", endings: ["xlsx"], direction: .write, kind: .table,
      keeps: "cells, spans, groups, notes, numbers as numbers, links from a configuration to its quotes",
      loses: "characters that XML forbids; texts of more than 32,767 characters move to a sheet of their own"),
    FormatDescription(
      name: "docx", title: "Word document", endings: ["docx"], direction: .write, kind: .table,
      keeps: "tables with repeated headings and spans, captions, notes, quotes as block quotations",
      loses: "characters that XML forbids"),
  ]
}
