extension Migration2 {
  /// Saved queries, the cells of framework matrices, and tables of context.
  static let asking = """
    CREATE TABLE query (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      text TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE framework (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      source BLOB REFERENCES source (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      participant BLOB REFERENCES participant (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      attribute TEXT,
      value TEXT CHECK ((value IS NULL) = (attribute IS NULL)),
      code BLOB NOT NULL REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      summary TEXT NOT NULL,
      coder TEXT NOT NULL,
      written INTEGER NOT NULL,
      position INTEGER NOT NULL,
      CHECK ((source IS NOT NULL) + (participant IS NOT NULL) + (attribute IS NOT NULL) = 1)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX framework_source ON framework (source) WHERE source IS NOT NULL;
    CREATE INDEX framework_participant ON framework (participant) WHERE participant IS NOT NULL;
    CREATE INDEX framework_code ON framework (code);

    CREATE TABLE context_table (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      title TEXT NOT NULL,
      unit TEXT NOT NULL,
      source TEXT NOT NULL,
      date TEXT NOT NULL,
      notes TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE context_cell (
      "table" BLOB NOT NULL REFERENCES context_table (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      "row" INTEGER NOT NULL CHECK ("row" >= 0),
      "column" INTEGER NOT NULL CHECK ("column" >= 0),
      text TEXT NOT NULL,
      PRIMARY KEY ("table", "row", "column")
    ) STRICT, WITHOUT ROWID;
    """
}
