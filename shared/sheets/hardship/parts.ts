// What rules, interpretation and lights of the register ask of a row.
import type { Value, Values } from '../../kernel/value.ts'
import { amountOf, textOf } from '../accounts/rowParts.ts'
import { medicalParts } from './aidColumns.ts'
import { fileRow } from './choices.ts'

export function isFile(row: Values): boolean {
  return textOf(row, 'recordType') === fileRow
}

export function isOpenFile(row: Values): boolean {
  return isFile(row) && textOf(row, 'closedOn') === ''
}

/** Income per head in 分, rounded half up; null when size or income is blank, or nobody lives there. */
export function perHeadOf(row: Values): number | null {
  const [size, income] = [amountOf(row, 'familySize'), amountOf(row, 'familyIncome')]
  return size === null || size <= 0 || income === null ? null : Math.round(income / size)
}

/** Sum of the parts of medical help, 分; null when none is filled in. */
export function medicalSumOf(row: Values): number | null {
  const filled = medicalParts.map((key) => amountOf(row, key)).filter((value) => value !== null)
  return filled.length === 0 ? null : filled.reduce((sum, value) => sum + value, 0)
}

/** The day from which the year without review counts. */
export function reviewedOn(row: Values): string {
  const [updated, filed] = [textOf(row, 'updatedOn'), textOf(row, 'filedOn')]
  return updated > filed ? updated : filed
}

/** Which kind of help a row speaks of, by the columns that are filled in. */
export function guessRecordType(row: Values): Value {
  if ((row['childName'] ?? row['school'] ?? null) !== null) return '子女助学'
  if (medicalSumOf(row) !== null) return '医疗救助'
  const isRegister = ['familySize', 'familyIncome', 'perHead', 'cause', 'fileNo', 'address'].some(
    (key) => (row[key] ?? null) !== null,
  )
  if (isRegister) return fileRow
  return amountOf(row, 'amount') === null ? fileRow : '生活救助'
}
