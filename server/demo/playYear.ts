// Plays a made-up year against the app itself, by its own endpoints and on its own days: every right and rule is asked.
import { createHash } from 'node:crypto'
import type { App } from '../app.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { EvidenceNeed } from '#shared/definition/evidenceNeed.ts'
import type { RecordList, RecordRow, SessionInfo } from '#shared/contract/resources.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { sheetSeen } from '#shared/review/covered.ts'
import { filedBy } from '#shared/definition/filedBy.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { Values } from '#shared/kernel/value.ts'
import { evidenceFor } from './evidenceFor.ts'
import { demoAccounts, demoPassword } from './people.ts'
import type { DemoPerson, FillStep, MoveStep, RowsStep, Step } from './step.ts'

export interface Stage {
  readonly app: App
  readonly definitions: ReadonlyMap<string, SheetDefinition>
  readonly unitId: string
  /** The day and hour it is in the play. */
  readonly setTime: (time: Date) => void
  readonly newId: () => string
  readonly newPushId: () => string
}

/** How many steps are done, and of what. */
export type Progress = (done: number, total: number) => void

/** Throws with the server's own words when a step is refused: the year is ours, and must be right. */
export async function playYear(stage: Stage, steps: readonly Step[], progress: Progress = () => {}): Promise<void> {
  const player = await createPlayer(stage)
  const ordered = steps.map((step, index) => ({ step, index }))
  ordered.sort((a, b) => (a.step.day === b.step.day ? a.index - b.index : a.step.day < b.step.day ? -1 : 1))
  for (const [done, { step }] of ordered.entries()) {
    progress(done, ordered.length)
    stage.setTime(new Date(`${step.day}T09:00:00+08:00`))
    switch (step.type) {
      case 'rows':
        await player.enter(step)
        break
      case 'fill':
        await player.fill(step)
        break
      case 'move':
        await player.move(step)
        break
    }
  }
  progress(ordered.length, ordered.length)
}

interface Player {
  enter(step: RowsStep): Promise<void>
  fill(step: FillStep): Promise<void>
  move(step: MoveStep): Promise<void>
}

type Row = Pick<RecordRow, 'id' | 'rv'>

interface Attempt {
  readonly ok: boolean
  readonly said: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function createPlayer(stage: Stage): Promise<Player> {
  const { app, definitions, unitId } = stage
  const tokens = new Map<DemoPerson, string>()

  const send = async (by: DemoPerson, method: string, path: string, body?: unknown): Promise<Response> => {
    const token = tokens.get(by)
    const headers = {
      'Content-Type': 'application/json',
      'Accept-Language': 'zh-Hans',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const answer = await app.request(`/api/v1${path}`, init)
    if (answer.status !== 401 || path === '/session') return answer
    // The year is longer than a session.
    await signIn(by)
    return send(by, method, path, body)
  }
  const call = async <T>(by: DemoPerson, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await send(by, method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${by} ${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as T // what the contract says of the path
  }
  const signIn = async (by: DemoPerson): Promise<void> => {
    tokens.delete(by)
    const session = await call<SessionInfo>(by, 'POST', '/session', { name: by, password: demoPassword })
    tokens.set(by, session.token ?? '')
  }
  const sheetOf = ({ kind, year }: Pick<Step, 'kind' | 'year'>): string => `/partitions/${unitId}/${kind}/${year}`
  const definitionOf = ({ kind }: Step): SheetDefinition => {
    const definition = definitions.get(kind)
    if (definition === undefined) throw new Error(`no kind ${kind}`)
    return definition
  }

  const push = async (step: RowsStep | FillStep, groups: readonly unknown[]): Promise<void> => {
    const result = await call<PushResult>(step.by, 'POST', '/sync/push', {
      pushId: stage.newPushId(),
      api: 1,
      schema: { [step.kind]: definitionOf(step).version },
      workbook: 'demo',
      witness: [],
      mode: 'all',
      dryRun: false,
      confirmedDeletes: 0,
      groups,
    })
    const bad = result.results.find(({ s }) => s !== 'applied' && s !== 'merged' && s !== 'noop')
    if (bad !== undefined) throw new Error(`${step.day} ${step.kind}: ${JSON.stringify(bad)}`)
  }
  /** Amounts travel as text. */
  const onWire = (definition: SheetDefinition, values: Values): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        const column = definition.columns[key]
        if (column === undefined) throw new Error(`${definition.kind} has no ${key}`)
        return [key, value === null ? null : valueTypes[column.type].encode(value)]
      }),
    )
  const rowsOf = async (
    by: DemoPerson,
    step: Pick<MoveStep, 'kind' | 'year' | 'only'>,
  ): Promise<readonly RecordRow[]> => {
    const { rows } = await call<RecordList>(by, 'GET', `${sheetOf(step)}/records`)
    const { only } = step
    return only === undefined ? rows : rows.filter(({ values }) => values[only.column] === only.value)
  }

  /** Puts on file, on its own day and by somebody who may, what the step needs. */
  const file = async (step: MoveStep, need: EvidenceNeed, rows: readonly Row[] | null): Promise<void> => {
    const at = new Date(`${step.day}T09:00:00+08:00`)
    const filing = evidenceFor(need, at)
    if (filing === undefined) return
    stage.setTime(filing.on)
    const roles = filedBy(need, definitionOf(step).workflow)
    const refusals: string[] = []
    for (const { name, role } of demoAccounts.filter(({ at: place }) => place === 'here')) {
      if (!roles.includes(role)) continue
      const covers = rows === null ? { type: 'sheet' } : { type: 'records', ids: rows.map(({ id }) => id) }
      const whole = { kind: step.kind, year: step.year }
      const seen = sheetSeen(rows ?? (await rowsOf(name, whole)), sha256)
      const entry = { type: 'evidence', covers, seen, content: filing.content }
      const answer = await send(name, 'POST', `${sheetOf(step)}/proceedings`, { subject: stage.newId(), entry })
      if (answer.ok) {
        stage.setTime(at)
        return
      }
      refusals.push(`${name}: ${await answer.text()}`)
    }
    throw new Error(`${step.day} ${step.kind} ${step.transition} ${need.type}: ${refusals.join(' · ')}`)
  }

  const attempt = async (by: DemoPerson, step: MoveStep, from: readonly string[], whole: boolean): Promise<Attempt> => {
    const all = await rowsOf(by, step)
    const movable = all.filter(({ state }) => from.includes(state))
    if (movable.length === 0) return { ok: false, said: 'no rows' }
    const p = `${unitId}/${step.kind}/${step.year}`
    const rows = movable.map(({ id, rv, state, values }) => ({
      id,
      rv,
      seen: contentHash({ p, state, values }, sha256),
    }))
    const answer = await send(by, 'POST', `${sheetOf(step)}/move`, {
      pushId: stage.newPushId(),
      transition: step.transition,
      rows: whole ? null : rows,
      seen: whole ? sheetSeen(all, sha256) : '',
      reason: '按程序办理',
      consulted: null,
      dryRun: false,
    })
    const text = await answer.text()
    if (!answer.ok) return { ok: false, said: text }
    const { results } = JSON.parse(text) as PushResult // what moves answer
    const bad = results.find(({ s }) => s !== 'applied' && s !== 'skipped') ?? results.find(({ s }) => s !== 'applied')
    return { ok: bad === undefined, said: JSON.stringify(bad ?? null) }
  }

  return {
    async enter(step) {
      const definition = definitionOf(step)
      const p = `${unitId}/${step.kind}/${step.year}`
      const ops = step.rows.map((values) => ({
        op: 'create',
        id: stage.newId(),
        p,
        values: onWire(definition, values),
      }))
      await push(step, [{ g: 1, ops }])
    },
    async fill(step) {
      const definition = definitionOf(step)
      const set = onWire(definition, step.set)
      const ops = (await rowsOf(step.by, step)).map(({ id, rv, values }) => {
        const was = Object.fromEntries(Object.keys(step.set).map((key) => [key, values[key] ?? null]))
        return { op: 'update', id, rv, base: onWire(definition, was), set }
      })
      await push(step, [{ g: 1, ops }])
    },
    async move(step) {
      const { workflow } = definitionOf(step)
      const transition = workflow.transitions.find(({ name }) => name === step.transition)
      if (transition === undefined) throw new Error(`${step.kind} has no ${step.transition}`)
      const whole = transition.scope === 'sheet'
      const reader: DemoPerson = 'chen'
      const rows = (await rowsOf(reader, step)).filter(({ state }) => transition.from.includes(state))
      for (const need of transition.needs ?? []) await file(step, need, whole ? null : rows)
      const refusals: string[] = []
      for (const { name, role, at } of demoAccounts) {
        if (!transition.by.includes(role) || (at === 'above') !== (transition.level === 'superior')) continue
        const tried = await attempt(name, step, transition.from, whole)
        if (tried.ok) return
        refusals.push(`${name}: ${tried.said}`)
      }
      throw new Error(`${step.day} ${step.kind} ${step.transition}: ${refusals.join(' · ')}`)
    },
  }
}
