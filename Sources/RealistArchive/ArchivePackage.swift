import RealistFolder
import RealistFormats
import RealistModel

/// What a deposit says of itself beside the study.
public struct DepositDetails: Hashable, Sendable {
  /// Who made it, as names are cited.
  public var creators: [String]
  /// The terms under which others may use it, in words or as an address; empty when nothing is said.
  public var licence: String
  /// Who may see it and how to ask; empty when nothing is said.
  public var access: String
  /// The day of the deposit; `nil` for the last day on which anything in it was written.
  public var date: CalendarDate?

  public init(creators: [String] = [], licence: String = "", access: String = "", date: CalendarDate? = nil) {
    (self.creators, self.licence, self.access, self.date) = (creators, licence, access, date)
  }
}

/// A study as a package for a data archive: a BagIt bag (RFC 8493) whose payload `data/` is a study folder, with a data list, an account of every
/// file and column, and descriptions for machines (RO-Crate 1.1, CSV on the Web, DDI-Codebook 2.5).
///
/// Equal studies and details give equal bytes. What participants said who have since withdrawn is in the payload as it is in the study folder;
/// ``cautions`` says so.
public struct ArchivePackage: Sendable {
  let contents: StudyContents
  let details: DepositDetails
  /// The study folder: the bytes of each file by its path below `data/`.
  let payload: [String: [UInt8]]

  var study: Study { contents.study }

  /// - Throws: `CodeTreeError` when the study's codes are no tree.
  public init(_ contents: StudyContents, details: DepositDetails = DepositDetails()) throws(CodeTreeError) {
    (self.contents, self.details) = (contents, details)
    payload = try StudyFolder.write(contents)
  }

  /// The bytes of each file by its path below the package's folder.
  public var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in payload { files["data/\(path)"] = bytes }
    files["data-list.csv"] = DataList(self).bytes
    files["README.md"] = Array(ArchiveReadme(self).text.utf8)
    files["ddi-codebook.xml"] = DDICodebook(self).bytes
    files["csv-metadata.json"] = CSVWMetadata(self).bytes
    files["ro-crate-metadata.json"] = ROCrateMetadata(self, paths: files.keys.sorted()).bytes
    files["bagit.txt"] = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
    files["bag-info.txt"] = Array(bagInfo.utf8)
    files[Checksums.payload] = Checksums.manifest(files.filter { $0.key.hasPrefix("data/") })
    files[Checksums.tags] = Checksums.manifest(files.filter { !$0.key.hasPrefix("data/") })
    return files
  }

  /// What somebody should look at before the package leaves the house, in words: withdrawals, consents that do not mention archiving, names.
  public var cautions: [String] {
    let people = study.participants
    var cautions: [String] = []
    let withdrawn = people.filter { $0.withdrawn != nil }.map(\.key)
    if !withdrawn.isEmpty {
      cautions.append(
        "\(series(withdrawn)) withdrew; their words are in the package as they are in the study folder")
    }
    let silent = people.filter { !$0.consent.contains("archive") && $0.withdrawn == nil }.map(\.key)
    if people.contains(where: { $0.consent.contains("archive") }), !silent.isEmpty {
      cautions.append("\(series(silent)) did not consent to archiving, as far as the study knows")
    }
    let originals = contents.revisions.count { $0.original != nil }
    if originals > 0 {
      cautions.append(
        "\(counted(originals, "original file")) \(originals == 1 ? "is" : "are") in the package as imported, names and all"
      )
    }
    return cautions
  }

  /// The day of the deposit.
  var date: CalendarDate { details.date ?? lastWritten }

  private var lastWritten: CalendarDate {
    var times: [Timestamp] = contents.revisions.map(\.imported)
    times += study.codings.map(\.created)
    times += study.segments.map(\.created)
    times += study.memos.map(\.written)
    return times.reduce(study.created) { max($0, $1) }.date
  }

  private var bagInfo: String {
    var lines = ["Source-Organization: \(details.creators.joined(separator: "; "))"]
    if details.creators.isEmpty { lines = [] }
    let octets = payload.values.reduce(0) { $0 + $1.count }
    lines += [
      "Bagging-Date: \(date)", "External-Description: \(study.title.oneLine)",
      "Payload-Oxum: \(octets).\(payload.count)",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// The newest revision of a source.
  func newest(_ source: Source) -> Revision? {
    contents.revisions.first { $0.source == source.id && $0.number == source.revision }
  }
}

extension String {
  /// Every run of white space a space.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
