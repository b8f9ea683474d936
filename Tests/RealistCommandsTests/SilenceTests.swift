import Foundation
import TestSupport
import Testing

@Suite(
  "What libraries print by themselves",
  .enabled(if: BuiltProgram.isThere, "the program is not built beside the tests"))
struct SilenceTests {
  @Test("a broken charset is told in our words, and not a byte of the file is printed")
  func brokenCharset() throws {
    let session = try Session()
    let head = #"<?xml version="1.0" encoding="Shift_JIS"?><Project xmlns="urn:QDA-XML:project:1.0" name=""#
    let damage = Array(repeating: [0xff, 0xfe] + Array("_UID".utf8), count: 3000).joined()
    try session.write(Array(head.utf8) + damage + Array(#""/>"#.utf8), to: "bad.qde")
    let ending = try BuiltProgram(folder: session.folder).run(["import", "bad.qde", "--study", "new.realist"])
    #expect(ending.status == 65)
    #expect(
      ending.errors == """
        realist: error: bad.qde:1:1: the XML is malformed
        hint: export the project again from the program it is from

        """)
  }
}
