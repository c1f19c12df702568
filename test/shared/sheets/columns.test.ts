// The columns that kinds share: any of them can stand side by side in one sheet, and their choices are told apart.
import { describe, expect, it } from 'vitest'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import { normalizeHeader } from '#shared/kernel/text.ts'
import { locales } from '#shared/kernel/words.ts'
import { festivals, nations, purposes } from '#shared/sheets/columns/choices.ts'
import { withoutSynonyms, withSynonyms } from '#shared/sheets/columns/column.ts'
import * as funds from '#shared/sheets/columns/funds.ts'
import * as people from '#shared/sheets/columns/people.ts'
import { valueTypes } from '#shared/values/index.ts'

const all: readonly (readonly [string, ColumnDefinition])[] = Object.entries({ ...people, ...funds })

describe('shared columns', () => {
  it('never claim the same header twice', () => {
    const owners = new Map<string, string>()
    for (const [key, column] of all)
      for (const text of new Set(
        [...Object.values(column.label), ...column.synonyms].map((header) => normalizeHeader(header).text),
      )) {
        expect(text, key).not.toBe('')
        expect(owners.get(text) ?? key, `${text} of ${key}`).toBe(key)
        owners.set(text, key)
      }
  })

  it('speak three languages and keep sensitive values out of merging', () => {
    for (const [key, column] of all) {
      for (const locale of locales) {
        expect(column.label[locale], key).not.toBe('')
        expect(column.description[locale], key).not.toBe('')
      }
      expect(column.merge === 'sensitive', key).toBe(column.fieldClass === 'sensitive')
      expect(column.type === 'money', key).toBe(column.merge === 'money')
    }
    expect([people.idCard.fieldClass, funds.bankCard.fieldClass]).toEqual(['sensitive', 'sensitive'])
  })

  it('E-06 know the seven festivals and those of the nationalities, each by its usual names', () => {
    const column = { ...funds.purpose, choices: festivals }
    const read = (cell: string) => {
      const answer = valueTypes.choice.parse(cell, column, { unitFen: 100, year: 2026, legacy: true })
      return answer.ok ? answer.value.value : answer.error.code
    }
    expect(festivals.map(({ value }) => value)).toEqual([
      '元旦',
      '春节',
      '清明',
      '劳动节',
      '端午',
      '中秋',
      '国庆',
      '民族节日',
    ])
    expect(['五一', '新年', '國慶節', '中 秋', '古尔邦节', '妇女节', '教师节'].map(read)).toEqual([
      '劳动节',
      '元旦',
      '国庆',
      '中秋',
      '民族节日',
      'enum',
      'enum',
    ])
  })

  it('list the 56 nationalities once each, and no purpose twice', () => {
    expect(new Set(nations.map(({ value }) => value)).size).toBe(56)
    expect(nations.map(({ value }) => value)).toEqual(expect.arrayContaining(['汉族', '维吾尔族', '基诺族']))
    const spellings = purposes.flatMap(({ value, synonyms }) => [value, ...synonyms])
    expect(new Set(spellings).size).toBe(spellings.length)
  })

  it('give up or take on headers without touching what is shared', () => {
    const before = [...people.department.synonyms]
    expect(withoutSynonyms(people.department, ['单位']).synonyms).not.toContain('单位')
    expect(withSynonyms(people.department, ['支部']).synonyms).toContain('支部')
    expect(people.department.synonyms).toEqual(before)
  })
})
