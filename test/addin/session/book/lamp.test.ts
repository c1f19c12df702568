// The lamp of a sheet, and where the pane is: small pure steps.
import { describe, expect, it } from 'vitest'
import { brightness } from '#addin/looks/officeTheme.ts'
import { lampOf, type BookFacts } from '#addin/session/book/lamp.ts'
import { parsePaneRoute, toPaneHash } from '#addin/session/book/usePaneRoute.ts'
import type { SheetChanges } from '#shared/sync/session/previewSession.ts'

const calm: BookFacts = { isOffline: false, isBehind: false, isTorn: false }
const none: SheetChanges = {
  p: 'u1/sample/2026',
  sheetName: '表',
  counts: { added: 0, changed: 0, deleted: 0, unchanged: 3 },
  mine: [],
  theirs: [],
  conflicts: [],
  totals: [],
  findings: [],
  matches: [],
  names: {},
}
const id = '01a1fcf7-0000-7000-8000-000000000001' as SheetChanges['mine'][number]['id']
const mine: SheetChanges['mine'] = [{ change: 'add', id, values: {}, row: 3 }]
const conflicts: SheetChanges['conflicts'] = [{ kind: 'field', id, column: 'a', base: 1, theirs: 2, mine: 3 }]

describe('the lamp of a sheet', () => {
  it('says the worst first: torn, unknown, conflict, offline, pending, behind, and only then that it agrees', () => {
    expect(lampOf({ changes: none }, calm)).toEqual({ lamp: 'agrees' })
    expect(lampOf({ changes: none }, { ...calm, isBehind: true })).toEqual({ lamp: 'behind' })
    expect(lampOf({ changes: { ...none, mine } }, { ...calm, isBehind: true })).toEqual({ lamp: 'pending', count: 1 })
    expect(lampOf({ changes: { ...none, mine } }, { ...calm, isOffline: true })).toEqual({ lamp: 'offline', count: 1 })
    expect(lampOf({ changes: { ...none, mine, conflicts } }, { ...calm, isOffline: true })).toEqual({
      lamp: 'conflict',
      count: 1,
    })
    expect(lampOf({ changes: null }, calm)).toEqual({ lamp: 'new' })
    expect(lampOf({ changes: null }, { ...calm, isOffline: true })).toEqual({ lamp: 'offline', count: 0 })
    const lost = { code: 'ids-lost', severity: 'error' as const, location: {}, params: {} }
    expect(lampOf({ changes: { ...none, findings: [lost] } }, calm)).toEqual({ lamp: 'lost' })
    expect(lampOf({ changes: none }, { ...calm, isTorn: true })).toEqual({ lamp: 'torn' })
  })
})

describe('the places of the pane', () => {
  it('are read back as they are written, and anything else is the first page', () => {
    expect(parsePaneRoute(toPaneHash('publish', { run: 3 }))).toEqual({ page: 'publish', id: '', run: 3 })
    expect(parsePaneRoute(toPaneHash('receipt', { id: 'ab12' }))).toEqual({ page: 'receipt', id: 'ab12', run: 0 })
    expect(parsePaneRoute(toPaneHash('sheets')).page).toBe('sheets')
    expect(parsePaneRoute('#/nowhere/else')).toEqual({ page: 'sheets', id: 'else', run: 0 })
  })
})

describe('the shade', () => {
  it('is told by the brightness of the colour Office gives', () => {
    expect(brightness('#ffffff')).toBeCloseTo(1)
    expect(brightness('#262626')).toBeLessThan(0.5)
    expect(brightness('white')).toBeUndefined()
  })
})
