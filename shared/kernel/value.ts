// What one field of one record holds.
import type { Brand } from './brand.ts'

/** UUIDv7 text in lower case; never a row number, never a natural key. */
export type RecordId = Brand<string, 'RecordId'>

/**
 * A field's value; the column's type says how it is meant:
 * money → integer 分 (see money.ts) · integer → whole number · percent → 1/100 of a percent point (12.5 % = 1250)
 * date → PlainDate text · text, code, choice, list, deadline → text · boolean → boolean · null → blank.
 */
export type Value = string | number | boolean | null

/** Column key → value. A key that is absent counts as blank. */
export type Values = Readonly<Record<string, Value>>
