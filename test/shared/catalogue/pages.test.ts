// The derived pages in docs/ are what the definitions say today.
import { describe, expect, it } from 'vitest'
import { columnsPage } from '#shared/catalogue/columnsPage.ts'
import { permissionsPage } from '#shared/catalogue/permissionsPage.ts'
import { rulesPage } from '#shared/catalogue/rulesPage.ts'
import { workflowsPage } from '#shared/catalogue/workflowsPage.ts'
import { regulationIds } from '#shared/policy/regulationIds.ts'
import { sheets } from '#shared/sheets/index.ts'
import { expectGolden } from '#test/harness/golden.ts'

describe('derived pages', () => {
  it('docs/rules.md is the rule catalogue', () => expectGolden('docs/rules.md', rulesPage(sheets, regulationIds)))
  it('every id of the domain reference is carried by a rule or says why not, and no rule carries another', () => {
    const carried = new Set(sheets.flatMap(({ rules }) => rules.flatMap(({ reference }) => reference ?? [])))
    const ids = regulationIds.map(({ id }) => id)
    expect(regulationIds.filter(({ id, otherwise }) => carried.has(id) === (otherwise !== undefined))).toEqual([])
    expect([...carried].filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('docs/columns.md is the data dictionary', () => expectGolden('docs/columns.md', columnsPage(sheets)))
  it('docs/permissions.md says who may do what', () => expectGolden('docs/permissions.md', permissionsPage(sheets)))
  it('docs/workflows.md says how things move on and what each step needs', () =>
    expectGolden('docs/workflows.md', workflowsPage(sheets)))
})
