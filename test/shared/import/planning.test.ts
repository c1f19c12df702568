// Mapping, profiles, and rows against existing records: on small tables of a definition made for tests.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { matchColumns } from '#shared/import/matchColumns.ts'
import type { ImportPlan, RecognisedTable } from '#shared/import/plan.ts'
import { planImport } from '#shared/import/planImport.ts'
import { planPush } from '#shared/import/planPush.ts'
import { shownText } from '#shared/import/readRows.ts'
import { fingerprint, toProfile } from '#shared/import/profile.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { RawSheet, RawValue } from '#shared/workbook/raw.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

/** A sheet whose first row is the header, and its table; `fill` names columns filled down. */
function tableOf(
  rows: readonly (readonly RawValue[])[],
  extra: { readonly fill?: readonly number[]; readonly merges?: RawSheet['merges'] } = {},
) {
  const [header = [], ...body] = rows
  const range = { top: 1, left: 0, bottom: rows.length, right: header.length - 1 }
  const sheet: RawSheet = {
    index: 0,
    name: '表',
    visibility: 'visible',
    rows: rows.map((cells, index) => ({ index: index + 1, cells })),
    merges: extra.merges ?? [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    trueRange: range,
    tables: [],
  }
  const table: RecognisedTable = {
    range,
    rowRoles: [{ row: 1, role: 'header' }, ...body.map((_, index) => ({ row: index + 2, role: 'data' as const }))],
    headerRows: [1],
    columns: header.map((text, index) => ({
      index,
      header: shownText(text),
      path: [shownText(text)],
      type: 'text',
      unit: null,
      fillDown: extra.fill?.includes(index) ?? false,
    })),
    unit: null,
    title: '台账',
    year: 2026,
    unitName: null,
    sums: [],
    block: 0,
    confidence: 1,
    findings: [],
  }
  return { sheet, table, tableIndex: 0 }
}

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const reading = { unitFen: 100, year: 2026, legacy: true, sheetYear: 2026 }
const plan = (source: ReturnType<typeof tableOf>): ImportPlan => planImport(ledgerDefinition, source, { year: 2026 })
const valuesOf = (source: ReturnType<typeof tableOf>, wish: ImportPlan = plan(source)): readonly Values[] => {
  const applied = applyImportPlan(ledgerDefinition, wish, source, context)
  if (!applied.ok) throw new Error(applied.error)
  return applied.value.rows.map((row) => row.values)
}

const header = ['编码', '名称', '方向', '金额', '备注']
const body: readonly (readonly RawValue[])[] = [
  ['401', '会费', '收入', 100, '月'],
  ['501', '活动', '支出', 60.5, null],
]

describe('matchColumns', () => {
  it('IM50 gives a column of the kind to one source column only: the better readable', () => {
    const source = tableOf([
      ['编码', '名称', '金额', '金额'],
      ['1', 'a', '不详', 5],
      ['2', 'b', '待定', 6],
    ])
    const mappings = matchColumns(ledgerDefinition, source, reading)
    expect(mappings.map((mapping) => mapping.target)).toEqual(['code', 'name', null, 'amount'])
  })

  it('IM52 a column whose cells the type cannot read has less confidence', () => {
    const half = tableOf([
      ['编码', '日期'],
      ['1', '2026-01-01'],
      ['2', '不明'],
    ])
    expect(matchColumns(ledgerDefinition, half, reading)[1]).toMatchObject({
      target: 'day',
      basis: 'exact',
      confidence: 0.5,
    })
  })

  it('finds a choice column without a header by what it holds', () => {
    const source = tableOf([
      ['编码', '名称', '列3'],
      ['1', 'a', '收'],
      ['2', 'b', '支出'],
      ['3', 'c', '收入'],
    ])
    expect(matchColumns(ledgerDefinition, source, reading)[2]).toMatchObject({ target: 'side', basis: 'content' })
  })

  it('IM66 permuting the source columns changes nothing in the records', () => {
    const expected = valuesOf(tableOf([header, ...body]))
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }), (order) => {
        const permute = (cells: readonly RawValue[]): readonly RawValue[] => order.map((index) => cells[index] ?? null)
        expect(valuesOf(tableOf([header, ...body].map(permute)))).toEqual(expected)
      }),
    )
  })
})

describe('applyImportPlan', () => {
  it('IM54 refuses a plan that was made for a table of another shape', () => {
    const made = plan(tableOf([header, ...body]))
    const other = tableOf([[...header, '日期'], ...body])
    expect(applyImportPlan(ledgerDefinition, made, other, context)).toEqual({
      ok: false,
      error: 'plan-for-other-table',
    })
  })

  it('IM59 fills a group key down inside its merge only, and never an amount', () => {
    const rows = [
      ['编码', '名称', '备注', '金额'],
      ['1', 'a', '甲组', 5],
      ['2', 'b', null, null],
      ['3', 'c', null, 7],
    ]
    const source = tableOf(rows, { fill: [2], merges: [{ top: 2, bottom: 3, left: 2, right: 2 }] })
    expect(valuesOf(source).map((values) => [values['note'], values['amount']])).toEqual([
      ['甲组', 500],
      ['甲组', null],
      [null, 700],
    ])
  })

  it.each([
    ["cmd|'/c calc'!A1", true],
    ['WEBSERVICE("http://x")', true],
    ['[1]Sheet1!A1', true],
    ["'C:\\账\\[旧.xlsx]表'!B2", true],
    ['HYPERLINK("http://x","5")', true],
    ['120*300', false],
    ['SUM(D4:D9)', false],
    ["'一|二'!A1", false],
  ])('A28 the value of =%s is taken only when it is the sheet’s own', (formula, refused) => {
    const source = tableOf([header, ['401', '会费', '支出', 5, null]])
    const withFormula = {
      ...source.sheet,
      rows: source.sheet.rows.map((row) =>
        row.index === 2 ? { ...row, formulas: [undefined, undefined, undefined, formula] } : row,
      ),
    }
    const applied = applyImportPlan(ledgerDefinition, plan(source), { ...source, sheet: withFormula }, context)
    if (!applied.ok) throw new Error(applied.error)
    expect(applied.value.rejected.map((row) => row.findings[0]?.code)).toEqual(refused ? ['cell.formula-in-input'] : [])
    expect(applied.value.rows.map((row) => row.values['amount'])).toEqual(refused ? [] : [500])
  })

  it('IM58 a formula that its program wrote without a result is not a blank', () => {
    const source = tableOf([header, ['401', '会费', '支出', null, null]])
    const unsolved = {
      ...source.sheet,
      rows: source.sheet.rows.map((row) =>
        row.index === 2 ? { ...row, formulas: [undefined, undefined, undefined, '120*300'] } : row,
      ),
    }
    const applied = applyImportPlan(ledgerDefinition, plan(source), { ...source, sheet: unsolved }, context)
    expect(
      applied.ok &&
        applied.value.rejected.map((row) => [row.row, row.findings[0]?.code, row.findings[0]?.location.cell]),
    ).toEqual([[2, 'cell.formula-empty', 'D2']])
  })

  it('IM56 a row that a person marked as total is not data', () => {
    const source = tableOf([header, ...body, [null, '合计', null, 160.5, null]])
    const corrected = { ...plan(source), roles: [{ row: 4, role: 'total' as const }] }
    const applied = applyImportPlan(ledgerDefinition, corrected, source, context)
    expect(applied.ok && applied.value.counts).toMatchObject({ imported: 2, total: 1, rejected: 0 })
    expect(applied.ok && applied.value.totals).toMatchObject([
      { label: '合计', computed: 16_050, declared: 16_050, ties: true },
    ])
  })

  it('C18 rejects the second row with a key that may stand once, and says so at its cell', () => {
    const source = tableOf([header, ...body, ['401', '又一个', '支出', 1, null]])
    const applied = applyImportPlan(ledgerDefinition, plan(source), source, context)
    expect(
      applied.ok &&
        applied.value.rejected.map((row) => [row.row, row.findings.at(-1)?.code, row.findings.at(-1)?.location.cell]),
    ).toEqual([[4, 'ledger/code-twice', 'A4']])
  })
})

describe('profiles', () => {
  it('IM63 settles the columns of the next file of the same shape', () => {
    const odd = ['编码', '名称', '方向', '数额', '备注']
    const first = tableOf([odd, ...body])
    const settled: ImportPlan = {
      ...plan(first),
      mappings: plan(first).mappings.map((mapping, index) =>
        index === 3 ? { ...mapping, target: 'amount', basis: 'manual', confidence: 1 } : mapping,
      ),
    }
    const next = planImport(ledgerDefinition, tableOf([odd, ['1', 'b', '支', 9, null]]), {
      year: 2027,
      profiles: [{ profile: toProfile(settled), from: 'own' }],
    })
    expect(next.mappings[3]).toMatchObject({ target: 'amount', basis: 'profile', confidence: 1 })
    const drifted = planImport(
      ledgerDefinition,
      tableOf([
        [...odd, '日期'],
        ['1', 'b', '支', 9, null, null],
      ]),
      { year: 2027, profiles: [{ profile: toProfile(settled), from: 'own' }] },
    )
    expect(drifted.mappings.map((mapping) => mapping.basis)).not.toContain('profile')
  })

  it('tells shapes apart by headers, not by content', () => {
    expect(fingerprint(tableOf([header, ...body]).table)).toBe(fingerprint(tableOf([header]).table))
    expect(fingerprint(tableOf([header]).table)).not.toBe(fingerprint(tableOf([[...header, '日期']]).table))
  })
})

describe('planPush', () => {
  const existing = [{ id: 'old' as RecordId, rv: 'r1', values: { code: '401', name: '会费', amount: 100, note: '旧' } }]
  const row = (values: Values, place = 2) => ({ row: place, values, findings: [] })
  const push = (values: readonly Values[], onMatch: ImportPlan['onMatch'] = 'replace-with-nonblank') => {
    let count = 0
    return planPush(
      ledgerDefinition,
      values.map((each, index) => row(each, index + 2)),
      { existing, onMatch, newId: () => `new${count++}` as RecordId },
    )
  }

  it('IM64 same → nothing, different → update with its base, unknown → create', () => {
    expect(push([{ code: '401', name: '会费', amount: 100, note: '旧' }])).toEqual([
      { change: 'same', row: 2, id: 'old' },
    ])
    expect(push([{ code: '401', name: '会费', amount: 120 }])).toEqual([
      { change: 'update', row: 2, id: 'old', rv: 'r1', base: { amount: 100 }, set: { amount: 120 } },
    ])
    expect(push([{ code: '402', name: '拨缴', amount: null }])).toEqual([
      { change: 'create', row: 2, id: 'new0', values: { code: '402', name: '拨缴' } },
    ])
  })

  it('IM64 creates a second row of the same key apart', () => {
    expect(
      push([
        { code: '401', amount: 1 },
        { code: '401', amount: 2 },
      ]).map((change) => change.change),
    ).toEqual(['update', 'create'])
  })

  it.each<readonly [ImportPlan['onMatch'], Values, Values | undefined]>([
    ['fill-blanks-only', { code: '401', name: '改名', note: null }, undefined],
    ['fill-blanks-only', { code: '401', people: 3 }, { people: 3 }],
    ['replace-with-nonblank', { code: '401', note: null }, undefined],
    ['replace-with-nonblank', { code: '401', note: '新' }, { note: '新' }],
    ['replace-all', { code: '401', note: null, amount: 5 }, { note: null, amount: 5 }],
  ])('IM65 %s with %j', (onMatch, values, expected) => {
    const [change] = push([values], onMatch)
    if (expected === undefined) expect(change?.change).toBe('same')
    else expect(change?.change === 'update' && change.set).toEqual(expected)
  })

  it('IM72 a value and what its mask leaves of it are the same: neither is written over the other', () => {
    const definition = {
      ...ledgerDefinition,
      columns: { ...ledgerDefinition.columns, note: { ...ledgerDefinition.columns['note']!, mask: 'phone' as const } },
    }
    const change = (stored: string, note: string) =>
      planPush(definition, [row({ code: '401', note })], {
        existing: [{ id: 'old' as RecordId, rv: 'r1', values: { code: '401', note: stored } }],
        onMatch: 'replace-all',
        newId: () => 'new' as RecordId,
      })[0]
    expect(change('13812345678', '138****5678')).toMatchObject({ change: 'same' })
    expect(change('138****5678', '13812345678')).toMatchObject({ change: 'same' })
    expect(change('138****5678', '13912345678')).toMatchObject({ change: 'update', set: { note: '13912345678' } })
  })

  it('never writes derived columns', () => {
    expect(push([{ code: '9', name: 'x', double: 7 }])[0]).toMatchObject({ values: { code: '9', name: 'x' } })
  })
})
