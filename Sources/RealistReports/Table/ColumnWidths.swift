/// How wide the columns of a text table are.
enum ColumnWidths {
  /// Narrower than this, running text is not readable; a column whose content is narrower gets what it needs.
  static let least = 8

  /// The width of each column, so that the table fits if it can.
  ///
  /// Columns that need no more than an equal share of the room get what they need; the others divide the rest. When even ``least`` per
  /// column does not fit, the table is wider than asked for: nothing is cut off.
  ///
  /// - Parameters:
  ///   - natural: the width of the widest line of each column.
  ///   - available: the room without the gaps between columns; `nil` gives each column its natural width.
  static func fitted(natural: [Int], available: Int?) -> [Int] {
    guard let available, natural.reduce(0, +) > available else { return natural }
    var widths = natural
    var open = Set(natural.indices)
    var room = available
    while !open.isEmpty {
      let share = max(least, room / open.count)
      let modest = open.filter { natural[$0] <= share }
      if modest.isEmpty {
        divide(room, among: open.sorted(), into: &widths)
        return widths
      }
      room -= modest.reduce(0) { $0 + natural[$1] }
      open.subtract(modest)
    }
    return widths
  }

  private static func divide(_ room: Int, among columns: [Int], into widths: inout [Int]) {
    for (order, column) in columns.enumerated() {
      let extra = order < room % columns.count ? 1 : 0
      widths[column] = max(least, room / columns.count + extra)
    }
  }
}
