/// A type whose values can be bound to a statement's parameters.
///
/// Conform with `sqlValue` alone. A type that would have to allocate for it (a 16-byte identifier, say) can also
/// implement `bind(to:at:)` and hand its bytes over directly.
public protocol SQLValueConvertible {
  /// The value as SQLite stores it.
  var sqlValue: SQLValue { get }

  /// Binds the value to the parameter `index`, counted from 1.
  func bind(to statement: Statement, at index: Int) throws(SQLiteError)
}

extension SQLValueConvertible {
  /// Binds `sqlValue`.
  @inlinable
  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(sqlValue, at: index)
  }
}

extension SQLValueConvertible where Self: RawRepresentable, RawValue: SQLValueConvertible {
  /// The raw value's; an enum only has to declare the conformance.
  @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension SQLValue: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { self }

  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(self, at: index)
  }
}

extension Int: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: Int64(self), at: index)
  }
}

extension Int64: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .integer(self) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: self, at: index)
  }
}

extension Int32: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .integer(self ? 1 : 0) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: self ? 1 : 0, at: index)
  }
}

extension Double: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .real(self) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(real: self, at: index)
  }
}

extension String: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .text(self) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(text: self, at: index)
  }
}

extension Substring: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .text(String(self)) }

  /// Binds the text where it lies.
  public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(text: self, at: index)
  }
}

extension [UInt8]: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue { .blob(self) }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(blob: self, at: index)
  }
}

extension Optional: SQLValueConvertible where Wrapped: SQLValueConvertible {
  @inlinable public var sqlValue: SQLValue {
    switch self {
    case .none: .null
    case .some(let wrapped): wrapped.sqlValue
    }
  }

  @inlinable public func bind(to statement: Statement, at index: Int) throws(SQLiteError) {
    switch self {
    case .none: try statement.bindNull(at: index)
    case .some(let wrapped): try wrapped.bind(to: statement, at: index)
    }
  }
}
