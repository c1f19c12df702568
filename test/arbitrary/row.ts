// Rows of any sheet definition, by the types of its columns.
import fc from 'fast-check'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { identityCheckCharacter } from '#shared/kernel/identityNumber.ts'
import { fromEpochDay } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { isBankCard } from '#shared/values/identifier.ts'

const name = fc.stringMatching(/^[一-龥]{1,8}$/)
const day = fc.integer({ min: -10_000, max: 40_000 }).map((epochDay) => String(fromEpochDay(epochDay)))

/** Of area 990000, which does not exist. */
const identityNumber = fc
  .record({ epochDay: fc.integer({ min: -20_000, max: 20_000 }), sequence: fc.integer({ min: 0, max: 999 }) })
  .map(({ epochDay, sequence }) => {
    const digits = String(fromEpochDay(epochDay)).replaceAll('-', '')
    const first17 = `990000${digits}${String(sequence).padStart(3, '0')}`
    return first17 + identityCheckCharacter(first17)
  })
const bankCard = fc
  .stringMatching(/^99\d{13}$/)
  .map((first) => Array.from('0123456789', (last) => first + last).find(isBankCard) ?? '')

function valueOf(key: string, column: ColumnDefinition): fc.Arbitrary<Value> {
  switch (column.type) {
    case 'text':
      return key.endsWith('Name')
        ? fc.oneof(name, fc.constantFrom('维权支出', '会费收入', '上年结余', '职工教育费', '业务支出', '50101'))
        : fc.oneof(name, fc.constantFrom('120人×300元×1次', '1.甲；2.乙', '约 500 元'))
    case 'code':
      if (column.format === 'idcard') return identityNumber
      if (column.format === 'bankcard') return bankCard
      return column.format === 'digits'
        ? fc.oneof(
            fc.constantFrom('401', '402', '501', '50101', '50104', '502', '503', '5010101'),
            fc.stringMatching(/^\d{3,7}$/),
          )
        : fc.stringMatching(/^[A-Z]{1,3}-\d{1,6}$/)
    case 'choice':
      return fc.constantFrom(...(column.choices ?? []).map((choice) => choice.value))
    case 'list':
      return fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('、'))
    case 'money':
      return fc.integer({ min: -1e12, max: 1e12 })
    case 'integer':
      return fc.integer({ min: -1e6, max: 1e6 })
    case 'percent':
      return fc.integer({ min: 0, max: 10_000 })
    case 'date':
      return day
    case 'deadline':
      return fc.oneof(day, fc.constantFrom('长期', '每月末', '立行立改'))
    case 'boolean':
      return fc.boolean()
  }
}

/** Every input column, blank or filled; derived columns are left out. */
export function arbitraryRow(definition: SheetDefinition): fc.Arbitrary<Values> {
  const columns = Object.entries(definition.columns).filter(([, column]) => column.merge !== 'derived')
  return fc.record(
    Object.fromEntries(columns.map(([key, column]) => [key, fc.option(valueOf(key, column), { nil: null, freq: 4 })])),
  )
}
