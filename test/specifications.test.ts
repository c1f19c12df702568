// Every numbered rule of a SPEC.md is carried by a test, and every rule id a test carries exists.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './harness/sourceFiles.ts'

const specifications = ['shared/validation/SPEC.md', 'shared/import/SPEC.md', 'shared/sync/SPEC.md'].filter((path) =>
  existsSync(join(root, path)),
)

const rulesOf = (path: string): readonly string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^\s*- \*\*([A-Z]{1,2}-?\d+[a-z]?)\*\*/gm)].map(
    (match) => match[1] ?? '',
  )

/** The code of the tests without its comments: names, rows of `it.each`, names put together from parts. */
const testNames = sourceFiles('test')
  .filter((file) => !file.path.endsWith('specifications.test.ts'))
  .map((file) => file.text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''))
  .join('\n')

describe('specifications', () => {
  it('are all there', () => {
    expect(specifications).toEqual(['shared/validation/SPEC.md', 'shared/import/SPEC.md', 'shared/sync/SPEC.md'])
  })

  it.each(specifications)('%s: every rule is named by a test', (path) => {
    const rules = rulesOf(path)
    expect(rules.length).toBeGreaterThan(5)
    expect(new Set(rules).size, 'an id is used twice').toBe(rules.length)
    expect(rules.filter((id) => !new RegExp(`(^|[^\\w-])${id}(?![\\w-])`, 'm').test(testNames))).toEqual([])
  })
})
