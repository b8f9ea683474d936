/// The second schema: what realist reasoning needs on top of the first. Additions only.
enum Migration2 {
  static let script = """
    CREATE INDEX coding_code_coder ON coding (code, coder);
    DROP INDEX coding_code;
    """
}
