// Brings a database to this program's schema: forward only, each migration whole or not at all.
import { migration0001 } from './0001_core.ts'
import { migration0002 } from './0002_profile_unit.ts'
import { migration0003 } from './0003_policy.ts'
import { migration0004 } from './0004_review.ts'
import { migration0005 } from './0005_persons.ts'
import type { Engine } from '../engine.ts'
import { StoreOpenError } from '../storeError.ts'

/** Position + 1 is the version. Released migrations are frozen. */
export const migrations: readonly ((engine: Engine['name']) => readonly string[])[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
]

/** @returns the version found before */
export async function migrate(engine: Engine): Promise<number> {
  let found = 0
  await engine.migrate(async (session) => {
    found = await session.version()
    if (found > migrations.length)
      throw new StoreOpenError(
        'newer-schema',
        `数据已由较新的同表升级到第 ${found} 版，本程序只认到第 ${migrations.length} 版。请用较新的程序启动。`,
      )
    for (const [index, migration] of migrations.entries())
      if (index + 1 > found) await session.apply(index + 1, migration(engine.name))
  })
  return found
}
