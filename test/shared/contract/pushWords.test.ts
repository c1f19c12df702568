// Every rejection that the store can answer has a sentence.
import { expect, it } from 'vitest'
import { pushWords } from '#shared/contract/pushWords.ts'
import { sourceFiles } from '../../harness/sourceFiles.ts'

it('K8: every code the store rejects an op with has words', () => {
  const said = sourceFiles('server')
    .filter((file) => file.path.startsWith('server/store/'))
    .flatMap((file) => [...file.text.matchAll(/\breject\('([a-z-]+)'/g)].map((match) => `push/${match[1] ?? ''}`))
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter((code) => !Object.hasOwn(pushWords, code))).toEqual([])
})
