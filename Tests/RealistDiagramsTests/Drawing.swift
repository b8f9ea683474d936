import RealistDiagrams

/// Whether Graphviz is installed here.
let hasGraphviz: Bool = (try? GraphvizRunner().run("digraph { a }", format: .plain)) != nil

/// Where Graphviz puts each node, by name, in inches.
func places(_ dot: String) throws -> (nodes: [String: (x: Double, y: Double)], said: String) {
  let (drawing, said) = try GraphvizRunner().run(dot, format: .plain)
  var nodes: [String: (x: Double, y: Double)] = [:]
  for line in String(decoding: drawing, as: UTF8.self).split(separator: "\n") {
    let fields = line.split(separator: " ")
    guard fields.count > 3, fields[0] == "node", let x = Double(fields[2]), let y = Double(fields[3]) else {
      continue
    }
    nodes[fields[1].trimmingQuotes] = (x, y)
  }
  return (nodes, said)
}

extension Substring {
  fileprivate var trimmingQuotes: String { String(drop { $0 == "\"" }.prefix { $0 != "\"" }) }
}
