// The limits and holidays that hold for a unit, as the server last told: remembered on this machine, so that the pane warns without network.
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import { emptyPolicy } from '#shared/definition/limit.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import { fen } from '#shared/kernel/money.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { plainCalendar } from '#shared/kernel/workingCalendar.ts'
import { adoptedBy, policyDay } from '#shared/policy/adoption.ts'
import { makeCalendar } from '#shared/policy/calendar.ts'
import { decodeHolidayYear } from '#shared/policy/holidayFile.ts'
import { noFacts, type UnitFacts } from '#shared/policy/pack.ts'
import { resolvePolicy } from '#shared/policy/resolvePolicy.ts'
import { readPacks, type ReadPack } from '../readPacks.ts'
import type { Memory } from '../services.ts'

const memoryKey = 'tongbiao.policy'

export function keepPolicy(memory: Memory, policy: PolicyInfo): void {
  // what was done by whom is not needed here
  memory.write(memoryKey, JSON.stringify({ ...policy, events: [] } satisfies PolicyInfo))
}

interface KnownPolicy {
  readonly text: string
  readonly packs: readonly ReadPack[]
  readonly facts: PolicyInfo['facts']
  readonly calendar: RuleContext['calendar']
}

/** Reads the memory anew only when it has changed: rules ask for every table. */
export function makePolicyReader(memory: Memory) {
  let known: KnownPolicy | undefined
  const read = (): KnownPolicy | undefined => {
    const text = memory.read(memoryKey)
    if (text === null) return undefined
    if (known?.text === text) return known
    const info = parse(text)
    if (info === undefined) return undefined
    const holidays = info.holidays.flatMap((year) => {
      const decoded = decodeHolidayYear(year)
      return decoded.ok ? [decoded.value] : []
    })
    return (known = { text, packs: readPacks(info), facts: info.facts, calendar: makeCalendar(holidays) })
  }
  /** @param path the unit and those above it, from itself upwards */
  return (path: readonly string[], at: { readonly year: number; readonly today: PlainDate }) => {
    const policy = read()
    if (policy === undefined) return { policy: emptyPolicy, calendar: plainCalendar }
    const packs = policy.packs.map((one) => ({ ...one, confirmed: one.confirmed !== null }))
    const facts = factsOf(policy, path[0] ?? '')
    const date = policyDay(at.year, at.today)
    return { policy: resolvePolicy(adoptedBy(packs, path), { facts, date }), calendar: policy.calendar }
  }
}

function factsOf({ facts }: KnownPolicy, unitId: string): UnitFacts {
  const found = facts.find((one) => one.unitId === unitId)
  if (found === undefined) return noFacts
  const { retainedPerHead, nature } = found
  return { retainedPerHead: retainedPerHead === null ? null : fen(retainedPerHead), nature }
}

function parse(text: string): PolicyInfo | undefined {
  try {
    return JSON.parse(text) as PolicyInfo // written above
  } catch {
    return undefined
  }
}
