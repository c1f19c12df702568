// A fresh store with the usual people, for each test of the conformance suite.
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { StoreOptions } from '#server/store/openRecordStore.ts'
import { addPerson, addUnits } from '#test/conformance/storeWorld.ts'
import { onTestFinished } from 'vitest'

/** A new, empty store; what it needs is taken away when the test has finished. */
export type OpenStore = (more?: Partial<StoreOptions>) => Promise<RecordStore>

export interface World {
  readonly store: RecordStore
  /** finance of u1 */
  readonly ann: Principal
  /** finance of u1 as well */
  readonly ben: Principal
  /** director of u0 and below */
  readonly dora: Principal
  /** auditor of u0 and below: sees only what is final */
  readonly axel: Principal
  /** 财务处 of u1 */
  readonly fin: Principal
  /** finance of u9 */
  readonly zoe: Principal
}

export async function openWorld(open: OpenStore, more?: Partial<StoreOptions>): Promise<World> {
  const store = await open(more)
  onTestFinished(() => store.close())
  await addUnits(store)
  return {
    store,
    ann: await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' }),
    ben: await addPerson(store, { id: 'ben', role: 'finance', unitId: 'u1' }),
    dora: await addPerson(store, { id: 'dora', role: 'director', unitId: 'u0' }),
    axel: await addPerson(store, { id: 'axel', role: 'auditor', unitId: 'u0' }),
    fin: await addPerson(store, { id: 'fin', role: 'department', unitId: 'u1', department: '财务处' }),
    zoe: await addPerson(store, { id: 'zoe', role: 'finance', unitId: 'u9' }),
  }
}
