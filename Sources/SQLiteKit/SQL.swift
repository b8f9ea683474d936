/// One SQL statement and the values bound to its parameters.
///
/// Interpolation binds: `"SELECT title FROM source WHERE id = \(id)"` has one parameter and no way for `id` to
/// become SQL. Splicing has to be spelled out: `\(raw:)`, `\(sql:)`, `\(identifier:)`, `\(list:)`.
public struct SQL: Sendable, Hashable {
  /// The statement with `?` for each bound value.
  public private(set) var text: String
  /// The bound values, in the order of their parameters.
  public private(set) var values: [SQLValue]

  /// Takes `raw` as it is; parameters in it stay without value.
  public init(raw: String) {
    text = raw
    values = []
  }

  /// Appends another piece with its values.
  public mutating func append(_ other: SQL) {
    text += other.text
    values += other.values
  }

  /// The two pieces one after the other, with nothing between them.
  public static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.append(right)
    return sum
  }
}

extension SQL: ExpressibleByStringInterpolation {
  /// A statement without parameters.
  public init(stringLiteral value: String) {
    self.init(raw: value)
  }

  /// A statement with its interpolated values.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  /// Collects the pieces of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sql: SQL

    /// Reserves room for the literal's pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql = SQL(raw: "")
      sql.text.reserveCapacity(literalCapacity + interpolationCount)
      sql.values.reserveCapacity(interpolationCount)
    }

    /// Appends SQL as it is written in the program.
    public mutating func appendLiteral(_ literal: String) {
      sql.text += literal
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some SQLValueConvertible) {
      sql.text += "?"
      sql.values.append(value.sqlValue)
    }

    /// Binds a value or NULL.
    public mutating func appendInterpolation<Wrapped: SQLValueConvertible>(_ value: Wrapped?) {
      sql.text += "?"
      sql.values.append(value.sqlValue)
    }

    /// Splices text as it is; it must come from the program, never from a person.
    public mutating func appendInterpolation(raw: String) {
      sql.text += raw
    }

    /// Splices a piece of SQL together with its values.
    public mutating func appendInterpolation(sql piece: SQL) {
      sql.append(piece)
    }

    /// Splices a name of a table or column, quoted.
    public mutating func appendInterpolation(identifier: String) {
      sql.text += SQL.quoted(identifier)
    }

    /// Binds each value: `IN \(list: ids)` becomes `IN (?, ?, ?)`. SQLite takes 250,000 parameters at most.
    public mutating func appendInterpolation(list: some Sequence<some SQLValueConvertible>) {
      sql.text += "("
      var isFirst = true
      for value in list {
        sql.text += isFirst ? "?" : ", ?"
        sql.values.append(value.sqlValue)
        isFirst = false
      }
      sql.text += ")"
    }
  }

  /// A name in double quotes, with the quotes in it doubled.
  static func quoted(_ identifier: String) -> String {
    var quoted = "\""
    for scalar in identifier.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
