extension Migration2 {
  /// Linked codings, the steps of programme theories, responses to them, confidence, and what a study's own template says.
  ///
  /// Slots are filed under their letters: a changeset is replayed row by row, and slots that trade places would have one letter twice meanwhile.
  /// `theory_version.step` is NULL in rows that an older program wrote or that the undo of such a change brings back: the label says it then.
  static let theories = """
    CREATE TABLE linked_coding (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      coder TEXT NOT NULL,
      created INTEGER NOT NULL,
      memo TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE linked_part (
      linked_coding BLOB NOT NULL REFERENCES linked_coding (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      letter TEXT NOT NULL,
      code BLOB NOT NULL REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      segment BLOB REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (linked_coding, position)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX linked_coding_segment ON linked_coding (segment);
    CREATE INDEX linked_part_code ON linked_part (code);
    CREATE INDEX linked_part_segment ON linked_part (segment) WHERE segment IS NOT NULL;

    ALTER TABLE theory_version ADD COLUMN step TEXT
      CHECK (step IN ('initial', 'refined', 'split', 'merged', 'refuted', 'superseded'));

    CREATE TABLE theory_successor (
      theory BLOB NOT NULL REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      successor BLOB NOT NULL REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (theory, number, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE theory_passage (
      theory BLOB NOT NULL REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      bearing TEXT NOT NULL CHECK (bearing IN ('supports', 'refutes', 'refines')),
      note TEXT NOT NULL,
      PRIMARY KEY (theory, number, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE theory_response (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      theory BLOB NOT NULL REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      version INTEGER NOT NULL CHECK (version >= 1),
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN ('confirms', 'falsifies', 'refines')),
      coder TEXT NOT NULL,
      created INTEGER NOT NULL,
      note TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX theory_successor_successor ON theory_successor (successor);
    CREATE INDEX theory_passage_segment ON theory_passage (segment);
    CREATE INDEX theory_response_theory ON theory_response (theory);
    CREATE INDEX theory_response_segment ON theory_response (segment);

    CREATE TABLE confidence (
      configuration BLOB NOT NULL PRIMARY KEY
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      level TEXT CHECK (level IN ('high', 'moderate', 'low', 'very-low')),
      note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE confidence_judgement (
      configuration BLOB NOT NULL
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      component TEXT NOT NULL CHECK (component IN ('methods', 'coherence', 'adequacy', 'relevance')),
      concern TEXT NOT NULL CHECK (concern IN ('none', 'minor', 'moderate', 'serious')),
      note TEXT NOT NULL,
      PRIMARY KEY (configuration, component)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE template_slot (
      letter TEXT NOT NULL PRIMARY KEY CHECK (length(letter) > 0),
      name TEXT NOT NULL,
      plural TEXT NOT NULL,
      role TEXT NOT NULL,
      definition TEXT NOT NULL,
      rule TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO template_slot SELECT letter, name, plural, role, definition, '', position FROM slot;
    DROP TABLE slot;
    ALTER TABLE template_slot RENAME TO slot;
    ALTER TABLE study ADD COLUMN template_columns TEXT NOT NULL DEFAULT '';
    """
}
