// What comes back from whoever sees a column masked: unchanged it is no news, changed it is refused, the whole value stays (ADR 0034).
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PushReport, WorkbookPreview } from '#shared/contract/resources.ts'
import { maskValue } from '#shared/definition/mask.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { readBase, readVisible, rowsById, typeInto, type Typed } from '../editFile.ts'
import { idOf, kindOf, listOf, placeOf, plant, type Planted } from '../masking.ts'
import { freshId, pushBody, type WireOp } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text()

describe('a masked cell on its way back', () => {
  let world: ServerWorld
  let finance: SignedIn
  let cashier: SignedIn
  let planted: readonly Planted[]
  const definition = kindOf('signoff')
  const params = placeOf(definition)
  beforeAll(async () => {
    world = await openServerWorld()
    finance = await world.signIn('finance')
    cashier = await world.signIn('cashier')
    planted = await plant(world, finance, definition)
  })
  afterAll(() => world.close())

  const at = (state: string, column = 'phone') =>
    planted.find((known) => known.state === state && known.column === column)!
  const send = async (who: SignedIn, ops: readonly WireOp[], confirmedDeletes = 0): Promise<PushResult> => {
    const answer = await world.call('push', {
      token: who.token,
      body: pushBody(ops, { schema: { [definition.kind]: definition.version }, confirmedDeletes }),
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as PushResult
  }
  const stored = async (id: string): Promise<Values> => {
    const row = await world.composed.store.db
      .selectFrom('record')
      .select('content')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return JSON.parse(row.content) as Values
  }
  const rowOf = async (who: SignedIn, id: string) =>
    (await listOf(world, who, definition)).rows.find((row) => row.id === id)!
  const workbook = async (who: SignedIn): Promise<Uint8Array> =>
    new Uint8Array(await (await world.call('downloadWorkbook', { token: who.token, params })).arrayBuffer())
  const upload = async (who: SignedIn, bytes: Uint8Array) => {
    const answer = await world.call('uploadWorkbook', { token: who.token, query: 'name=x.xlsx', body: bytes })
    expect(answer.status).toBe(201)
    return (await answer.json()) as WorkbookPreview
  }
  const publish = async (who: SignedIn, uploadId: string) => {
    const body = { dryRun: false, resolutions: [], confirmedDeletes: [] }
    const answer = await world.call('publishWorkbook', { token: who.token, params: { id: uploadId }, body })
    const text = await answer.text()
    expect(answer.status, text).toBe(200)
    return { report: JSON.parse(text) as PushReport, text }
  }

  it('lies in sheet and base as it is shown, counts as unchanged, and the rest of the row is merged', async () => {
    const { id, value } = at('approved')
    const bytes = await workbook(cashier)
    expect((await readBase(bytes)).base.get(id)?.values['phone']).toBe(maskValue(value, 'phone'))
    const row = rowsById(readVisible(bytes)).get(id)!.index
    const edited = await typeInto(bytes, [{ row, header: '备注', value: '已通知' }])
    const preview = await upload(cashier, edited)
    const { report } = await publish(cashier, preview.uploadId)
    expect(report.result.counts).toMatchObject({ updated: 1, rejected: 0, conflicts: 0 })
    expect(await stored(id)).toMatchObject({
      phone: value,
      remark: '已通知',
      bankName: at('approved', 'bankName').value,
    })
    // the file as it is afterwards is quiet: checksum and base hold
    const after = await world.call('publishedWorkbook', { token: cashier.token, params: { id: preview.uploadId } })
    const again = await upload(cashier, new Uint8Array(await after.arrayBuffer()))
    expect(again.sheets.map(({ counts, conflicts }) => [counts.changed, conflicts.length])).toEqual([[0, 0]])
  })

  it('V8: written over without the right to see it, is refused with what, where and what to do', async () => {
    const { id, value } = at('approved')
    const { rv, values } = await rowOf(cashier, id)
    const set = { phone: '13900000000', remark: '乙' }
    const base = { phone: values['phone'] ?? null, remark: values['remark'] ?? null }
    const refused = await send(cashier, [{ op: 'update', id, rv, base, set }])
    expect(refused.results[0]).toMatchObject({
      s: 'rejected',
      code: 'field-forbidden',
      findings: [{ code: 'review/masked-field', location: { id, column: 'phone' }, params: { label: '手机号码' } }],
      denial: { code: 'masked-field', vires: 'V8', road: 'ask' },
    })
    expect(JSON.stringify(refused)).not.toContain(value)
    expect(await stored(id)).toMatchObject({ phone: value, remark: '已通知' })
  })

  it('is never written over the whole value, by whomever, nor into a new row', async () => {
    const { id, value } = at('draft')
    const { rv } = await rowOf(finance, id)
    const mask = maskValue(value, 'phone')
    const over = await send(finance, [{ op: 'update', id, rv, base: { phone: value }, set: { phone: mask } }])
    expect(over.results[0]).toMatchObject({ s: 'rejected', code: 'invalid' })
    expect(JSON.stringify(over)).toContain('text.masked')
    const copy = { ...(await stored(id)), name: '乙某', phone: mask }
    const added = await send(finance, [{ op: 'create', id: freshId(), p: idOf(definition), values: copy }])
    expect(added.results[0]).toMatchObject({ s: 'rejected', code: 'invalid' })
    expect((await stored(id))['phone']).toBe(value)
  })

  it('I12: a conflict, a finding and a guess by trial repeat nothing of what is masked', async () => {
    const { id, value } = at('approved')
    const { rv, values } = await rowOf(cashier, id)
    const before = await stored(id)
    await send(cashier, [{ op: 'update', id, rv, base: { remark: values['remark'] ?? null }, set: { remark: '甲' } }])
    const conflict = await send(cashier, [{ op: 'update', id, rv, base: { remark: '旧' }, set: { remark: '乙' } }])
    expect(conflict.results[0]).toMatchObject({
      s: 'conflict',
      theirs: { values: { phone: maskValue(value, 'phone') } },
    })
    expect(JSON.stringify(conflict)).not.toContain(value)
    // the same content again would be “nothing to do”: not for whoever only guesses it
    const guess = await send(cashier, [{ op: 'create', id, p: idOf(definition), values: before }])
    expect(guess.results[0]?.s).not.toBe('noop')
    expect(JSON.stringify(guess)).not.toContain(value)
    const deleted = await send(cashier, [{ op: 'delete', id, rv }], 1)
    expect(JSON.stringify(deleted)).not.toContain(value)
  })

  it('undo by one who may brings back the whole value; the record of it shows none to others', async () => {
    const { id, value } = at('draft')
    const { rv } = await rowOf(finance, id)
    const changed = await send(finance, [
      { op: 'update', id, rv, base: { phone: value }, set: { phone: '13911112222' } },
    ])
    expect(changed.counts.updated).toBe(1)
    const undone = await world.call('undo', {
      token: finance.token,
      params: { pushId: changed.pushId },
      body: { dryRun: false, force: [] },
    })
    expect(undone.status).toBe(200)
    expect((await stored(id))['phone']).toBe(value)
    const director = await world.signIn('director')
    const history = await textOf(world.call('recordHistory', { token: director.token, params: { id } }))
    expect(history).toContain('139****2222')
    expect(history).not.toContain('13911112222')
    expect(history).not.toContain(value)
    const verified = await world.composed.store.verifyChain({ tables: false })
    expect(verified.intact).toBe(true)
  })

  it('whatever is typed into a masked cell, the stored value stays (property)', async () => {
    const { id, value } = at('approved')
    const { rv, values } = await rowOf(cashier, id)
    const shown = values['phone'] ?? null
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.oneof(fc.string({ maxLength: 20 }), fc.constant(String(shown)), fc.constant(value))),
        fc.constantFrom(shown, value, null),
        async (typed, base) => {
          const result = await send(cashier, [{ op: 'update', id, rv, base: { phone: base }, set: { phone: typed } }])
          expect(result.point).toBeNull()
          expect((await stored(id))['phone']).toBe(value)
          if (typed !== value && base !== value) expect(JSON.stringify(result)).not.toContain(value)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a masked cell in a workbook', () => {
  let world: ServerWorld
  const definition = kindOf('hardship')
  const params = placeOf(definition)
  beforeAll(async () => {
    world = await openServerWorld()
  })
  afterAll(() => world.close())

  const publish = async (who: SignedIn, typed: (indexOf: (id: string) => number) => readonly Typed[]) => {
    const { token } = who
    const downloaded = await world.call('downloadWorkbook', { token, params })
    const bytes = new Uint8Array(await downloaded.arrayBuffer())
    const rows = rowsById(readVisible(bytes))
    const edited = await typeInto(
      bytes,
      typed((id) => rows.get(id)?.index ?? 0),
    )
    const uploaded = await world.call('uploadWorkbook', { token, query: 'name=x.xlsx', body: edited })
    const preview = (await uploaded.json()) as WorkbookPreview
    const body = { dryRun: false, resolutions: [], confirmedDeletes: [] }
    const published = await world.call('publishWorkbook', { token, params: { id: preview.uploadId }, body })
    const text = await published.text()
    expect(published.status, text).toBe(200)
    return { preview, report: JSON.parse(text) as PushReport, text }
  }
  const phoneOf = async (id: string) => {
    const rows = await world.composed.store.db.selectFrom('record').select(['id', 'content']).execute()
    return (JSON.parse(rows.find((row) => row.id === id)!.content) as Values)['phone']
  }

  it('V8: typed over without the right to see it, is a finding at its cell; what else was edited is saved', async () => {
    const planted = await plant(world, await world.signIn('finance'), definition)
    const at = (state: string) => planted.find((known) => known.state === state && known.column === 'phone')!
    const [own, over] = [at('applied'), at('screened')]
    const department = await publish(await world.signIn('department', { department: '甲部' }), (indexOf) => [
      { row: indexOf(own.id), header: '手机号码', value: '13911112222' },
      { row: indexOf(over.id), header: '手机号码', value: '13900000000' },
    ])
    expect(department.preview.sheets[0]?.counts).toMatchObject({ changed: 2, added: 0, deleted: 0 })
    expect(department.report.result.counts).toMatchObject({ updated: 1, rejected: 1 })
    expect(department.report.problems[0]).toMatchObject({
      findings: [{ code: 'review/locked', location: { id: over.id } }],
    })
    const chair = await publish(await world.signIn('chair'), (indexOf) => [
      { row: indexOf(over.id), header: '手机号码', value: '13900000000' },
    ])
    expect(chair.report.problems[0]).toMatchObject({
      findings: [{ code: 'review/masked-field', location: { id: over.id, column: 'phone' } }],
      denial: { vires: 'V8' },
    })
    for (const { value } of planted.filter(({ state }) => state !== 'applied'))
      for (const { text } of [department, chair]) expect(text).not.toContain(value)
    expect([await phoneOf(own.id), await phoneOf(over.id)]).toEqual(['13911112222', over.value])
  })
})
