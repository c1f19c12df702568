// Frozen. Migration 5: the numbers of a person and of relatives, each with who entered it; one number may stand at several accounts.

/** @param engine the words that differ are chosen here, once */
export function migration0005(engine: 'sqlite' | 'postgres'): readonly string[] {
  const sqlite = engine === 'sqlite'
  const text = sqlite ? 'TEXT' : 'text'
  const keyed = sqlite ? ') STRICT, WITHOUT ROWID' : ')'
  const listed = sqlite ? 'json_each(persons) AS listed' : 'jsonb_array_elements_text(persons::jsonb) AS listed (value)'
  return [
    `CREATE TABLE account_person (
      user_id ${text} NOT NULL REFERENCES user_account (id),
      number ${text} NOT NULL,
      relation ${text} NOT NULL CHECK (relation IN ('self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'other')),
      name ${text} NOT NULL,
      at ${text} NOT NULL,
      by_user ${text} NOT NULL REFERENCES user_account (id),
      PRIMARY KEY (user_id, number)
    ${keyed}`,
    `CREATE INDEX account_person_number ON account_person (number)`,
    `INSERT INTO account_person SELECT DISTINCT user_account.id, listed.value, 'other', '', user_account.created_at, user_account.id FROM user_account, ${listed}`,
    `ALTER TABLE user_account DROP COLUMN persons`,
  ]
}
