/// The second schema: what realist reasoning needs on top of the first. Additions only.
enum Migration2 {
  /// `coding_segment` holds all that a listing of quotes wants of a coding, in the order in which it is wanted: with it, all quotes of a
  /// study take three quarters of the time, for a tenth more of file.
  static let script = """
    CREATE INDEX coding_code_coder ON coding (code, coder);
    DROP INDEX coding_code;
    CREATE INDEX coding_segment ON coding (segment, code, coder, created, memo);

    ALTER TABLE factor ADD COLUMN opposite BLOB
      REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED;
    CREATE INDEX factor_opposite ON factor (opposite);
    ALTER TABLE link ADD COLUMN despite INTEGER NOT NULL DEFAULT 0 CHECK (despite IN (0, 1));
    ALTER TABLE link ADD COLUMN contexts TEXT NOT NULL DEFAULT '';
    ALTER TABLE "loop" ADD COLUMN before BLOB
      REFERENCES "loop" (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED;
    CREATE INDEX loop_before ON "loop" (before);
    CREATE TABLE ripple (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      outcome BLOB NOT NULL REFERENCES element (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      context BLOB NOT NULL REFERENCES element (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      note TEXT NOT NULL,
      position INTEGER NOT NULL,
      UNIQUE (outcome, context)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ripple_context ON ripple (context);
    """
}
