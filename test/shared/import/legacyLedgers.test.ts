// Task ledgers as offices keep them (domain.md §4.2 H), through the whole import.
import { describe, expect, it } from 'vitest'
import { messyLedger, plainLedger } from '#test/fixtures/legacy/task.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

async function ledger(fixture: Fixture) {
  const [imported] = await importFixture(fixture)
  if (!imported?.result || !imported.plan) throw new Error('nothing was recognised')
  const values = imported.result.rows.map((row) => row.values)
  const findings = imported.result.findings.map(
    (finding) => `${finding.severity} ${finding.code} ${finding.location.cell ?? finding.location.row ?? ''}`,
  )
  return { ...imported, plan: imported.plan, result: imported.result, values, findings }
}

describe('legacy task ledgers', () => {
  it('reads dates in all their spellings, several co-handlers, and words for states', async () => {
    const { values, result } = await ledger(plainLedger)
    expect(values.map((row) => [row['taskNo'], row['assigned'], row['due'], row['co'], row['status']])).toEqual([
      ['DB-2026-001', '2026-01-12', '2026-03-31', null, '已办结'],
      ['DB-2026-002', '2026-02-03', '2026-06-30', '办公室、财务部', '正在办理'],
      ['DB-2026-003', '2026-03-05', '2026-04-30', null, '正在办理'],
      ['DB-2026-004', '2026-01-05', '长期', null, '长期坚持'],
    ])
    expect(result.counts).toMatchObject({ imported: 4, rejected: 0, rows: 6 })
  })

  it('IM56 follows section headings without importing them', async () => {
    const { result, values } = await ledger(messyLedger)
    expect(result.counts).toMatchObject({ imported: 3, section: 2, note: 1, rejected: 1 })
    expect(values.map((row) => row['task'])).not.toContain('一、组织建设')
  })

  it('IM59 gives every measure of a merged task its group keys', async () => {
    const { values, result } = await ledger(messyLedger)
    const measures = [...values.slice(2), ...result.rejected.map((row) => row.values)]
    expect(measures.map((row) => [row['taskNo'], row['task'], row['lead'], row['progress']])).toEqual([
      ['DB-2026-013', '户外劳动者驿站', '权益保障部', '选址'],
      ['DB-2026-013', '户外劳动者驿站', '权益保障部', '采购'],
    ])
  })

  it('IM64 C18 rejects the second row of one task, which the records would take once, and names the first', async () => {
    const { result, findings } = await ledger(messyLedger)
    expect(findings).toContain('error import/key-twice A10')
    expect(result.rejected.map(({ row, findings: said }) => [row, said.at(-1)?.params])).toEqual([
      [10, { first: 9, key: 'DB-2026-013 · 户外劳动者驿站 · 权益保障部' }],
    ])
  })

  it('takes 来源 for 任务来源 where its cells are nothing but sources', async () => {
    const { plan } = await ledger(messyLedger)
    expect(plan.mappings.find((mapping) => mapping.source.header === '来源')).toMatchObject({
      target: 'source',
      basis: 'content',
    })
  })

  it('says what is wrong with handling and time, at the cell', async () => {
    const { findings } = await ledger(messyLedger)
    expect(findings).toEqual(
      expect.arrayContaining([
        'error task/one-lead G7',
        'error task/co-handlers H7',
        'error task/due-order J7',
        'error task/overdue-reason 7',
        'error task/number-twice A9',
      ]),
    )
    const plain = await ledger(plainLedger)
    expect(plain.findings).toEqual(
      expect.arrayContaining(['error task/receiver 5', 'error task/overdue-reason N4', 'warning task/light-red K4']),
    )
  })
})
