// Budgets as offices keep them (domain.md §4.0, §4.2 A and B), through the whole import.
import { describe, expect, it } from 'vitest'
import {
  finalTable,
  leafCount,
  nameIsCodeBudget,
  oldChartBudget,
  pagedBudget,
  plainBudget,
  sideBySideBudget,
  tenThousandBudget,
} from '#test/fixtures/legacy/budget.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture, type ImportedTable } from '#test/harness/importFixture.ts'

type Imported = { readonly [K in keyof ImportedTable]: NonNullable<ImportedTable[K]> }

async function one(fixture: Fixture, wish = {}): Promise<Imported> {
  const [imported, ...others] = (await importFixture(fixture, wish)).filter((table) => table.result !== undefined)
  expect(others).toEqual([])
  if (!imported?.result || !imported.plan || !imported.guess) throw new Error('nothing was recognised')
  return { ...imported, result: imported.result, plan: imported.plan, guess: imported.guess }
}

const sumOf = (imported: ImportedTable, side: string, column = 'budget'): number =>
  (imported.result?.rows ?? [])
    .filter((row) => row.values['side'] === side)
    .reduce((sum, row) => sum + Number(row.values[column] ?? 0), 0)

const codesOf = (imported: ImportedTable): readonly string[] =>
  (imported.result?.findings ?? []).map((finding) => finding.code)

describe('legacy budgets', () => {
  it.each([
    plainBudget,
    nameIsCodeBudget,
    oldChartBudget,
    pagedBudget,
    tenThousandBudget,
    finalTable,
    sideBySideBudget,
  ])('IM55 $fileName: the counts add up to the rows of the range', async (fixture) => {
    for (const { result, table } of await importFixture(fixture, { unitKind: 'county' })) {
      if (result === undefined) continue
      const { rows, ...parts } = result.counts
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(rows)
      expect(rows).toBe(table.range.bottom - table.range.top + 1)
      expect(parts.imported).toBe(result.rows.length)
      expect(parts.rejected).toBe(result.rejected.length)
    }
  })

  it('IM51 IM52 IM53 maps a two-row header by path, says on what ground, and knows the kind by title and columns', async () => {
    const { guess, plan, table } = await one(plainBudget)
    expect(guess).toMatchObject({ kind: 'budget' })
    expect(guess.confidence).toBeGreaterThan(0.8)
    expect(plan.mappings.map(({ target, basis }) => [target, basis])).toEqual([
      ['accountCode', 'normalized'],
      ['accountName', 'normalized'],
      ['lastFinal', 'exact'],
      ['budget', 'exact'],
      ['diff', 'exact'],
      ['basis', 'synonym'],
    ])
    expect([table.year, table.unit?.name, table.headerRows]).toEqual([2026, '元', [4, 5]])
  })

  it('IM56 imports leaf accounts and the balance brought forward; parents and totals are not data', async () => {
    const imported = await one(plainBudget)
    expect(imported.result.rows).toHaveLength(leafCount + 1)
    expect(imported.result.rejected).toEqual([])
    expect([sumOf(imported, '收入'), sumOf(imported, '支出')]).toEqual([130_000_000, 128_640_000])
    expect(imported.result.rows.find((row) => row.values['accountCode'] === '501')).toBeUndefined()
    expect(imported.result.rows.find((row) => row.values['side'] === '结余')?.values).toMatchObject({
      accountName: '上年结余',
      budget: 26_880_050,
    })
  })

  it('IM57 ties every total and parent row to the 分', async () => {
    const { result } = await one(plainBudget)
    expect(result.totals.length).toBeGreaterThan(15)
    expect(result.totals.filter((check) => check.ties !== true)).toEqual([])
    expect(result.totals.find((check) => check.label === '期末滚存结余' && check.column === 'budget')).toMatchObject({
      computed: 28_240_050,
      declared: 28_240_050,
      where: 'D36',
    })
  })

  it('IM57 says which total is one 分 off, with both sums and the cell', async () => {
    const { result } = await one(pagedBudget)
    const mismatches = result.findings.filter((finding) => finding.code === 'import/total-mismatch')
    expect(mismatches).toMatchObject([
      { location: { cell: 'D12' }, params: { declared: '272,000.02', computed: '272,000.01', difference: '0.01' } },
    ])
  })

  it('reads text amounts, full-width digits and 元 in the cell, and says so', async () => {
    const imported = await one(pagedBudget)
    const amounts = imported.result.rows.map((row) => row.values['budget'])
    expect(amounts).toEqual([5_400_000, 90_600_000, 25_000_000, 16_800_001, 6_400_000, 4_000_000])
    expect(codesOf(imported)).toEqual(
      expect.arrayContaining(['value/full-width', 'value/currency', 'value/unit-in-cell']),
    )
    expect(imported.table.rowRoles.find((row) => row.row === 8)?.role).toBe('repeated-header')
  })

  it('derives the name where the export wrote the code into it', async () => {
    const imported = await one(nameIsCodeBudget)
    const plain = await one(plainBudget)
    expect(imported.result.rows.map((row) => row.values['accountName'])).toEqual(
      plain.result.rows.map((row) => row.values['accountName']),
    )
    expect(codesOf(imported).filter((code) => code === 'budget/account-name-is-code').length).toBe(14)
  })

  it('IM60 turns 万元 into 分 exactly', async () => {
    const imported = await one(tenThousandBudget, { unitKind: 'county' })
    expect(imported.plan.conventions.unitFen).toBe(1_000_000)
    expect([sumOf(imported, '收入'), sumOf(imported, '收入', 'lastBudget')]).toEqual([2_236_000_000, 2_182_590_000])
    expect(imported.result.totals.every((check) => check.ties === true)).toBe(true)
  })

  it('keeps the 2009 chart for a year before 2022: 502 is 维权支出 there', async () => {
    const imported = await one(oldChartBudget)
    const rows = imported.result.rows.map(({ values }) => [
      values['accountCode'],
      values['accountName'],
      values['side'],
    ])
    expect(rows).toContainEqual(['50204', '困难职工帮扶费', '支出'])
    expect(rows).toContainEqual(['402', '拨缴经费收入', '收入'])
    expect(imported.result.rows).toHaveLength(8)
    expect(imported.result.totals.every((check) => check.ties === true)).toBe(true)
  })

  it('IM61 reads income and expenditure side by side, each half under its own section', async () => {
    const halves = await importFixture(sideBySideBudget)
    expect(halves.map(({ plan }) => plan?.conventions.section)).toEqual(['income', 'expenditure'])
    expect(halves.map(({ result }) => result?.rows.length)).toEqual([6, 6])
    expect(halves.flatMap(({ result }) => result?.rows.map((row) => row.values['side']) ?? [])).toEqual([
      ...Array(6).fill('收入'),
      ...Array(6).fill('支出'),
    ])
    expect(halves.flatMap(({ result }) => result?.totals.map((check) => check.ties) ?? [])).toEqual([true, true])
    expect(halves.flatMap(codesOf)).not.toContain('budget/deficit')
  })

  it('takes a final table as the execution of a budget, with the budget beside it and totals that tie', async () => {
    const imported = await one(finalTable)
    expect(imported.plan?.kind).toBe('execution')
    expect(imported.result.findings.filter((finding) => finding.code === 'import/column-left-out')).toEqual([])
    const checks = imported.result.totals.filter((check) => check.column === 'amount')
    expect(checks.length).toBeGreaterThan(0)
    expect(checks.every((check) => check.ties === true)).toBe(true)
    expect(imported.result.rows.every(({ values }) => typeof values['amount'] === 'number')).toBe(true)
  })

  it('IM62 replaces a cell by a person’s correction and reads an alias in place of a word', async () => {
    const { result } = await one(plainBudget, {
      correct: (plan: NonNullable<ImportedTable['plan']>) => ({
        ...plan,
        corrections: [{ row: 7, column: 'budget', value: 5_500_000 }],
        aliases: [{ column: 'basis', from: '存款利息', to: '活期利息' }],
      }),
    })
    expect(result.rows[0]?.values['budget']).toBe(5_500_000)
    expect(result.rows.find((row) => row.values['accountCode'] === '408')?.values['basis']).toBe('活期利息')
    expect(result.totals.find((check) => check.label === '本年收入合计' && check.column === 'budget')?.difference).toBe(
      -100_000,
    )
  })

  it('IM58 rejects the row of a cell that cannot be read, and nothing becomes 0', async () => {
    const spoilt: Fixture = {
      ...plainBudget,
      sheets: plainBudget.sheets.slice(0, 1).map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row, index) =>
          index === 6 ? [...row.slice(0, 3), '一百元左右吧', ...row.slice(4)] : row,
        ),
      })),
    }
    const { result } = await one(spoilt)
    expect(result.rejected.map((row) => row.row)).toEqual([7])
    expect(result.rejected[0]?.findings[0]).toMatchObject({
      severity: 'error',
      location: { row: 7, cell: 'D7', column: 'budget' },
    })
    expect(result.counts.rejected).toBe(1)
    expect(Object.hasOwn(result.rejected[0]?.values ?? {}, 'budget')).toBe(false)
  })

  it('IM58 rejects a row whose only amount cannot be read: it is not blank', async () => {
    const amounts = ['1.005', '1e3', '约莫一千', '12.50', '0.10', '']
    const rows = amounts.map((amount, index) => ['50101', '职工教育支出', `项目${index}`, amount])
    const header = ['科目编码', '科目名称', '项目', '预算数']
    const fixture = { nasty: '金额写坏了', fileName: '预算.xlsx', sheets: [{ name: '表', rows: [header, ...rows] }] }
    const { result } = await one(fixture)
    expect(result.counts).toMatchObject({ imported: 2, rejected: 3, blank: 1 })
    expect(result.rejected.map(({ row, findings }) => [row, findings[0]?.code])).toEqual([
      [2, 'amount-precision'],
      [3, 'money.format'],
      [4, 'money.format'],
    ])
  })

  it('A29 compares the file’s own 增减额 with ours and keeps ours', async () => {
    const spoilt: Fixture = {
      ...plainBudget,
      sheets: plainBudget.sheets.slice(0, 1).map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row, index) => (index === 6 ? [...row.slice(0, 4), 9999, ...row.slice(5)] : row)),
      })),
    }
    const { result } = await one(spoilt)
    expect(result.findings.filter((finding) => finding.code === 'derived.mismatch')).toMatchObject([
      { location: { cell: 'E7' }, params: { computed: '2,000.00' } },
    ])
    expect(result.rows[0]?.values['diff']).toBe(200_000)
  })
})
