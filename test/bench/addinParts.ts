// The bound list as Node and the page both know it.
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { SessionDeps } from '#shared/sync/session/session.ts'
import type { TableBinding } from '#shared/workbook/port.ts'
import { benchPartition, storedBench } from './storeWorld.ts'

export const sheetName = '福利发放'

export const benchBinding: TableBinding = {
  partition: benchPartition,
  kind: storedBench.kind,
  schema: storedBench.version,
  sheetName,
  headerRow: 1,
  headers: Object.fromEntries(Object.entries(storedBench.columns).map(([key, { label }]) => [key, label['zh-Hans']])),
  unitFen: 100,
}

export const definitions = new Map([[storedBench.kind, storedBench]])

/** @param pushBytes of one push at most */
export function benchDeps(transport: SessionDeps['transport'], pushBytes: number): SessionDeps {
  let n = 0
  return {
    transport,
    definitions,
    contextOf: () => ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' }),
    ids: { now: () => 1_780_000_000_000 + n++, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) },
    limits: { maxOps: 5000, maxPushBytes: pushBytes },
  }
}
