// In a narrow window a row is known by what tells it apart.
import { expect, it } from 'vitest'
import { nameColumn } from '#addin/session/nameColumn.ts'
import { budgetSheet } from '#shared/sheets/budget.ts'
import { hardshipSheet } from '#shared/sheets/hardship.ts'
import { signoffSheet } from '#shared/sheets/signoff.ts'

it('takes the name the kind gives, else the part of the key that differs most, else the first', () => {
  expect(nameColumn(signoffSheet, [])).toBe('name')
  const people = ['甲', '乙', '丙'].map((name, at) => ({ department: '办公室', name, fileNo: `2026000${at}` }))
  expect(nameColumn(hardshipSheet, people)).not.toBe('department')
  expect(nameColumn(budgetSheet, [{ accountName: '甲' }, { accountName: '乙' }])).toBe('accountName')
  expect(nameColumn(undefined, people)).toBeUndefined()
})
