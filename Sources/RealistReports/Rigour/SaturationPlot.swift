import RealistDiagrams
import RealistRigour

/// The course of saturation as a figure: a bar for each interview, of what is new (solid) and repeated (hatched), a line of all there has been
/// so far, and where saturation was reached. It needs no colour, and says in words what it shows (SVG 2, section 5.8; WAI-ARIA Graphics Module).
///
/// After the figures of novel and duplicate codes in Wong 2023, R package novelqualcodes.
struct SaturationPlot {
  let report: SaturationReport
  private let step, height: Double
  private let top = 84.0, left = 56.0, right = 24.0
  /// Room for the names below the bars, which stand aslant.
  private let bottom: Double
  private let most: Int

  init(_ report: SaturationReport) {
    self.report = report
    let count = Double(max(1, report.interviews.count))
    step = max(16, min(64, 640 / count))
    height = 260
    bottom = 46 + 4.8 * Double(report.interviews.map { Self.short($0.name).count }.max() ?? 0)
    most = max(1, report.saturation.interviews.last?.total ?? 0)
  }

  private var interviews: [Saturation.Interview] { report.saturation.interviews }
  private var width: Double { max(480, left + step * Double(interviews.count) + right) }

  var svg: String {
    let title = "\(report.things.prefix(1).uppercased() + report.things.dropFirst()) by interview"
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="figure-title figure-description" "#
        + #"width="\#(text(width))" height="\#(text(top + height + bottom))" viewBox="0 0 \#(text(width)) \#(text(top + height + bottom))" "#
        + #"font-family="sans-serif" font-size="13" fill="black">"#,
      #"<title id="figure-title">\#(DOTText.markup(title))</title>"#,
      #"<desc id="figure-description">\#(DOTText.markup(description))</desc>"#,
      #"<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#
        + #"<rect width="6" height="6" fill="white"/><line x1="0" y1="0" x2="0" y2="6" stroke="black" stroke-width="1.6"/></pattern></defs>"#,
      #"<rect width="100%" height="100%" fill="white"/>"#,
      words(title, x: left, y: 22, extra: #" font-size="15" font-weight="bold""#),
    ]
    lines += legend + axis + bars + line + marks + ["</svg>", ""]
    return lines.joined(separator: "\n")
  }

  // MARK: Parts

  private var legend: [String] {
    let (y, second) = (34.0, left + 76)
    let third = second + 112
    return [
      #"<rect x="\#(text(left))" y="\#(text(y))" width="14" height="14" fill="dimgray" stroke="black"/>"#,
      words("new", x: left + 20, y: y + 12),
      #"<rect x="\#(text(second))" y="\#(text(y))" width="14" height="14" fill="url(#hatch)" stroke="black"/>"#,
      words("repeated", x: second + 20, y: y + 12),
      #"<path d="M\#(text(third)) \#(text(y + 7))h28" stroke="black" stroke-width="1.5" fill="none"/>"#,
      circle(third + 14, y + 7), words("different ones so far", x: third + 36, y: y + 12),
    ]
  }

  private var axis: [String] {
    let unit = Self.tick(for: most)
    var lines = stride(from: 0, through: most, by: unit).flatMap { value in
      [
        #"<path d="M\#(text(left)) \#(text(y(value)))H\#(text(width - right))" stroke="silver" stroke-width="\#(value == 0 ? "1.5" : "0.5")"/>"#,
        words("\(value)", x: left - 8, y: y(value) + 4.5, extra: #" text-anchor="end""#),
      ]
    }
    lines.append(
      words(
        report.things, x: 0, y: 0,
        extra: #" text-anchor="middle" transform="translate(16 \#(text(top + height / 2))) rotate(-90)""#))
    return lines
  }

  private var bars: [String] {
    let wide = step * 0.62
    return interviews.enumerated().flatMap { place, interview -> [String] in
      let (x, new) = (self.x(place) - wide / 2, interview.new.count)
      let all = new + interview.repeated.count
      var lines: [String] = []
      if new > 0 { lines.append(rectangle(x, y(new), wide, y(0) - y(new), fill: "dimgray")) }
      if all > new { lines.append(rectangle(x, y(all), wide, y(new) - y(all), fill: "url(#hatch)")) }
      let label = Self.short(report.interviews[place].name)
      let anchor = "translate(\(text(self.x(place) + 4)) \(text(y(0) + 16))) rotate(-40)"
      lines.append(words(label, x: 0, y: 0, extra: #" text-anchor="end" transform="\#(anchor)""#))
      return lines
    }
  }

  private var line: [String] {
    let points = interviews.enumerated().map { (x($0), y($1.total)) }
    guard let first = points.first else { return [] }
    let path = points.dropFirst().reduce("M\(text(first.0)) \(text(first.1))") {
      "\($0)L\(text($1.0)) \(text($1.1))"
    }
    return [#"<path d="\#(path)" stroke="black" stroke-width="1.5" fill="none"/>"#]
      + points.map { circle($0.0, $0.1) }
  }

  /// Where saturation was reached, or that it was not, and how the runs came out.
  private var marks: [String] {
    var lines: [String] = []
    if case .reached(let after) = report.saturation.verdict {
      let place = left + step * Double(after)
      lines.append(
        #"<path d="M\#(text(place)) \#(text(top - 12))V\#(text(y(0)))" stroke="black" stroke-width="1.5" stroke-dasharray="6 4" fill="none"/>"#
      )
      let isLate = place > width / 2
      lines.append(
        words(
          "saturation: \(after)+\(report.saturation.rule.run)", x: place + (isLate ? -5 : 5), y: top - 14,
          extra: isLate ? #" text-anchor="end""# : ""))
    }
    lines.append(words(report.shortVerdict, x: left, y: top + height + bottom - 12))
    return lines
  }

  // MARK: Words

  private var description: String {
    let each = interviews.enumerated().map { place, interview in
      "\(report.interviews[place].name): \(interview.new.count) new, \(interview.repeated.count) repeated, \(interview.total) so far"
    }
    let runs = report.saturation.runs.map { run in
      "interviews \(SaturationReport.words(run.interviews)): \(run.new) new"
        + (run.ratio.number.map { ", \($0.percent(2)) of the base" } ?? "")
    }
    return "A bar for each of \(interviews.count) interviews, in order: \(each.joined(separator: "; ")). "
      + (runs.isEmpty ? "" : "Runs: \(runs.joined(separator: "; ")). ")
      + "\(report.verdict.prefix(1).uppercased() + report.verdict.dropFirst())."
  }

  /// A name that fits below a bar; the whole of it is in the description.
  private static func short(_ name: String) -> String { name.count > 24 ? name.prefix(23) + "…" : name }

  // MARK: Drawing

  private func x(_ place: Int) -> Double { left + step * (Double(place) + 0.5) }
  private func y(_ value: Int) -> Double { top + height * (1 - Double(value) / Double(most)) }
  private func text(_ number: Double) -> String {
    let text = number.decimals(1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func words(_ words: String, x: Double, y: Double, extra: String = "") -> String {
    #"<text x="\#(text(x))" y="\#(text(y))"\#(extra)>\#(DOTText.markup(words))</text>"#
  }

  private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String) -> String
  {
    #"<rect x="\#(text(x))" y="\#(text(y))" width="\#(text(width))" height="\#(text(height))" fill="\#(fill)" stroke="black"/>"#
  }

  private func circle(_ x: Double, _ y: Double) -> String {
    #"<circle cx="\#(text(x))" cy="\#(text(y))" r="4" fill="white" stroke="black" stroke-width="1.5"/>"#
  }

  /// Between marks of the axis: 1, 2, 5, 10, 20, … so that there are at most eight.
  private static func tick(for most: Int) -> Int {
    let power = power(max(1, most / 8))
    return [power, 2 * power, 5 * power].first { most / $0 <= 8 } ?? 10 * power
  }

  /// The greatest power of ten that is not above a number.
  private static func power(_ number: Int) -> Int {
    var power = 1
    while power * 10 <= number { power *= 10 }
    return power
  }
}

extension SaturationReport {
  /// The figure, as a whole document.
  public var plot: String { SaturationPlot(self).svg }

  /// The verdict for the line below the figure.
  var shortVerdict: String {
    switch saturation.verdict {
    case .reached(let after):
      "Reached at \(after)+\(saturation.rule.run) (base \(saturation.rule.base), run \(saturation.rule.run), ≤ \(saturation.rule.threshold.percent(0)))"
    case .notReached:
      "Not reached (base \(saturation.rule.base), run \(saturation.rule.run), ≤ \(saturation.rule.threshold.percent(0)))"
    case .tooFew(let needed): "Too few interviews to judge: \(needed) are needed"
    case .undefined(let reason): "Undefined: \(reason.reason)"
    }
  }
}
