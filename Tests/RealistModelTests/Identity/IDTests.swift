import RealistModel
import TestSupport
import Testing

@Suite struct IDTests {
  @Test(
    "the text and the bytes of an id read back, and order is kept", arguments: 1...3 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var ids: [ID<Code>] = [ID(high: 0, low: 0), ID(high: .max, low: .max)]
    for _ in 0..<500 { ids.append(ID(high: random.next(), low: random.next())) }
    for id in ids {
      let text = id.description
      #expect(text.count == 36 && ID<Code>(text) == id && ID<Code>(text.uppercased()) == id)
      #expect(id.bytes.count == 16 && ID<Code>(bytes: id.bytes) == id)
    }
    let sorted = ids.sorted()
    #expect(sorted.map(\.description) == ids.map(\.description).sorted())
    #expect(sorted.map(\.bytes) == ids.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test(
    "what is no id is refused",
    arguments: [
      "", "0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6", "0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b7",
      "0197a3c45b6d7e8f9a0b1c2d3e4f5a6b",
      "0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6g", "0197a3c4-5b6d-7e8f-9a0b_1c2d3e4f5a6b",
      "０197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b",
      "{0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b}",
    ])
  func noIDs(text: String) { #expect(ID<Code>(text) == nil) }

  @Test("an id needs sixteen bytes", arguments: [0, 15, 17])
  func bytes(count: Int) { #expect(ID<Code>(bytes: [UInt8](repeating: 1, count: count)) == nil) }

  @Test("made ids are UUIDv7, increase, and carry the moment")
  func made() throws {
    let time = try #require(Timestamp("2026-03-02T09:30:00.250Z"))
    var source = UUIDv7Source(time: time, random: SplitMix64(seed: 4))
    var before = ID<Code>(high: 0, low: 0)
    for number in 0..<10_000 {
      let id = source.next(Code.self)
      #expect(before < id)
      #expect(id.high >> 12 & 0xf == 7 && id.low >> 62 == 2)
      if number < 4096 { #expect(id.high >> 16 == UInt64(time.milliseconds)) }
      before = id
    }
    source.advance(to: Timestamp(milliseconds: 0))
    #expect(before < source.next(Code.self))
    source.advance(to: Timestamp(milliseconds: time.milliseconds + 1_000_000))
    #expect(source.next(Code.self).high >> 16 == UInt64(time.milliseconds + 1_000_000))
  }

  @Test("derived ids follow from study, kind and key alone")
  func derived() {
    let study = ID<Study>(high: 1, low: 2)
    let ids = DerivedIDs(study: study, created: Timestamp(milliseconds: 5))
    let id = ids.id(Code.self, kind: "code", key: "outcomes/retention")
    #expect(
      id
        == DerivedIDs(study: study, created: Timestamp(milliseconds: 5)).id(
          Code.self, kind: "code", key: "outcomes/retention"))
    #expect(id != ids.id(Code.self, kind: "code", key: "outcomes/retentio"))
    #expect(id.high >> 16 == 5 && id.high >> 12 & 0xf == 7 && id.low >> 62 == 2)
  }

  @Test("a digest is that of the standard's example")
  func digest() {
    #expect(
      SHA256Digest(of: "abc").description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest(of: [UInt8]()).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256Digest(of: Array("abc".utf8)) == SHA256Digest(of: "abc"))
    #expect(SHA256Digest(of: "abc".utf8.lazy.map { $0 }) == SHA256Digest(of: "abc"))
    #expect(QuoteCheck(of: "abc").value == 0xba78_16bf_8f01_cfea)
  }
}
