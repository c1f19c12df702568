// What most columns of most kinds share, so that a kind writes only what is its own.
import type { ColumnDefinition } from '../../definition/column.ts'

/** The type, and what differs from: optional, free to edit, seen inside the unit, twelve characters wide. */
export type ColumnKind = Pick<ColumnDefinition, 'type'> & Partial<ColumnDefinition>

export type ColumnNames = Pick<ColumnDefinition, 'label' | 'synonyms' | 'description'>

export function column(kind: ColumnKind, names: ColumnNames): ColumnDefinition {
  return { required: false, merge: 'free', fieldClass: 'unit', width: 12, ...names, ...kind }
}

/** A shared column without the headers that another column of the kind claims. */
export function withoutSynonyms(shared: ColumnDefinition, taken: readonly string[]): ColumnDefinition {
  return { ...shared, synonyms: shared.synonyms.filter((synonym) => !taken.includes(synonym)) }
}

/** A shared column with further headers of one kind. */
export function withSynonyms(shared: ColumnDefinition, more: readonly string[]): ColumnDefinition {
  return { ...shared, synonyms: [...shared.synonyms, ...more] }
}
