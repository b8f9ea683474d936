/// The first schema. Frozen: a file in the field may be at this version, so a change is a new migration.
///
/// Every foreign key is deferred and has no action: the session extension replays a changeset row by row in an order of its own, and
/// SQLite 3.40 cannot switch actions off while it does. Rows that depend on others are deleted by the statement that deletes those.
enum Migration1 {
  static let tables = """
    CREATE TABLE study (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      title TEXT NOT NULL,
      question TEXT NOT NULL,
      summary TEXT NOT NULL,
      ethics TEXT NOT NULL,
      created INTEGER NOT NULL,
      template_key TEXT NOT NULL,
      template_name TEXT NOT NULL,
      attribution TEXT NOT NULL,
      guide TEXT NOT NULL,
      readme TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slot (
      position INTEGER NOT NULL PRIMARY KEY,
      letter TEXT NOT NULL UNIQUE CHECK (length(letter) > 0),
      name TEXT NOT NULL,
      plural TEXT NOT NULL,
      role TEXT NOT NULL,
      definition TEXT NOT NULL
    ) STRICT;

    CREATE TABLE stage (
      key TEXT NOT NULL PRIMARY KEY CHECK (length(key) > 0),
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE participant (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      name TEXT NOT NULL,
      consent TEXT NOT NULL,
      withdrawn INTEGER,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE participant_attribute (
      name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
      kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'boolean')),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE participant_value (
      participant BLOB NOT NULL REFERENCES participant (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      attribute TEXT NOT NULL
        REFERENCES participant_attribute (name) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      value ANY NOT NULL,
      PRIMARY KEY (participant, attribute)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      title TEXT NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('interview', 'focus-group', 'survey', 'field-note', 'document', 'literature')),
      mode TEXT NOT NULL,
      date INTEGER,
      minutes REAL,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      length INTEGER NOT NULL CHECK (length >= 0),
      words INTEGER NOT NULL CHECK (words >= 0),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_participant (
      source BLOB NOT NULL REFERENCES source (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      participant BLOB NOT NULL REFERENCES participant (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (source, participant)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_attribute (
      name TEXT NOT NULL PRIMARY KEY CHECK (length(name) > 0),
      kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'boolean')),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_value (
      source BLOB NOT NULL REFERENCES source (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      attribute TEXT NOT NULL REFERENCES source_attribute (name) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      value ANY NOT NULL,
      PRIMARY KEY (source, attribute)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE content (
      hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE passage (
      id INTEGER NOT NULL PRIMARY KEY,
      content BLOB NOT NULL REFERENCES content (hash) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start)
    ) STRICT;

    CREATE TABLE revision (
      source BLOB NOT NULL REFERENCES source (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL CHECK (number >= 1),
      text BLOB NOT NULL REFERENCES content (hash) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      original BLOB REFERENCES content (hash) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      original_name TEXT NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      imported INTEGER NOT NULL,
      reason TEXT NOT NULL,
      notes TEXT NOT NULL,
      PRIMARY KEY (source, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE turn (
      source BLOB NOT NULL,
      revision INTEGER NOT NULL,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      speaker TEXT,
      participant BLOB REFERENCES participant (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      begins INTEGER,
      ends INTEGER,
      question TEXT,
      PRIMARY KEY (source, revision, position),
      FOREIGN KEY (source, revision) REFERENCES revision (source, number)
        ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE code (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      parent BLOB REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL CHECK (length(name) > 0 AND instr(name, '/') = 0),
      definition TEXT NOT NULL,
      "use" TEXT NOT NULL,
      "not" TEXT NOT NULL,
      colour INTEGER CHECK (colour BETWEEN 0 AND 16777215),
      hotkey TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE segment (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      source BLOB NOT NULL,
      revision INTEGER NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" > start),
      check_value INTEGER NOT NULL,
      coder TEXT NOT NULL,
      created INTEGER NOT NULL,
      memo TEXT NOT NULL,
      UNIQUE (source, revision, start, "end"),
      FOREIGN KEY (source, revision) REFERENCES revision (source, number)
        ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE coding (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      code BLOB NOT NULL REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      coder TEXT NOT NULL,
      created INTEGER NOT NULL,
      memo TEXT NOT NULL,
      UNIQUE (segment, code, coder)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE theory (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      title TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('stakeholder', 'document', 'literature', 'analyst')),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE theory_version (
      theory BLOB NOT NULL REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      number INTEGER NOT NULL CHECK (number >= 1),
      label TEXT NOT NULL,
      date INTEGER,
      statement TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (theory, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE configuration (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      title TEXT NOT NULL,
      theory BLOB REFERENCES theory (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      status TEXT NOT NULL CHECK (status IN ('proposed', 'agreed', 'rejected')),
      "group" TEXT NOT NULL,
      statement TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE element (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      configuration BLOB NOT NULL
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      letter TEXT NOT NULL,
      text TEXT NOT NULL,
      code BLOB REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      valence TEXT CHECK (valence IN ('enabling', 'disabling', 'intended', 'unintended')),
      level TEXT NOT NULL,
      beneficiary TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      configuration BLOB NOT NULL
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      bearing TEXT NOT NULL CHECK (bearing IN ('supports', 'refutes', 'refines')),
      standing TEXT NOT NULL CHECK (standing IN ('observed', 'anticipated', 'implied')),
      coder TEXT NOT NULL,
      created INTEGER NOT NULL,
      note TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence_element (
      evidence BLOB NOT NULL REFERENCES evidence (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      element BLOB NOT NULL REFERENCES element (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (evidence, element)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE factor (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      stage TEXT NOT NULL REFERENCES stage (key) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      text TEXT NOT NULL,
      "group" TEXT NOT NULL,
      code BLOB REFERENCES code (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE factor_line (
      factor BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN ('detail', 'assumption', 'indicator')),
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (factor, kind, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      "from" BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      "to" BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      polarity TEXT NOT NULL CHECK (polarity IN ('increases', 'decreases')),
      label TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link_configuration (
      link BLOB NOT NULL REFERENCES link (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      configuration BLOB NOT NULL
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (link, configuration)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link_segment (
      link BLOB NOT NULL REFERENCES link (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      segment BLOB NOT NULL REFERENCES segment (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (link, segment)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE "loop" (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      title TEXT NOT NULL,
      valence TEXT NOT NULL CHECK (valence IN ('vicious', 'virtuous', 'neutral')),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE loop_factor (
      "loop" BLOB NOT NULL REFERENCES "loop" (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      factor BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY ("loop", position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE loop_break (
      "loop" BLOB NOT NULL REFERENCES "loop" (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      "from" BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      "to" BLOB NOT NULL REFERENCES factor (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      recommendation BLOB REFERENCES recommendation (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY ("loop", position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE memo (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      subject_kind TEXT NOT NULL CHECK (subject_kind IN
        ('study', 'participant', 'source', 'code', 'segment', 'configuration', 'theory', 'factor')),
      subject BLOB CHECK ((subject IS NULL) = (subject_kind = 'study')),
      coder TEXT NOT NULL,
      written INTEGER NOT NULL,
      body TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recommendation (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      rationale TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recommendation_configuration (
      recommendation BLOB NOT NULL
        REFERENCES recommendation (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      configuration BLOB NOT NULL
        REFERENCES configuration (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (recommendation, configuration)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recommendation_loop (
      recommendation BLOB NOT NULL
        REFERENCES recommendation (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      "loop" BLOB NOT NULL REFERENCES "loop" (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      PRIMARY KEY (recommendation, "loop")
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
      number INTEGER NOT NULL PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      made INTEGER NOT NULL,
      coder TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
      command TEXT NOT NULL,
      target INTEGER REFERENCES entry (number) ON DELETE NO ACTION,
      changeset BLOB,
      CHECK ((kind = 'change') = (target IS NULL))
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5 (
      words, content = '', tokenize = 'unicode61 remove_diacritics 2'
    );
    """

  /// One for each foreign key that no primary key or unique constraint begins with.
  static let indexes = """
    CREATE INDEX participant_value_attribute ON participant_value (attribute);
    CREATE INDEX source_participant_participant ON source_participant (participant);
    CREATE INDEX source_value_attribute ON source_value (attribute);
    CREATE INDEX passage_content ON passage (content);
    CREATE INDEX revision_text ON revision (text);
    CREATE INDEX revision_original ON revision (original);
    CREATE INDEX turn_participant ON turn (participant) WHERE participant IS NOT NULL;
    CREATE UNIQUE INDEX code_path ON code (ifnull(parent, x''), name);
    CREATE INDEX code_parent ON code (parent);
    CREATE INDEX coding_code ON coding (code);
    CREATE INDEX configuration_theory ON configuration (theory);
    CREATE INDEX element_configuration ON element (configuration);
    CREATE INDEX element_code ON element (code);
    CREATE INDEX evidence_configuration ON evidence (configuration);
    CREATE INDEX evidence_segment ON evidence (segment);
    CREATE INDEX evidence_element_element ON evidence_element (element);
    CREATE INDEX factor_stage ON factor (stage);
    CREATE INDEX factor_code ON factor (code);
    CREATE INDEX link_from ON link ("from");
    CREATE INDEX link_to ON link ("to");
    CREATE INDEX link_configuration_configuration ON link_configuration (configuration);
    CREATE INDEX link_segment_segment ON link_segment (segment);
    CREATE INDEX loop_factor_factor ON loop_factor (factor);
    CREATE INDEX loop_break_from ON loop_break ("from");
    CREATE INDEX loop_break_to ON loop_break ("to");
    CREATE INDEX loop_break_recommendation ON loop_break (recommendation);
    CREATE INDEX recommendation_configuration_configuration ON recommendation_configuration (configuration);
    CREATE INDEX recommendation_loop_loop ON recommendation_loop ("loop");
    CREATE INDEX entry_target ON entry (target);
    """
}
