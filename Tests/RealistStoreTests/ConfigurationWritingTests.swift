import RealistModel
import Testing

@testable import RealistStore

@Suite("Configurations in the store")
struct ConfigurationWritingTests {
  @Test("configurations are put into an order, those that are not named last") func order() throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    try store.change(workshop.note("add")) { writer in
      for key in ["a", "b", "c", "d"] { try writer.put(Configuration(id: writer.newID(), key: key)) }
    }
    try store.change(workshop.note("order")) { writer in
      let ids = try ["c", "a"].map { try writer.reader.configuration($0).id }
      try writer.orderConfigurations(ids)
    }
    #expect(try store.read { try $0.configurations().map(\.key) } == ["c", "a", "b", "d"])
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.configurations().map(\.key) } == ["a", "b", "c", "d"])
  }

  @Test("what depends on a configuration is counted, and goes with it") func dependents() throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    let id = try store.change(workshop.note("add")) { writer in
      let (source, revision) = try workshop.addSource("P01", "Ana: I can mend a chair now.", to: writer)
      let segment = try writer.segment(
        at: TextSpan(start: 5, end: 15), of: source, text: revision.text
      ).segment
      let configuration = Configuration(id: writer.newID(), key: "desk")
      try writer.put(configuration)
      for bearing in Evidence.Bearing.allCases {
        try writer.put(
          Evidence(
            id: writer.newID(), configuration: configuration.id, elements: [], segment: segment.id,
            bearing: bearing, coder: "Iris", created: writer.time))
      }
      try writer.put(
        Recommendation(
          id: writer.newID(), key: "late", actor: "", action: "", configurations: [configuration.id]))
      return configuration.id
    }
    try store.change(workshop.note("remove")) { writer in
      #expect(
        try writer.dependents(ofConfiguration: id) == [
          .init(count: 3, kind: .evidence), .init(count: 1, kind: .recommendation),
        ])
      try writer.removeConfiguration(id)
    }
    #expect(try store.read { try $0.evidence() } == [])
    #expect(try store.read { try $0.recommendations().map(\.configurations) } == [[]])
    #expect(try store.problems() == [])
  }

  @Test("a theory of change is replaced, what keeps its id keeps its recommendations") func replace() throws {
    let workshop = try Workshop()
    let store = try workshop.makeStore()
    let (a, b, loop) = try store.change(workshop.note("add")) { writer in
      let a = Factor(id: writer.newID(), key: "a", stage: "inputs", text: "A")
      let b = Factor(id: writer.newID(), key: "b", stage: "outputs", text: "B")
      let loop = Loop(id: writer.newID(), key: "ring", title: "Ring", factors: [a.id, b.id])
      let links = [CausalLink(id: writer.newID(), from: a.id, to: b.id)]
      try writer.replaceTheoryOfChange(factors: [a, b], links: links, loops: [loop])
      try writer.put(
        Recommendation(id: writer.newID(), key: "r", actor: "", action: "", loops: [loop.id]))
      return (a, b, loop)
    }
    try store.change(workshop.note("replace")) { writer in
      let c = Factor(id: writer.newID(), key: "c", stage: "inputs", text: "C")
      var ring = loop
      ring.factors = [c.id, a.id]
      let links = [CausalLink(id: writer.newID(), from: c.id, to: a.id, polarity: .decreases)]
      try writer.replaceTheoryOfChange(factors: [c, a], links: links, loops: [ring])
    }
    let study = try store.read { try $0.study() }
    #expect(study.factors.map(\.key) == ["c", "a"])
    #expect(study.links.count == 1 && study.links[0].polarity == .decreases)
    #expect(study.recommendations[0].loops == [loop.id])
    #expect(try store.problems() == [])
    _ = try store.undo(workshop.note("undo"))
    #expect(try store.read { try $0.factors() } == [a, b])
  }
}
