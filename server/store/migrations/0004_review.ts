// Frozen. Migration 4: the log of proceedings, what evidence covers, persons of an account, delegated grants. Imports nothing.

/** @param engine the words that differ are chosen here, once */
export function migration0004(engine: 'sqlite' | 'postgres'): readonly string[] {
  const sqlite = engine === 'sqlite'
  const integer = sqlite ? 'INTEGER' : 'bigint'
  const text = sqlite ? 'TEXT' : 'text'
  const end = sqlite ? ') STRICT' : ')'
  const keyed = sqlite ? ') STRICT, WITHOUT ROWID' : ')'
  return [
    `CREATE TABLE proceeding (
      seq ${integer} NOT NULL PRIMARY KEY CHECK (seq >= 16777216),
      type ${text} NOT NULL,
      subject ${text} NOT NULL,
      p ${text} NOT NULL,
      record_id ${text},
      body ${text} NOT NULL
    ${end}`,
    `CREATE INDEX proceeding_p ON proceeding (p, seq)`,
    `CREATE INDEX proceeding_subject ON proceeding (subject, seq)`,
    `CREATE INDEX proceeding_type ON proceeding (type, seq)`,
    `CREATE TABLE cover (
      evidence ${text} NOT NULL,
      record_id ${text} NOT NULL,
      digest ${text} NOT NULL CHECK (length(digest) = 32),
      PRIMARY KEY (evidence, record_id)
    ${keyed}`,
    `ALTER TABLE user_account ADD COLUMN persons ${text} NOT NULL DEFAULT '[]'`,
    `ALTER TABLE access_grant ADD COLUMN delegated_by ${text} REFERENCES user_account (id)`,
    `ALTER TABLE access_grant ADD COLUMN delegation ${text}`,
    ...(sqlite ? sqliteGuards : postgresGuards),
  ]
}

const sqliteGuards = ['proceeding', 'cover'].flatMap((table) =>
  ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
  ),
)

const postgresGuards = ['proceeding', 'cover'].map(
  (table) =>
    `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION tongbiao_refuse()`,
)
