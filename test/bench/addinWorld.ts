// What the pane's benchmarks stand on: a server that holds the list, and a workbook that shows it and carries its base.
import { ruleContext } from '#shared/definition/rule.ts'
import { parsePlainDate, plainDate, toSerial } from '#shared/kernel/plainDate.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import { pullToHead } from '#shared/sync/applyStage.ts'
import { encodeState } from '#shared/sync/encodeState.ts'
import { toNewState, type SessionDeps } from '#shared/sync/session.ts'
import { createMemoryWorkbook, type MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import { idHeader, findingsHeader, stateSheetName, type TableBinding } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchBinding, benchDeps, definitions, sheetName } from './addinParts.ts'
import { fetchTransport } from './fetchTransport.ts'
import { pushBodies, signIn } from './journey.ts'
import { benchId, benchPartition, benchValues, storedBench } from './storeWorld.ts'

export interface AddinWorld {
  readonly port: number
  readonly token: string
  /** The table as it stands, and the state sheet. */
  readonly sheets: readonly MemorySheet[]
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
  const issue = { server: '', epoch: '', user: '', at: '' }
  const state = toNewState({ workbookId: 'bench', issue, bindings: [benchBinding] })
  const session = { port: createMemoryWorkbook([]), deps, state, lost: null, shown: [] }
  const pulled = await pullToHead(session)
  if (!pulled.ok) throw new Error(JSON.stringify(pulled.error))
  const keys = Object.keys(benchBinding.headers)
  const header: readonly RawValue[] = [...Object.values(benchBinding.headers), findingsHeader, idHeader]
  const lines = benchValues(rows).map((values, at): readonly RawValue[] => {
    return [...keys.map((key) => toRaw(storedBench.columns[key]?.type, values[key] ?? null)), null, benchId(at)]
  })
  return [
    { name: sheetName, cells: [header, ...lines] },
    { name: stateSheetName, cells: encodeState({ ...pulled.value.state, ancestors: new Map() }) },
  ]
}

function toRaw(type: string | undefined, value: Value): RawValue {
  if (type === 'money' && typeof value === 'number') return value / 100
  const day = type === 'date' && typeof value === 'string' ? parsePlainDate(value) : undefined
  return day ? { kind: 'date', serial: toSerial(day, 1900), text: day } : value
}

/** Ids of these rows, by their place in the list. */
export function idsOf(places: readonly number[]): readonly RecordId[] {
  return places.map(benchId)
}
