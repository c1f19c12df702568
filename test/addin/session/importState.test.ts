// The state of an import on the page, step by step.
import { describe, expect, it } from 'vitest'
import {
  acceptFindings,
  acceptGroup,
  applyFixes,
  chooseTable,
  choosePlace,
  correctCells,
  correctRole,
  findingKey,
  mapColumn,
  openGroups,
  startImport,
  takeRehearsal,
  type ImportState,
} from '#addin/session/importState.ts'
import { sampleAnalysis, sampleFindings, sampleReport, sampleTable, sampleUnits } from '../samples.ts'

function start(): ImportState {
  const state = startImport(sampleAnalysis, sampleUnits)
  if (!state) throw new Error('the sample has a table')
  return state
}

describe('decisions about a file', () => {
  it('begins with the table of a known kind that has most rows, and with the unit that the file names', () => {
    const small = { ...sampleTable, plan: null, preview: null }
    const state = startImport({ ...sampleAnalysis, tables: [small, sampleTable] }, sampleUnits)
    expect(state?.chosen).toBe(1)
    expect(state?.unitId).toBe('u2')
  })

  it('never guesses the unit when the file names none and there are several', () => {
    const nameless = { ...sampleTable, table: { ...sampleTable.table, unitName: null } }
    expect(startImport({ ...sampleAnalysis, tables: [nameless] }, sampleUnits)?.unitId).toBeNull()
    expect(startImport({ ...sampleAnalysis, tables: [nameless] }, sampleUnits.slice(0, 1))?.unitId).toBe('u1')
  })

  it('is nothing when the file holds no table', () => {
    expect(startImport({ ...sampleAnalysis, tables: [] }, sampleUnits)).toBeNull()
    expect(chooseTable(start(), 7)).toBeNull()
  })

  it('feeds a column from one header only: the second choice takes it from the first', () => {
    const next = mapColumn(start(), 3, 'amount')
    expect(next.plan?.mappings.map((mapping) => mapping.target)).toEqual(['code', 'name', null, 'amount'])
    expect(next.plan?.mappings[3]?.basis).toBe('manual')
  })

  it('keeps the last correction of a cell and drops the rehearsal with every change', () => {
    const rehearsed = takeRehearsal(start(), sampleReport)
    const once = correctCells(rehearsed, [{ row: 3, column: 'amount', value: 1 }])
    const twice = correctCells(once, [{ row: 3, column: 'amount', value: 2 }])
    expect(twice.plan?.corrections).toEqual([{ row: 3, column: 'amount', value: 2 }])
    expect(twice.rehearsal).toBeNull()
    expect(twice.wasRehearsed).toBe(true)
  })

  it('does in one step what all findings of a group suggest', () => {
    const next = applyFixes(start(), sampleFindings)
    expect(next.plan?.corrections).toEqual([
      { row: 3, column: 'amount', value: 3_600_000 },
      { row: 4, column: 'amount', value: 1_000_000 },
    ])
    const mapped = applyFixes(start(), [
      {
        code: 'x',
        severity: 'warning',
        location: {},
        params: {},
        fix: { type: 'mapColumn', header: '测算依据', column: 'note' },
      },
      {
        code: 'y',
        severity: 'warning',
        location: {},
        params: {},
        fix: { type: 'mapValue', column: 'name', from: '甲', to: '乙' },
      },
    ])
    expect(mapped.plan?.mappings[3]?.target).toBe('note')
    expect(mapped.plan?.aliases).toEqual([{ column: 'name', from: '甲', to: '乙' }])
  })

  it('counts decisions, not cells: one group is one, hints are none, what was accepted is gone', () => {
    const state = start()
    expect(openGroups(state)).toHaveLength(1)
    expect(openGroups(state)[0]?.findings).toHaveLength(2)
    const accepted = acceptFindings(state, sampleFindings.slice(0, 2))
    expect(openGroups(accepted)).toEqual([])
    expect(accepted.plan?.accepted).toEqual([3, 4])
  })

  it('settles a group of which the answer shows a part, with all its rows', () => {
    const state = start()
    const preview = state.table.preview
    const [large, ...others] = preview?.fixGroups ?? []
    if (!preview || !large) throw new Error('no preview')
    const rows = [[3, 4], [20, 29]] as const // prettier-ignore
    const fixGroups = [{ ...large, count: 12, rows }, ...others]
    const cut = { ...state, table: { ...state.table, preview: { ...preview, fixGroups } } }
    const [group] = openGroups(cut)
    if (!group) throw new Error('no group')
    expect([group.findings.length, group.count]).toEqual([2, 12])
    const accepted = acceptGroup(cut, group)
    expect(openGroups(accepted)).toEqual([])
    expect(accepted.plan?.accepted).toEqual([3, 4, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29])
    expect(accepted.seen.has(findingKey(sampleFindings[0] ?? fail()))).toBe(true)
  })

  it('lets a person say what a row is, and where the sheet goes', () => {
    const next = choosePlace(correctRole(correctRole(start(), 5, 'data'), 5, 'note'), { unitId: 'u1', year: 2025 })
    expect(next.plan?.roles).toEqual([{ row: 5, role: 'note' }])
    expect(next.unitId).toBe('u1')
    expect(next.plan?.conventions.year).toBe(2025)
  })
})

function fail(): never {
  throw new Error('missing sample')
}
