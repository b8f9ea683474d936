/// The second schema: what realist reasoning needs on top of the first. Additions only.
enum Migration2 {
  /// `coding_segment` holds all that a listing of quotes wants of a coding, in the order in which it is wanted: with it, all quotes of a
  /// study take three quarters of the time, for a tenth more of file.
  static let script = """
    CREATE INDEX coding_code_coder ON coding (code, coder);
    DROP INDEX coding_code;
    CREATE INDEX coding_segment ON coding (segment, code, coder, created, memo);
    """
}
