extension Statement {
  /// Binds the values in order, runs the statement to its end and makes it ready to run again.
  @inlinable
  public func run<each V: SQLValueConvertible>(_ value: repeat each V) throws(SQLiteError) {
    try bindAll(repeat each value)
    while try step() {}
  }

  /// Binds the values in order and hands each row to `body`; the row must not be kept.
  @inlinable
  public func query<each V: SQLValueConvertible>(
    _ value: repeat each V, body: (borrowing Row) throws -> Void
  ) throws {
    try bindAll(repeat each value)
    try forEachRow(body)
  }

  /// Binds the values in order and answers what `body` makes of the first row, nil when there is none.
  @inlinable
  public func queryOne<each V: SQLValueConvertible, Result>(
    _ value: repeat each V, body: (borrowing Row) throws -> Result
  ) throws -> Result? {
    try bindAll(repeat each value)
    return try firstRow(body)
  }

  /// Binds the values in order and collects what `body` makes of each row.
  @inlinable
  public func queryAll<each V: SQLValueConvertible, Result>(
    _ value: repeat each V, body: (borrowing Row) throws -> Result
  ) throws -> [Result] {
    try bindAll(repeat each value)
    var results: [Result] = []
    try forEachRow { row in results.append(try body(row)) }
    return results
  }

  /// Binds the values in order; there must be one for each parameter.
  @inlinable
  public func bindAll<each V: SQLValueConvertible>(_ value: repeat each V) throws(SQLiteError) {
    reset()
    var index = 0
    for value in repeat each value {
      index += 1
      try value.bind(to: self, at: index)
    }
    try expect(index)
  }

  @usableFromInline
  func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
    defer { reset() }
    let row = Row(self)
    while try step() { try body(row) }
  }

  @usableFromInline
  func firstRow<Result>(_ body: (borrowing Row) throws -> Result) throws -> Result? {
    defer { reset() }
    return try step() ? try body(Row(self)) : nil
  }
}
