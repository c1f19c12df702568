// docs/coverage.md is written by people: every number once, sums that add up, no kind or rule that does not exist.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sheets } from '#shared/sheets/index.ts'

const page = readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| (\d+) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, number, name, state, by, missing]) => ({ number: Number(number), name, state, by: by ?? '', missing: missing ?? '' }),
)

describe('docs/coverage.md', () => {
  it('speaks of all 137 functions once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 137 }, (_, index) => index + 1))
  })

  it('gives each a state, says what does the work, and what is missing', () => {
    for (const { number, state, by, missing } of rows) {
      expect(['有', '部分', '计划', '不做'], String(number)).toContain(state)
      if (state === '有' || state === '部分') expect(by, String(number)).not.toBe('')
      if (state === '计划' || state === '不做') expect(missing, String(number)).not.toBe('')
    }
  })

  it('adds up', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect(page).toContain(`有 ${count('有')}，部分 ${count('部分')}，计划 ${count('计划')}，不做 ${count('不做')}。`)
  })

  it('names only kinds and rules that exist', () => {
    const known = new Set([...sheets.map(({ kind }) => kind), ...sheets.flatMap(({ rules }) => rules.map(({ code }) => code))])
    const named = rows.flatMap(({ by }) => [...by.matchAll(/`([a-z]+(?:\/[a-z-]+)?)`/g)].map(([, name]) => name ?? ''))
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})
