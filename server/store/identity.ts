// Who this server is: an identity and the keys of its seals, made with the database and kept in it, so that a backup has both.
import type { Session } from './engine.ts'
import type { Queries } from './queries.ts'
import { addSealKey, newSealKey, type SealKeys } from './seal.ts'
import { first, run } from './statement.ts'

export interface ServerIdentity {
  /** 32 hex digits. */
  readonly serverId: string
  readonly sealKeys: SealKeys
}

type Random = (bytes: number) => Uint8Array

/** Inside a write: another server of the same database may be doing the same at this moment, one of them wins. */
export async function readIdentity(session: Session, queries: Queries, random: Random): Promise<ServerIdentity> {
  const fresh = { id: Buffer.from(random(16)).toString('hex'), keys: JSON.stringify([newSealKey(random)]) }
  await run(session, queries.insertSetting, { k: 'server-id', v: fresh.id })
  await run(session, queries.insertSetting, { k: 'seal-keys', v: fresh.keys })
  const id = await first(session, queries.setting, { k: 'server-id' })
  const keys = await first(session, queries.setting, { k: 'seal-keys' })
  if (!id || !keys) throw new Error('the server has no identity')
  return { serverId: id.v, sealKeys: JSON.parse(keys.v) as SealKeys } // written here and below
}

/** From the next start on a new key signs. @param forget what older keys sealed is not known any more: they may have leaked */
export async function renewSealKeys(
  session: Session,
  queries: Queries,
  { random, forget }: { readonly random: Random; readonly forget: 'none' | 'older' },
): Promise<SealKeys> {
  const { sealKeys } = await readIdentity(session, queries, random)
  const keys: SealKeys = forget === 'older' ? [newSealKey(random)] : addSealKey(sealKeys, random)
  await run(session, queries.upsertSetting, { k: 'seal-keys', v: JSON.stringify(keys) })
  return keys
}
