// The sums behind rules over several sheets are derived: counted anew at start when the rules are not those they were counted by.
import type { Param } from './batch.ts'
import type { Engine, Session } from './engine.ts'
import { scopedGroup } from './push/linkedBook.ts'
import type { Queries } from './queries.ts'
import type { SheetRules } from './sheetRules.ts'
import { first, run } from './statement.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { contributionsOf } from '#shared/validation/linkedPlan.ts'
import { hash } from 'node:crypto'

const settingKey = 'linked'

export async function rebuildLinked(engine: Engine, queries: Queries, rules: SheetRules): Promise<void> {
  const { linked } = rules
  const named = [...linked.termsOf].map(([kind, terms]) => [kind, terms.map(({ slot, term }) => [slot, term])])
  const reaches = linked.rules.map(({ rule }) => [rule.code, rule.linked.reach])
  const wanted = hash('sha256', JSON.stringify([named, reaches]), 'hex')
  const known = await engine.read((session) => first(session, queries.setting, { k: settingKey }))
  if (known?.v === wanted) return
  await engine.write(async (session) => {
    await first(session, queries.lockMeta, {})
    await run(session, queries.deleteLinked, {})
    for (const { p, kind } of await run(session, queries.allPartitions, {}))
      if (linked.termsOf.has(kind)) await countPartition({ session, queries, engine, rules }, p)
    await run(session, queries.upsertSetting, { k: settingKey, v: wanted })
    return { keep: true, value: undefined }
  })
}

interface Rebuilding {
  readonly session: Session
  readonly queries: Queries
  readonly engine: Engine
  readonly rules: SheetRules
}

async function countPartition({ session, queries, engine, rules }: Rebuilding, p: string): Promise<void> {
  const partition = parsePartitionId(p)
  const codec = partition && rules.kinds.get(partition.kind)
  if (!partition || !codec) return
  const parts = new Map<string, { slot: string; grp: string; count: number; sum: bigint }>()
  for (const { state, content } of await run(session, queries.liveRows, { ps: engine.dialect.list([p]) }))
    for (const { planned, slot, group, sum } of contributionsOf(rules.linked, partition.kind, {
      state,
      values: codec.decode(content),
    })) {
      const grp = scopedGroup(planned, partition.unitId, group)
      const key = `${slot.key}\n${grp}`
      const part = parts.get(key) ?? { slot: slot.key, grp, count: 0, sum: 0n }
      parts.set(key, { ...part, count: part.count + 1, sum: part.sum + sum })
    }
  const rows: Param[][] = [...parts.values()].map(({ slot, grp, count, sum }) => [
    slot,
    grp,
    p,
    partition.year,
    count,
    String(sum),
  ])
  await session.batch(queries.upsertLinked, rows)
}
