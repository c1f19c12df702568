// The list says how often a row was urged, and says nothing where nobody was.
import { expect, it } from 'vitest'
import { loggedOf } from '#addin/session/loggedEvents.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { taskSheet } from '#shared/sheets/task.ts'

const telling = {
  say: (words: { readonly en: string }) => words.en,
  times: (name: string, n: number) => `${name} × ${n}`,
}

it('names what was logged and how often, by row', () => {
  const [a] = ['a'] as RecordId[]
  const logged = loggedOf(taskSheet, [{ record: a!, event: 'urge', times: 2 }], telling)
  expect([logged?.label, logged?.of('a'), logged?.of('b')]).toEqual(['Urge', 'Urge × 2', ''])
  expect(loggedOf(taskSheet, [], telling)).toBeNull()
})
