// What rules may know of a partition, also without network: the kinds of the units are remembered on this machine.
import type { UnitInfo } from '#shared/contract/resources.ts'
import type { RuleContext, UnitKind } from '#shared/definition/rule.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { plainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { pathOf } from '#shared/policy/adoption.ts'
import type { Memory } from '../services.ts'
import { makePolicyReader } from './knownPolicy.ts'

const memoryKey = 'tongbiao.units'

export interface KnownUnit {
  readonly name: string
  readonly kind: UnitKind
  /** Absent in what an older program remembered. */
  readonly parentId?: string | null
}

export function keepUnits(memory: Memory, units: readonly UnitInfo[]): void {
  memory.write(
    memoryKey,
    JSON.stringify(Object.fromEntries(units.map(({ id, name, kind, parentId }) => [id, { name, kind, parentId }]))),
  )
}

export function readUnits(memory: Memory): Readonly<Record<string, KnownUnit>> {
  try {
    return JSON.parse(memory.read(memoryKey) ?? '{}') as Readonly<Record<string, KnownUnit>> // written above
  } catch {
    return {}
  }
}

export function makeContextOf(memory: Memory, now: () => Date): (partition: string) => RuleContext {
  const policyFor = makePolicyReader(memory)
  return (partition) => {
    const place = parsePartitionId(partition)
    const units = readUnits(memory)
    const unitId = place?.unitId ?? ''
    const at = { today: toDay(now()), year: place?.year ?? now().getFullYear() }
    const path = pathOf((id) => units[id]?.parentId, unitId)
    return { ...at, unitKind: units[unitId]?.kind ?? 'primary', ...policyFor(path, at) }
  }
}

/** The day on this machine's calendar. */
export function toDay(at: Date): PlainDate {
  const day = plainDate(at.getFullYear(), at.getMonth() + 1, at.getDate())
  if (day === undefined) throw new RangeError('the clock shows no day')
  return day
}
