// Undo over HTTP: what it tells to people who may see only some of the rows that a push touched.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UndoReport } from '#shared/contract/resources.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { freshId, pushBody, type WireOp } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const taskOf = (taskNo: string, lead: string): WireOp => ({
  op: 'create',
  id: freshId(),
  p: 'u1/task/2026',
  values: { taskNo, task: `落实${taskNo}`, source: '会议决定', mode: '主办', lead, due: '2026-12-20' },
})

let world: ServerWorld
let director: SignedIn
let department: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  director = await world.signIn('director')
  department = await world.signIn('department', { department: '甲部' })
})
afterAll(() => world.close())

const push = async (ops: readonly WireOp[]): Promise<PushResult> => {
  const answer = await world.call('push', { token: director.token, body: pushBody(ops, { schema: { task: 1 } }) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as PushResult
}
const undo = (pushId: string, force: readonly unknown[] = []) =>
  world.call('undo', { token: department.token, params: { pushId }, body: { dryRun: true, force } })

describe('undo of what one may see in part', () => {
  it('I12: names no row that is hidden from the person, edited since or not, forced or not', async () => {
    const [own, hidden] = [taskOf('OPEN-1', '甲部'), taskOf('HIDDEN-1', '乙部')]
    const { pushId, results } = await push([own, hidden])
    const outcome = results[1]
    const rv = outcome?.s === 'applied' ? outcome.rv : ''
    await push([{ op: 'update', id: hidden['id'], rv, base: { remark: null }, set: { remark: 'HIDDEN-2' } }])
    for (const force of [[], [hidden['id']]]) {
      const answer = await undo(pushId, force)
      const text = await answer.text()
      expect(text).toContain('OPEN-1')
      expect(text).not.toContain('HIDDEN')
      const report = JSON.parse(text) as UndoReport
      expect(report.kept).toEqual([])
      expect(text).not.toContain(hidden['id'])
    }
  })

  it('I12: a push that touched only hidden rows answers as one that does not exist', async () => {
    const { pushId } = await push([taskOf('HIDDEN-3', '乙部')])
    const answers = [await undo(pushId), await undo('0'.repeat(32))]
    const bodies = await Promise.all(answers.map(async (answer) => ({ ...((await answer.json()) as object) })))
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect({ ...bodies[0], requestId: '' }).toEqual({ ...bodies[1], requestId: '' })
  })
})
