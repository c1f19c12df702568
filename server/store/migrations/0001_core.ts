// Frozen. Migration 1: records, audit chain, pushes, files, units, accounts. Never edited again, imports nothing.

/** @param engine the words that differ are chosen here, once */
export function migration0001(engine: 'sqlite' | 'postgres'): readonly string[] {
  const sqlite = engine === 'sqlite'
  const integer = sqlite ? 'INTEGER' : 'bigint'
  const text = sqlite ? 'TEXT' : 'text'
  const bytes = sqlite ? 'BLOB' : 'bytea'
  const end = sqlite ? ') STRICT' : ')'
  const keyed = sqlite ? ') STRICT, WITHOUT ROWID' : ')'
  const serial = sqlite ? 'INTEGER PRIMARY KEY' : 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY'
  const hex = (column: string, length: number): string => `CHECK (length(${column}) = ${length})`
  return [
    `CREATE TABLE meta (
      id ${integer} PRIMARY KEY CHECK (id = 1),
      csn ${integer} NOT NULL CHECK (csn >= 0),
      head ${text} NOT NULL ${hex('head', 64)},
      epoch ${text} NOT NULL,
      floor_csn ${integer} NOT NULL CHECK (floor_csn >= 0),
      policy_version ${integer} NOT NULL,
      token_key ${text} NOT NULL ${hex('token_key', 64)}
    ${end}`,
    `CREATE TABLE record (
      seq ${serial},
      id ${text} NOT NULL ${hex('id', 36)},
      p ${text} NOT NULL,
      state ${text} NOT NULL,
      csn ${integer} NOT NULL CHECK (csn > 0),
      hash ${text} NOT NULL ${hex('hash', 16)},
      deleted ${integer} NOT NULL CHECK (deleted IN (0, 1)),
      nkey ${text},
      owner ${text},
      last_entry ${integer} NOT NULL,
      content ${text} NOT NULL
    ${end}`,
    `CREATE UNIQUE INDEX record_id ON record (id)`,
    `CREATE INDEX record_csn ON record (csn${sqlite ? '' : ', seq'})`,
    `CREATE UNIQUE INDEX record_key ON record (p, nkey) WHERE deleted = 0`,
    `CREATE TABLE partition (
      p ${text} NOT NULL PRIMARY KEY,
      kind ${text} NOT NULL,
      unit_id ${text} NOT NULL,
      year ${integer} NOT NULL CHECK (year BETWEEN 1900 AND 2099),
      rows ${integer} NOT NULL CHECK (rows >= 0),
      last_csn ${integer} NOT NULL,
      x ${text} NOT NULL ${hex('x', 16)},
      totals ${text} NOT NULL
    ${end}`,
    `CREATE INDEX partition_csn ON partition (last_csn)`,
    `CREATE TABLE tally (
      p ${text} NOT NULL,
      rule ${text} NOT NULL,
      grp ${text} NOT NULL,
      count ${integer} NOT NULL,
      marked ${integer} NOT NULL,
      left_sum ${text} NOT NULL,
      right_sum ${text} NOT NULL,
      ids ${text} NOT NULL,
      PRIMARY KEY (p, rule, grp)
    ${keyed}`,
    `CREATE TABLE push (
      push_id ${text} NOT NULL PRIMARY KEY,
      user_id ${text} NOT NULL,
      body_hash ${text} NOT NULL ${hex('body_hash', 64)},
      csn ${integer},
      result ${text} NOT NULL,
      counts ${text} NOT NULL,
      at ${text} NOT NULL,
      source ${text} NOT NULL CHECK (source IN ('push', 'import', 'workbook', 'undo')),
      file_name ${text},
      undo_of ${text}
    ${end}`,
    `CREATE UNIQUE INDEX push_csn ON push (csn) WHERE csn IS NOT NULL`,
    `CREATE INDEX push_undo ON push (undo_of) WHERE undo_of IS NOT NULL`,
    `CREATE TABLE chain (
      csn ${integer} NOT NULL PRIMARY KEY CHECK (csn > 0),
      h ${text} NOT NULL ${hex('h', 64)},
      actor ${text} NOT NULL,
      push_id ${text},
      at ${text} NOT NULL,
      request_id ${text} NOT NULL,
      entries ${integer} NOT NULL CHECK (entries > 0)
    ${end}`,
    `CREATE TABLE touch (
      p ${text} NOT NULL,
      csn ${integer} NOT NULL,
      PRIMARY KEY (p, csn)
    ${keyed}`,
    `CREATE INDEX touch_csn ON touch (csn)`,
    `CREATE TABLE audit (
      seq ${integer} NOT NULL PRIMARY KEY CHECK (seq >= 16777216),
      g ${integer} NOT NULL,
      kind ${text} NOT NULL CHECK (kind IN ('create', 'update', 'delete', 'transition', 'restore')),
      record_id ${text} NOT NULL,
      p ${text} NOT NULL,
      field ${text},
      was ${text},
      now ${text},
      prev ${integer} CHECK (prev < seq)
    ${end}`,
    `CREATE TABLE origin (
      record_id ${text} NOT NULL,
      push_id ${text} NOT NULL,
      sheet ${text} NOT NULL,
      line ${integer} NOT NULL,
      PRIMARY KEY (record_id, push_id)
    ${keyed}`,
    `CREATE TABLE upload (
      id ${text} NOT NULL PRIMARY KEY,
      user_id ${text} NOT NULL,
      purpose ${text} NOT NULL CHECK (purpose IN ('import', 'workbook', 'result')),
      file_name ${text} NOT NULL,
      sha256 ${text} NOT NULL ${hex('sha256', 64)},
      bytes ${bytes} NOT NULL,
      at ${text} NOT NULL
    ${end}`,
    `CREATE INDEX upload_at ON upload (at)`,
    `CREATE TABLE import_run (
      id ${text} NOT NULL PRIMARY KEY,
      upload_id ${text} NOT NULL REFERENCES upload (id),
      user_id ${text} NOT NULL,
      content ${text} NOT NULL,
      push_id ${text},
      at ${text} NOT NULL
    ${end}`,
    `CREATE INDEX import_run_upload ON import_run (upload_id)`,
    `CREATE TABLE profile (
      kind ${text} NOT NULL,
      fingerprint ${text} NOT NULL,
      content ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL,
      PRIMARY KEY (kind, fingerprint)
    ${keyed}`,
    `CREATE TABLE unit (
      id ${text} NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
      name ${text} NOT NULL,
      kind ${text} NOT NULL CHECK (kind IN ('primary', 'county')),
      parent_id ${text} REFERENCES unit (id),
      created_at ${text} NOT NULL,
      CHECK (parent_id IS NULL OR parent_id <> id)
    ${end}`,
    `CREATE TABLE user_account (
      id ${text} NOT NULL PRIMARY KEY,
      name ${text} NOT NULL UNIQUE,
      display_name ${text} NOT NULL,
      password ${text} NOT NULL,
      disabled ${integer} NOT NULL CHECK (disabled IN (0, 1)),
      created_at ${text} NOT NULL,
      password_changed_at ${text} NOT NULL
    ${end}`,
    `CREATE TABLE access_grant (
      id ${text} NOT NULL PRIMARY KEY,
      user_id ${text} NOT NULL REFERENCES user_account (id),
      role ${text} NOT NULL,
      unit_id ${text} NOT NULL REFERENCES unit (id),
      kinds ${text} NOT NULL,
      department ${text},
      valid_from ${text},
      valid_to ${text}
    ${end}`,
    `CREATE INDEX access_grant_user ON access_grant (user_id)`,
    `CREATE TABLE session (
      id ${text} NOT NULL PRIMARY KEY,
      token_hash ${text} NOT NULL UNIQUE ${hex('token_hash', 64)},
      user_id ${text} NOT NULL REFERENCES user_account (id),
      created_at ${text} NOT NULL,
      last_seen_at ${text} NOT NULL,
      expires_at ${text} NOT NULL,
      agent ${text} NOT NULL
    ${end}`,
    `CREATE INDEX session_user_id ON session (user_id)`,
    `CREATE TABLE throttle (
      k ${text} NOT NULL PRIMARY KEY,
      failures ${integer} NOT NULL,
      blocked_until ${text} NOT NULL,
      updated_at ${text} NOT NULL
    ${keyed}`,
    `CREATE TABLE setting (k ${text} NOT NULL PRIMARY KEY, v ${text} NOT NULL ${keyed}`,
    ...(sqlite ? sqliteGuards : postgresGuards),
  ]
}

const sqliteGuards = [
  ...['audit', 'chain'].flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
    ),
  ),
  `CREATE TRIGGER push_no_update BEFORE UPDATE ON push BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
  `CREATE TRIGGER unit_no_cycle BEFORE UPDATE OF parent_id ON unit WHEN NEW.parent_id IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'unit-cycle') WHERE EXISTS (
      WITH RECURSIVE up (id) AS (
        SELECT NEW.parent_id UNION SELECT unit.parent_id FROM unit JOIN up ON unit.id = up.id WHERE unit.parent_id IS NOT NULL
      ) SELECT 1 FROM up WHERE id = NEW.id
    );
  END`,
]

const postgresGuards = [
  `CREATE FUNCTION tongbiao_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$`,
  ...['audit', 'chain'].map(
    (table) =>
      `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION tongbiao_refuse()`,
  ),
  `CREATE TRIGGER push_append_only BEFORE UPDATE ON push FOR EACH STATEMENT EXECUTE FUNCTION tongbiao_refuse()`,
  `CREATE FUNCTION tongbiao_in_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF current_setting('tongbiao.commit', true) IS DISTINCT FROM '1' THEN RAISE EXCEPTION 'outside-commit'; END IF;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER record_in_commit BEFORE INSERT OR UPDATE OR DELETE ON record FOR EACH STATEMENT EXECUTE FUNCTION tongbiao_in_commit()`,
  `CREATE FUNCTION tongbiao_unit_cycle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_advisory_xact_lock(7472801);
    IF NEW.parent_id IS NOT NULL AND EXISTS (
      WITH RECURSIVE up (id) AS (
        SELECT NEW.parent_id UNION SELECT unit.parent_id FROM unit JOIN up ON unit.id = up.id WHERE unit.parent_id IS NOT NULL
      ) SELECT 1 FROM up WHERE id = NEW.id
    ) THEN RAISE EXCEPTION 'unit-cycle'; END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER unit_no_cycle BEFORE UPDATE OF parent_id ON unit FOR EACH ROW EXECUTE FUNCTION tongbiao_unit_cycle()`,
]
