// Before anything is served: the one meta row, and a chain whose end can be trusted.
import { genesis } from './chain.ts'
import type { Engine } from './engine.ts'
import { readIdentity, type ServerIdentity } from './identity.ts'
import type { Queries } from './queries.ts'
import { first, run } from './statement.ts'
import { StoreOpenError } from './storeError.ts'
import { verifyLinks } from './verify.ts'

/** As many of the newest links as this allows: enough to notice damage, quick enough for every start. */
const linksAtStart = 1000
const entriesAtStart = 50_000

export interface Started extends ServerIdentity {
  /** For people; new at every restore. */
  readonly epoch: string
  /** Hides the content hash of rows with masked columns (showing.ts); hex, the same after a restore. */
  readonly rvKey: string
}

export async function checkStart(
  engine: Engine,
  queries: Queries,
  { random }: { readonly random: (bytes: number) => Uint8Array },
): Promise<Started> {
  const hex = (bytes: number): string => Buffer.from(random(bytes)).toString('hex')
  const started = await engine.write(async (session) => {
    const meta = await first(session, queries.meta, {})
    // another server may be doing the same at this moment: one of them wins
    if (!meta) await run(session, queries.insertMeta, { head: genesis, epoch: hex(8), key: hex(32) })
    const { epoch, token_key: rvKey } = meta ?? (await first(session, queries.meta, {})) ?? noMeta()
    return { keep: true, value: { epoch, rvKey, ...(await readIdentity(session, queries, random)) } }
  })
  const report = await engine.read(async (session) => {
    const meta = await first(session, queries.meta, {})
    const head = meta?.csn ?? 0
    const newest = await run(session, queries.linksBetween, { from: head - linksAtStart + 1, to: head })
    let from = head + 1
    let entries = 0
    for (const link of newest.toReversed()) {
      entries += link.entries
      if (entries > entriesAtStart && link.csn < head) break
      from = link.csn
    }
    return verifyLinks({ session, queries, from: Math.max(1, from) })
  })
  if (!report.intact)
    throw new StoreOpenError(
      'damaged',
      `留痕在第 ${report.brokenAt ?? '?'} 环对不上，没有启动。请恢复最近一份完好的备份，并留下现在的数据备查。`,
    )
  return started
}

function noMeta(): never {
  throw new Error('meta is empty')
}
