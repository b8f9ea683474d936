import RealistFormats

/// What this module writes.
public enum GraphFormats {
  /// For `realist formats`.
  public static let descriptions: [FormatDescription] = [
    FormatDescription(
      name: "dot", title: "Graphviz", endings: ["dot", "gv"], direction: .write, kind: .graph,
      keeps: "all of a diagram, quotes as tooltips"),
    FormatDescription(
      name: "svg, png, pdf", title: "drawings by Graphviz", endings: ["svg", "png", "pdf"], direction: .write,
      kind: .graph, keeps: "all of a diagram; SVG has quotes as tooltips and a text alternative"),
    FormatDescription(
      name: "mermaid", title: "Mermaid", endings: ["mmd"], direction: .write, kind: .graph,
      keeps: "boxes, arrows, counts", loses: "quotes"),
    FormatDescription(
      name: "graphml", title: "GraphML (Gephi, yEd, igraph, networkx)", endings: ["graphml"],
      direction: .write, kind: .graph, keeps: "boxes and arrows with all facts as typed attributes",
      loses: "loops under their names"),
    FormatDescription(
      name: "gexf", title: "GEXF 1.2 (Gephi)", endings: ["gexf"], direction: .write, kind: .graph,
      keeps: "as graphml, with colours and places", loses: "loops under their names"),
    FormatDescription(
      name: "kumu", title: "Kumu blueprint", endings: ["json"], direction: .write, kind: .graph,
      keeps: "elements and connections with all facts as fields", loses: "loops under their names"),
    FormatDescription(
      name: "loopy", title: "Loopy link", endings: ["loopy"], direction: .write, kind: .graph,
      keeps: "boxes, arrows, signs", loses: "conditions, barriers overcome, quotes, counts"),
    FormatDescription(
      name: "dagitty", title: "dagitty model", endings: ["dag"], direction: .write, kind: .graph,
      keeps: "boxes and arrows of the acyclic part", loses: "what closes a circle, signs, quotes, counts"),
    FormatDescription(
      name: "map", title: "links table of Causal Map, a workbook of five sheets", endings: ["xlsx"],
      direction: .write, kind: .graph, keeps: "factors, links with their quotes, statements, sources",
      loses: "conditions as links of their own; a decrease is written as a link to the opposite"),
  ]
}
