// What the pane's benchmarks stand on: a server that holds the list, and a workbook that shows it and carries its base.
import { parsePlainDate, toSerial } from '#shared/kernel/plainDate.ts'
import type { Value } from '#shared/kernel/value.ts'
import { pullToHead } from '#shared/sync/session/applyStage.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { toEnvelope } from '#shared/sync/push/cutEnvelopes.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import { newPushId } from '#shared/sync/newId.ts'
import { toNewState, type SessionDeps } from '#shared/sync/session/session.ts'
import { createMemoryWorkbook, type MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import { idHeader, findingsHeader, stateSheetName } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchBinding, benchDeps, definitions, sheetName } from './addinParts.ts'
import { fetchTransport } from './fetchTransport.ts'
import { pushBodies, signIn } from './journey.ts'
import { benchId, benchValues, storedBench } from './storeWorld.ts'

export interface AddinWorld {
  readonly port: number
  readonly token: string
  /** The table as it stands, and the state sheet. */
  readonly sheets: readonly MemorySheet[]
  /** Somebody else gives so many rows, from row `from` of the sheet on, another phone number. */
  changeRows(from: number, count: number): Promise<void>
  stop(): Promise<void>
}

export async function openAddinWorld(rows: number): Promise<AddinWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-addin-'))
  const server = fork(fileURLToPath(new URL('storeServer.ts', import.meta.url)), [folder], { stdio: 'inherit' })
  const { port } = await firstMessage(server)
  const { call, token } = await signIn(port)
  for (const body of pushBodies(benchValues(rows), 1)) await call('push', body)
  const transport = fetchTransport(`http://127.0.0.1:${port}/api/v1`, token, definitions)
  const sheets = await fillSheets(benchDeps(transport, 900_000), rows)
  return {
    port,
    token,
    sheets,
    async changeRows(from, count) {
      const { state } = await pullAll(benchDeps(transport, 900_000))
      const groups = Array.from({ length: count }, (_, at) => {
        const id = benchId(from - 2 + at)
        const record = state.base.get(id)
        if (!record) throw new Error(`no record ${id}`)
        const base = { phone: record.values['phone'] ?? null }
        return { g: at + 1, ops: [{ op: 'update' as const, id, rv: record.rv, base, set: { phone: '13900000000' } }] }
      })
      const head = { api: 1, schema: { [storedBench.kind]: storedBench.version }, workbook: 'other' } as const
      const pushId = newPushId(benchDeps(transport, 0).ids)
      const sent = await transport.push(
        toEnvelope(head, groups, { pushId, witness: [], mode: 'groups', dryRun: false }),
      )
      if (!sent.ok || sent.value.counts.updated !== count) throw new Error(JSON.stringify(sent))
    },
    async stop() {
      server.send('stop')
      await new Promise((resolve) => server.once('exit', resolve))
      rmSync(folder, { recursive: true })
    },
  }
}

function firstMessage(server: ChildProcess): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as { readonly port: number }))
    server.once('exit', () => reject(new Error('the server ended')))
  })
}

/** The sheet as it is filled by a first refresh, and the base that goes with it. */
async function fillSheets(deps: SessionDeps, rows: number): Promise<readonly MemorySheet[]> {
  const { state } = await pullAll(deps)
  const keys = Object.keys(benchBinding.headers)
  const header: readonly RawValue[] = [...Object.values(benchBinding.headers), findingsHeader, idHeader]
  const lines = benchValues(rows).map((values, at): readonly RawValue[] => {
    return [...keys.map((key) => toRaw(storedBench.columns[key]?.type, values[key] ?? null)), null, benchId(at)]
  })
  return [
    { name: sheetName, cells: [header, ...lines] },
    { name: stateSheetName, cells: encodeState({ ...state, ancestors: new Map() }) },
  ]
}

/** Everything there is, into a workbook that has nothing. */
async function pullAll(deps: SessionDeps): Promise<{ readonly state: WorkbookState }> {
  const issue = { server: '', epoch: '', user: '', at: '' }
  const state = toNewState({ workbookId: 'bench', issue, bindings: [benchBinding] })
  const pulled = await pullToHead({ port: createMemoryWorkbook([]), deps, state, lost: null, shown: [] })
  if (!pulled.ok) throw new Error(JSON.stringify(pulled.error))
  return pulled.value
}

function toRaw(type: string | undefined, value: Value): RawValue {
  if (type === 'money' && typeof value === 'number') return value / 100
  const day = type === 'date' && typeof value === 'string' ? parsePlainDate(value) : undefined
  return day ? { kind: 'date', serial: toSerial(day, 1900), text: day } : value
}
