import RealistAnalysis
import RealistDiagrams
import RealistModel
import RealistReports
import RealistStore

/// What `realist demo` writes, from one reading of the study.
struct DemoReports {
  private let study: Study
  private let lookup: StudyLookup
  private let words: [ID<Segment>: QuoteWords]
  private let quotes: [Quote]
  /// Why there is no SVG; `nil` when there is.
  private(set) var missingDrawings: String?
  private var drawings: [(String, [UInt8])] = []

  init(_ reader: StudyReader) throws {
    study = try reader.study()
    lookup = try StudyLookup(study)
    words = try reader.words(of: study.segments)
    let maker = QuoteMaker(study, lookup)
    var quotes: [Quote] = []
    try reader.forEachCodedSource { source in source.forEachQuote(maker) { quotes.append($0) } }
    self.quotes = quotes
    draw()
  }

  var configurationCount: Int { study.configurations.count }

  /// The first rows of the table of configurations, narrow enough for a terminal.
  func head(rows: Int) -> Table {
    var options = ConfigurationLayout.rows.options(template: study.template)
    (options.title, options.grouping) = (study.title, nil)
    var part = study
    part.configurations = Array(study.configurations.prefix(rows))
    return ConfigurationReport(ConfigurationTable(part, lookup, words: words), options: options).table
  }

  /// Every file's name and bytes.
  func files() throws -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    for (suffix, format) in [("csv", TableFormat.csv), ("md", .markdown), ("html", .html)] {
      var options = ConfigurationLayout.rows.options(template: study.template)
      (options.title, options.grouping, options.quotes) = (study.title, nil, 1)
      options.isSpanning = format != .csv
      let content = ConfigurationTable(study, lookup, words: words)
      files.append(
        ("cmo-table.\(suffix)", ConfigurationReport(content, options: options).table.bytes(as: format)))
    }
    files.append(("theory-of-change.dot", Array(theoryOfChange.dot().utf8)))
    files.append(("theory-of-change.txt", Array(theoryOfChange.words(quotes: 1).utf8)))
    files.append(("configurations.dot", Array(configurations.dot().utf8)))
    files += drawings
    files.append(("quotes.csv", TableFormat.csv.bytes(of: quotes)))
    files.append(("quotes.html", TableFormat.html.bytes(of: quotes)))
    return files
  }

  private var theoryOfChange: CausalGraph { .theoryOfChange(study, lookup, words: words, derive: true) }
  private var configurations: CausalGraph { .configurationFigure(study, lookup, words: words) }

  private mutating func draw() {
    let graphs = [("theory-of-change.svg", theoryOfChange), ("configurations.svg", configurations)]
    for (name, graph) in graphs {
      do throws(GraphvizError) {
        let svg = try GraphvizRunner().run(graph.dot(), format: .svg).drawing
        drawings.append((name, accessibleSVG(svg, title: graph.title, description: graph.words())))
      } catch {
        missingDrawings = "\(error.message); \(error.hint)"
        return
      }
    }
  }
}
