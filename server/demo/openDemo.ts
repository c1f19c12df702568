// Prepares the demonstration's own records: the union, its people, and a year behind them. Done once; later starts find it.
import { createApp } from '../app.ts'
import { isInitialised } from '../auth/accounts.ts'
import { issueSetupCode } from '../auth/setupCode.ts'
import { compose, type World } from '../composition.ts'
import type { Config } from '../config.ts'
import type { SessionInfo, UnitInfo } from '#shared/contract/resources.ts'
import { demoAccounts, demoAdmin, demoPassword, unitAbove, unitHere } from './people.ts'
import { playYear, type Progress } from './playYear.ts'
import type { Step } from './step.ts'

/** @returns false: it was there already */
export async function prepareDemo(
  config: Config,
  world: World,
  play: { readonly steps: readonly Step[]; readonly progress?: Progress },
): Promise<boolean> {
  let now: Date | undefined
  const { deps, store } = await compose(config, { ...world, clock: () => now ?? world.clock() })
  try {
    if (await isInitialised(store.db)) return false
    now = new Date('2024-11-01T09:00:00+08:00')
    const code = await issueSetupCode(store.db, { clock: () => now ?? world.clock(), random: world.random })
    const app = createApp(deps)
    const post = async <T>(token: string, path: string, body: unknown): Promise<T> => {
      const headers = {
        'Content-Type': 'application/json',
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
      }
      const answer = await app.request(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return JSON.parse(text) as T // what the contract says of the path
    }
    const first = await post<SessionInfo>('', '/setup', {
      code,
      name: demoAdmin,
      displayName: '赵管理',
      password: demoPassword,
      unitName: unitAbove,
      unitKind: 'county',
    })
    const token = first.token ?? ''
    const above = first.user.grants[0]?.unitId ?? ''
    const here = await post<UnitInfo>(token, '/units', { name: unitHere, kind: 'primary', parentId: above })
    for (const { name, displayName, role, at } of demoAccounts)
      await post(token, '/users', {
        name,
        displayName,
        password: demoPassword,
        grants: [{ role, unitId: at === 'here' ? here.id : above, kinds: [], department: null, from: null, to: null }],
      })
    const randomHex = (bytes: number): string => Buffer.from(world.random(bytes)).toString('hex')
    await playYear(
      {
        app,
        definitions: deps.definitions,
        unitId: here.id,
        setTime: (time) => {
          now = time
        },
        newId: deps.newId,
        newPushId: () => randomHex(16),
      },
      play.steps,
      play.progress,
    )
    return true
  } finally {
    await store.close()
  }
}
