// Frozen. Migration 2: what was settled for a sheet shape belongs to a unit. Earlier profiles say no unit and are forgotten.

/** @param engine the words that differ are chosen here, once */
export function migration0002(engine: 'sqlite' | 'postgres'): readonly string[] {
  const sqlite = engine === 'sqlite'
  const text = sqlite ? 'TEXT' : 'text'
  const keyed = sqlite ? ') STRICT, WITHOUT ROWID' : ')'
  return [
    `DROP TABLE profile`,
    `CREATE TABLE profile (
      unit_id ${text} NOT NULL,
      kind ${text} NOT NULL,
      fingerprint ${text} NOT NULL,
      content ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL,
      PRIMARY KEY (unit_id, kind, fingerprint)
    ${keyed}`,
  ]
}
