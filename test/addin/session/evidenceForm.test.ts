// The form for evidence names exactly the fields that hold it up: never a dead button, never a date that is none.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evidenceFields, filedNeeds, toContent, unreadFields } from '#addin/session/evidenceForm.ts'
import { sheets } from '#shared/sheets/index.ts'

const needs = sheets.flatMap(filedNeeds)
const names = [...new Set(Object.values(evidenceFields).flatMap((fields) => fields.map(({ name }) => name)))]

it('says what is missing if and only if there is no evidence yet', () => {
  const text = fc.constantFrom('', ' ', '2026-01-05', '2026-02-30', '12', '1.5', '九', '张三：同意')
  const draft = fc.record(Object.fromEntries(names.map((name) => [name, text])), { requiredKeys: [] })
  fc.assert(
    fc.property(fc.constantFrom(...needs), draft, (need, typed) => {
      expect(unreadFields(need, typed).length === 0).toBe(toContent(need, typed) !== undefined)
    }),
  )
})

it('names them in the order of the form', () => {
  const resolution = needs.find(({ type }) => type === 'resolution')
  expect(resolution && unreadFields(resolution, { expected: '9' }).map(({ name }) => name)).toEqual([
    'date',
    'present',
    'agreed',
  ])
})
