import LoopbackServer
import RealistAnalysis
import RealistDiagrams
import RealistModel
import RealistStore

extension Route {
  static let theoryOfChange: [Route] = [
    Route(.get, "theory-of-change") { workbench, call in workbench.theoryOfChange(call) },
    Route(.get, "theory-of-change.svg") { workbench, call in workbench.drawing(call) },
    Route(.get, "theory-of-change.dot") { workbench, call in workbench.dot(call) },
    Route(.get, "theory-of-change/nodes/ID/quotes") { workbench, call in
      try workbench.quotes(behind: call) { graph, identifiers, id in
        graph.nodes.first { identifiers.node($0.key) == id }?.evidence
      }
    },
    Route(.get, "theory-of-change/links/ID/quotes") { workbench, call in
      try workbench.quotes(behind: call) { graph, identifiers, id in
        graph.links.first { identifiers.link($0) == id }?.evidence
      }
    },
  ]
}

extension Workbench {
  /// Nodes, links and loops; the ids are those of the groups in the drawing.
  fileprivate func theoryOfChange(_ call: Call) -> HTTPResponse {
    readAside { reader, json in
      let graph = try DrawnGraph(call, reader, .counts).graph
      let identifiers = GraphIdentifiers(graph)
      json.member("title", graph.title)
      json.member("stages", graph.columns) { column, json in
        json.member("key", column.key)
        json.member("name", column.name)
        json.member("kind", column.role.rawValue)
      }
      json.member("nodes", graph.nodes) { node, json in
        json.member("id", identifiers.node(node.key))
        json.members(of: node)
      }
      json.member("links", graph.links) { link, json in
        json.member("id", identifiers.link(link))
        json.member("from", identifiers.node(link.from))
        json.member("to", identifiers.node(link.to))
        json.members(of: link)
      }
      json.member("loops", graph.loops) { loop, json in
        json.member("key", loop.key)
        json.member("title", loop.title)
        json.member("valence", loop.valence.rawValue)
        json.member("label", loop.label)
        json.member("factors", loop.nodes.map { identifiers.node($0.key) })
      }
      json.member("omitted", graph.omitted.reasons)
    }
  }

  fileprivate func dot(_ call: Call) -> HTTPResponse {
    let contentType = "text/vnd.graphviz; charset=utf-8"
    return room.answer(contentType) { reader in
      try DrawnGraph(call, reader, .drawing).graph
    } finish: { graph in
      HTTPResponse(
        contentType: contentType, headers: .attachment("theory-of-change.dot"),
        body: .bytes(Array(graph.dot().utf8)))
    }
  }

  /// Graphviz's drawing, with a title and the whole in words for those who do not see it.
  fileprivate func drawing(_ call: Call) -> HTTPResponse {
    let runner = GraphvizRunner(program: dotProgram, secondsAllowed: 20)
    return room.answer("image/svg+xml") { reader in
      let graph = try DrawnGraph(call, reader, .drawing).graph
      return (dot: graph.dot(), title: graph.title, words: graph.words())
    } finish: { drawn in
      let drawing = try runner.run(drawn.dot, format: .svg).drawing
      return HTTPResponse(
        contentType: "image/svg+xml", headers: .attachment("theory-of-change.svg"),
        body: .bytes(accessibleSVG(drawing, title: drawn.title, description: drawn.words)))
    }
  }

  /// The passages behind a node or a link; the words of a page of them.
  fileprivate func quotes(
    behind call: Call,
    _ find: @escaping @Sendable (CausalGraph, GraphIdentifiers, String) -> EvidenceTrail?
  ) throws -> HTTPResponse {
    let page = try Page(call, usual: 200)
    return readAside { reader, json in
      let drawn = try DrawnGraph(call, reader, .passages)
      guard let trail = find(drawn.graph, GraphIdentifiers(drawn.graph), call.names[0]) else {
        throw WebError.gone(.factor)
      }
      let passages = trail.passages
      let wanted = try passages.enumerated().filter { page.contains($0.offset) }.map { _, quote in
        guard let passage = drawn.passage(of: quote) else { throw WebError.gone(.segment) }
        return (quote: quote, segment: passage.segment, source: passage.source)
      }
      let (keys, words) = (try reader.participantKeys(), try reader.words(of: wanted.map(\.segment)))
      json.member("count", passages.count)
      try json.member("quotes", wanted) { one, json in
        let said = words[one.segment.id] ?? QuoteWords(words: "")
        json.members(of: QuoteRow(one.segment, of: one.source, quote: said), keys)
        json.member("attribution", one.quote.attribution)
        json.member("place", one.quote.place)
        json.member("bearing", one.quote.bearing.rawValue)
        json.member("standing", one.quote.standing.rawValue)
        json.member("codes", try reader.codings(of: one.segment.id).map(\.code).distinct)
      }
    }
  }
}

extension [String: String] {
  /// The header that names a file to be saved (RFC 6266).
  static func attachment(_ name: String) -> [String: String] {
    ["Content-Disposition": "attachment; filename*=UTF-8''\(PercentEncoding.encoded(name))"]
  }
}

extension JSONText {
  fileprivate mutating func members(of node: CausalGraph.Node) {
    member("key", node.key)
    member("text", node.text)
    member("stage", node.column)
    member("group", node.group)
    member("kind", node.role.rawValue)
    member("details", node.details)
    member("assumptions", node.assumptions)
    member("indicators", node.indicators)
    member("uses", node.uses.map(\.place))
    member("sources", node.evidence.sources)
    member("quotes", node.evidence.passageCount)
  }

  fileprivate mutating func members(of link: CausalGraph.Link) {
    let polarity =
      switch link.kind {
      case .influence(let polarity): polarity.rawValue
      case .condition: "condition"
      case .despite: CausalLink.Polarity.increases.rawValue
      }
    member("polarity", polarity)
    member("despite", link.kind == .despite)
    member("label", link.label)
    member("written", link.isWritten)
    member("configurations")
    array(link.configurations) { number, json in json.value(number) }
    member("sources", link.evidence.sources)
    member("quotes", link.evidence.passageCount)
  }
}
