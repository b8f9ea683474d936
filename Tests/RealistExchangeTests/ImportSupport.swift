import Foundation
import RealistExchange
import RealistModel
import TestSupport
import Testing

/// When the tests import, and who.
let settings = ImportSettings(
  coder: "importer", time: Timestamp(milliseconds: 1_800_000_000_000), title: "Untitled")

/// A project read from bytes.
func imported(_ bytes: [UInt8], _ file: String = "project.qdpx") throws(ExchangeError) -> ImportedProject {
  try ProjectReader.read(bytes, file: file, settings: settings)
}

/// A project document around some XML.
func document(_ inside: String, attributes: String = "") -> [UInt8] {
  Array(
    """
    <?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="test"\(attributes)>
    \(inside)
    </Project>
    """.utf8)
}

extension ImportedProject {
  var study: Study { contents.study }

  /// The words of a segment.
  func words(of segment: Segment) throws -> String {
    let revision = try #require(contents.revisions.first { $0.source == segment.source })
    return String(revision.text[segment.span])
  }

  func source(_ name: String) throws -> Source { try #require(study.sources.first { $0.name == name }) }

  /// The paths of the codes on a segment, by whoever.
  func paths(on segment: Segment) throws -> Set<String> {
    let tree = try CodeTree(study.codes)
    return Set(study.codings.filter { $0.segment == segment.id }.compactMap { tree[$0.code]?.path })
  }
}

/// What reading some bytes was refused with.
func refusal(_ bytes: [UInt8], _ file: String = "bad.qde") -> ExchangeError? {
  do { _ = try imported(bytes, file) } catch { return error }
  return nil
}
