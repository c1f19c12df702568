// The sums behind set rules are derived: counted anew at start when a kind's set rules are not those they were counted by.
import type { Param } from './batch.ts'
import type { Engine, Session } from './engine.ts'
import type { KindCodec } from './kindCodec.ts'
import { tallied } from './push/setTallies.ts'
import type { Queries } from './queries.ts'
import type { SheetRules } from './sheetRules.ts'
import { first, run } from './statement.ts'
import { idsOf, tally, type Aggregates } from '#shared/validation/setAggregates.ts'
import { hash } from 'node:crypto'

export async function rebuildTallies(engine: Engine, queries: Queries, { kinds }: SheetRules): Promise<void> {
  for (const [kind, codec] of kinds) {
    const key = `tally:${kind}`
    const wanted = hash('sha256', JSON.stringify(tallied(codec).map(({ code, set }) => [code, set])), 'hex')
    const known = await engine.read((session) => first(session, queries.setting, { k: key }))
    if (known?.v === wanted) continue
    await engine.write(async (session) => {
      await first(session, queries.lockMeta, {})
      for (const { p, kind: of } of await run(session, queries.allPartitions, {}))
        if (of === kind) await rebuildPartition({ session, queries, engine }, p, codec)
      await run(session, queries.upsertSetting, { k: key, v: wanted })
      return { keep: true, value: undefined }
    })
  }
}

interface Rebuilding {
  readonly session: Session
  readonly queries: Queries
  readonly engine: Engine
}

async function rebuildPartition({ session, queries, engine }: Rebuilding, p: string, codec: KindCodec): Promise<void> {
  await run(session, queries.deleteTallies, { p })
  const rules = tallied(codec).map((rule) => ({ rule, aggregates: new Map() as Aggregates }))
  for (const { id, content } of await run(session, queries.liveRows, { ps: engine.dialect.list([p]) })) {
    const row = codec.decode(content)
    for (const { rule, aggregates } of rules) tally(rule.set, aggregates, { id, row, sign: 1 })
  }
  const rows: Param[][] = rules.flatMap(({ rule, aggregates }) =>
    [...aggregates].map(([group, aggregate]) => [
      p,
      rule.code,
      group,
      aggregate.count,
      aggregate.marked,
      String(aggregate.left),
      String(aggregate.right),
      JSON.stringify(idsOf(aggregate)),
    ]),
  )
  await session.batch(queries.upsertTallies, rows)
}
