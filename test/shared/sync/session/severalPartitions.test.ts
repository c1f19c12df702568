// One workbook that holds several partitions, of two years and two units: each goes its own way, and one may be lost (H9, W6).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import { refreshSession } from '#shared/sync/session/refreshSession.ts'
import { previewSession } from '#shared/sync/session/previewSession.ts'
import { toNewState } from '#shared/sync/session/session.ts'
import { must, publish } from '#test/simulation/calm.ts'
import { PaneClosed, recovery, type Desk } from '#test/simulation/desk.ts'
import {
  bindings,
  idAt,
  makeDesk,
  openThreeSheets,
  places,
  readSheet,
  stateOf,
  typeCells,
  typeRow,
  writeId,
  type ThreeSheets,
} from '#test/simulation/threeSheets.ts'

let three: ThreeSheets
let a: Desk
let b: Desk

beforeEach(async () => {
  three = await openThreeSheets()
  ;({ a, b } = three)
})
afterEach(() => three.close())

describe('several partitions in one workbook', () => {
  it('P-3 W6: are sent, pulled, checked and totalled each for itself, with one cursor', async () => {
    expect((['今年', '去年', '别家'] as const).map((sheet) => readSheet(b, sheet))).toEqual([
      [
        ['N1', 10],
        ['N2', 20],
      ],
      [
        ['V1', 10],
        ['V2', 20],
      ],
      [
        ['B1', 10],
        ['B2', 20],
      ],
    ])
    const state = await stateOf(b)
    expect(state.held.map(({ p, sum }) => [p, sum.split(':').slice(0, 2)])).toEqual(
      Object.values(places).map((p) => [p, ['2', '9000']]),
    )
    await typeCells(a, { sheet: '今年', row: 3 }, { amount: 11 })
    await typeCells(a, { sheet: '去年', row: 3 }, { amount: 12 })
    await typeCells(b, { sheet: '去年', row: 3 }, { amount: 99 })
    await typeCells(b, { sheet: '别家', row: 4 }, { amount: 25 })
    const sent = await publish(await three.open(a))
    expect(sent.outcomes.flatMap(({ result }) => result.totals)).toEqual(
      [
        ['u1/purse/2026', 3000, 3100],
        ['u1/purse/2025', 3000, 3200],
      ]
        .map(([p, before, after]) => expect.objectContaining({ p, column: 'amount', before, after }) as unknown)
        .flatMap((one) => [one, expect.anything(), expect.anything()]),
    )
    const preview = must(await previewSession(await three.open(b)))
    expect(
      preview.sheets.map(({ p, mine, theirs, conflicts }) => [p, mine.length, theirs.length, conflicts.length]),
    ).toEqual([
      ['u1/purse/2026', 0, 1, 0],
      ['u1/purse/2025', 0, 0, 1],
      ['u9/purse/2026', 1, 0, 0],
    ])
    const published = await publish(await three.open(b))
    expect(published.sheets.map(({ conflicts }) => conflicts.length)).toEqual([0, 1, 0])
    must(await refreshSession(await three.open(a)))
    expect([readSheet(a, '今年')[0], readSheet(a, '去年')[0], readSheet(a, '别家')[1]]).toEqual([
      ['N1', 11],
      ['V1', 12],
      ['B2', 25],
    ])
  })

  it('D3: a row copied from one sheet into another is a new record there', async () => {
    const id = idAt(a, '去年', 3)
    await typeRow(a, '今年', { code: 'V1', amount: 10 })
    await writeId(a, { sheet: '今年', row: 5 }, id)
    const { sheets } = await publish(await three.open(a))
    expect(sheets.map(({ mine, conflicts }) => mine.length + conflicts.length)).toEqual([0, 0, 0])
    expect((await three.world().store.listRecords('u1/purse/2026', three.person()))?.rows).toHaveLength(3)
    expect(
      (await three.world().store.listRecords('u1/purse/2025', three.person()))?.rows.map((row) => row.id),
    ).toContain(id)
  })
})

describe('a partition that nobody has begun', () => {
  it('H9: is no loss: what is typed there is sent, even after others were pulled', async () => {
    const empty = await makeDesk('c')
    const [first] = bindings
    const next = { ...first!, partition: 'u1/purse/2027', sheetName: '别家' }
    const state = toNewState({ ...recovery, bindings: [first!, next] })
    await empty.workbook.apply([{ type: 'setState', rows: encodeState(state) }])
    for (let round = 0; round < 2; round += 1) must(await refreshSession(await three.open(empty), 'pull'))
    await typeRow(empty, '别家', { code: 'X1', amount: 5 })
    const preview = must(await previewSession(await three.open(empty)))
    expect([preview.dropped, preview.sheets[1]?.counts.added]).toEqual([[], 1])
    await publish(await three.open(empty))
    expect((await three.world().store.listRecords('u1/purse/2027', three.person()))?.rows).toHaveLength(1)
  })
})

describe('a partition that may not be seen any more', () => {
  it('H9: leaves sheet, base and journal; what was never sent is shown first and stays until it is cleared', async () => {
    await typeCells(a, { sheet: '别家', row: 3 }, { amount: 15 })
    await typeRow(a, '别家', { code: 'B3', amount: 30 })
    await typeCells(a, { sheet: '今年', row: 3 }, { amount: 16 })
    expect((await stateOf(a)).journal).not.toEqual([])
    await three.grant(['u1'])
    const preview = must(await previewSession(await three.open(a)))
    expect(preview.findings).toMatchObject([
      { code: 'sync/sheet-dropped', params: { sheet: '别家', rows: 1, unsent: 2 } },
    ])
    expect(preview.dropped).toMatchObject([
      {
        p: 'u9/purse/2026',
        sheetName: '别家',
        leaving: 1,
        unsent: [
          { change: 'edit', set: { amount: 1500 } },
          { change: 'add', values: { code: 'B3' } },
        ],
      },
    ])
    expect(preview.sheets.map(({ p }) => p)).toEqual(['u1/purse/2026', 'u1/purse/2025'])
    const first = await publish(await three.open(a))
    expect(first.outcomes[0]?.result.counts).toMatchObject({ created: 0, updated: 1 })
    expect([readSheet(a, '今年')[0], readSheet(a, '别家')]).toEqual([
      ['N1', 16],
      [
        ['B1', 15],
        ['B3', 30],
      ],
    ])
    const state = await stateOf(a)
    expect([state.held.length, [...state.base.values()].some(({ p }) => p.startsWith('u9')), state.redo]).toEqual([
      2,
      false,
      [],
    ])
    expect(JSON.stringify(state.journal)).not.toContain('u9/purse/2026')
    const again = must(await previewSession(await three.open(a)))
    expect(again.dropped).toMatchObject([
      { leaving: 0, unsent: [{ values: { code: 'B1', amount: 1500 } }, { values: { code: 'B3' } }] },
    ])
    await publish(await three.open(a), { clearDropped: ['u9/purse/2026', 'u1/purse/2026'] })
    expect([readSheet(a, '别家'), readSheet(a, '今年').length]).toEqual([[], 2])
    expect(must(await previewSession(await three.open(a))).dropped).toEqual([])
    // The right comes back: so do the rows, as the server has them.
    await three.grant(['u1', 'u9'])
    must(await refreshSession(await three.open(a)))
    expect(readSheet(a, '别家')).toEqual([
      ['B1', 10],
      ['B2', 20],
    ])
  })

  it('H9: an edit of the journal that named the row by its id alone leaves the journal, too', async () => {
    await typeCells(a, { sheet: '别家', row: 3 }, { amount: 15 })
    await publish(await three.open(a))
    await three.grant(['u1'])
    must(await refreshSession(await three.open(a), 'pull'))
    const ids = (await three.world().store.listRecords('u9/purse/2026', three.person()))?.rows ?? []
    expect(ids).toEqual([])
    const named = (await stateOf(a)).journal.flatMap(({ envelope }) =>
      envelope.groups.flatMap(({ ops }) => ops.map(({ id }) => id)),
    )
    expect(named).toEqual([])
    expect(readSheet(a, '别家')).toEqual([])
  })

  it('H5 H9: a pane closed at any write goes on with it', async () => {
    for (let left = 0; left < 4; left += 1) {
      await three.grant(['u1', 'u9'])
      must(await refreshSession(await three.open(a)))
      await typeCells(a, { sheet: '别家', row: 4 }, { amount: 50 + left })
      await three.grant(['u1'])
      a.cut = { left, tearState: false }
      const problem: unknown = await refreshSession(await three.open(a), 'pull').then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      a.cut = undefined
      if (problem !== undefined && !(problem instanceof PaneClosed)) throw problem
      must(await refreshSession(await three.open(a), 'pull'))
      expect(readSheet(a, '别家'), `cut at ${left}`).toEqual([['B2', 50 + left]])
      expect((await stateOf(a)).base.size).toBe(4)
      await publish(await three.open(a), { clearDropped: ['u9/purse/2026'] })
    }
  })
})
