// The derived pages in docs/ are what the definitions say today.
import { describe, it } from 'vitest'
import { columnsPage } from '#shared/catalogue/columnsPage.ts'
import { permissionsPage } from '#shared/catalogue/permissionsPage.ts'
import { rulesPage } from '#shared/catalogue/rulesPage.ts'
import { sheets } from '#shared/sheets/index.ts'
import { expectGolden } from '#test/harness/golden.ts'

describe('derived pages', () => {
  it('docs/rules.md is the rule catalogue', () => expectGolden('docs/rules.md', rulesPage(sheets)))
  it('docs/columns.md is the data dictionary', () => expectGolden('docs/columns.md', columnsPage(sheets)))
  it('docs/permissions.md says who may do what', () => expectGolden('docs/permissions.md', permissionsPage(sheets)))
})
