/// How far a long work has come, in one line of standard error that is wiped at the end.
///
/// Draws on a terminal only, first after a tenth of a second and then at most ten times a second.
public struct ProgressBar {
  private let label: String
  private let total: Int?
  private let context: Context
  private var completed = 0
  private var detail = ""
  private var lastDrawn: Int64
  private var isDrawn = false

  private static let interval: Int64 = 100

  init(_ label: String, total: Int?, context: Context) {
    self.label = label
    self.total = total
    self.context = context
    lastDrawn = context.isErrorTerminal ? context.now() : 0
  }

  /// Counts steps as done. `detail` says what is at hand, such as the name of a file.
  public mutating func advance(by steps: Int = 1, detail: String = "") {
    completed += steps
    self.detail = detail
    guard context.isErrorTerminal else { return }
    let now = context.now()
    guard now - lastDrawn >= ProgressBar.interval else { return }
    lastDrawn = now
    isDrawn = true
    emit("\r" + line.prefix(max(context.width - 1, 10)) + "\u{1B}[K")
  }

  /// Wipes the line.
  mutating func finish() {
    if isDrawn { emit("\r\u{1B}[K") }
    isDrawn = false
  }

  private var line: String {
    let words = detail.isEmpty ? "" : "  \(detail.printable)"
    guard let total, total > 0 else { return "\(label) \(completed)\(words)" }
    let done = min(completed, total)
    let filled = done * 20 / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    return "\(label) [\(bar)] \(done)/\(total)\(words)"
  }

  private func emit(_ text: String) {
    try? context.errorOutput.write(text.utf8)
    try? context.errorOutput.flush()
  }
}

extension Context {
  /// Runs a long work with a progress bar, which is wiped whether the work succeeds or throws.
  ///
  /// - Parameter total: the number of steps, `nil` when it is not known.
  public func withProgress<Result, WorkError: Error>(
    _ label: String, total: Int?, _ body: (inout ProgressBar) throws(WorkError) -> Result
  ) throws(WorkError) -> Result {
    var bar = ProgressBar(label, total: total, context: self)
    defer { bar.finish() }
    return try body(&bar)
  }
}
