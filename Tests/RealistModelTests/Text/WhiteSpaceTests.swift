import RealistModel
import Testing

@Suite("White space")
struct WhiteSpaceTests {
  @Test("a scalar is white space when Unicode says so: all 1,112,064 of them")
  func all() {
    let scalars = (0...0x10ffff as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    #expect(scalars.filter { $0.isWhiteSpace != $0.properties.isWhitespace }.map(\.value) == [])
    #expect(scalars.count { $0.isWhiteSpace } == 25)
  }
}
