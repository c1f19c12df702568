// Frozen. Migration 3: sums of rules over several sheets; policy packs, who confirmed them, where they hold. Imports nothing.

/** @param engine the words that differ are chosen here, once */
export function migration0003(engine: 'sqlite' | 'postgres'): readonly string[] {
  const sqlite = engine === 'sqlite'
  const integer = sqlite ? 'INTEGER' : 'bigint'
  const text = sqlite ? 'TEXT' : 'text'
  const end = sqlite ? ') STRICT' : ')'
  const keyed = sqlite ? ') STRICT, WITHOUT ROWID' : ')'
  const serial = sqlite ? 'INTEGER PRIMARY KEY' : 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY'
  return [
    `CREATE TABLE linked_tally (
      slot ${text} NOT NULL,
      grp ${text} NOT NULL,
      p ${text} NOT NULL,
      year ${integer} NOT NULL,
      count ${integer} NOT NULL,
      sum ${text} NOT NULL,
      PRIMARY KEY (slot, grp, p)
    ${keyed}`,
    `CREATE TABLE policy_pack (
      id ${text} NOT NULL PRIMARY KEY,
      content ${text} NOT NULL,
      digest ${text} NOT NULL CHECK (length(digest) = 64),
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id)
    ${end}`,
    `CREATE TABLE policy_confirmation (
      pack_id ${text} NOT NULL,
      digest ${text} NOT NULL CHECK (length(digest) = 64),
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id),
      PRIMARY KEY (pack_id, digest)
    ${keyed}`,
    `CREATE TABLE policy_assignment (
      unit_id ${text} NOT NULL REFERENCES unit (id),
      pack_id ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id),
      PRIMARY KEY (unit_id, pack_id)
    ${keyed}`,
    `CREATE TABLE unit_fact (
      unit_id ${text} NOT NULL PRIMARY KEY REFERENCES unit (id),
      content ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id)
    ${keyed}`,
    `CREATE TABLE holiday_year (
      year ${integer} NOT NULL PRIMARY KEY,
      content ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id)
    ${end}`,
    `CREATE TABLE policy_event (
      seq ${serial},
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id),
      action ${text} NOT NULL CHECK (action IN ('load', 'confirm', 'withdraw', 'assign', 'release', 'facts', 'holidays')),
      subject ${text} NOT NULL,
      detail ${text} NOT NULL
    ${end}`,
    ...(sqlite ? sqliteGuards : postgresGuards),
  ]
}

/** What was done to the policy is never rewritten. */
const sqliteGuards = ['UPDATE', 'DELETE'].map(
  (verb) =>
    `CREATE TRIGGER policy_event_no_${verb.toLowerCase()} BEFORE ${verb} ON policy_event BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
)

const postgresGuards = [
  `CREATE TRIGGER policy_event_append_only BEFORE UPDATE OR DELETE ON policy_event FOR EACH ROW EXECUTE FUNCTION tongbiao_refuse()`,
]
