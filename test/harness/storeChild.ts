// A server process that pushes without end, for tests that kill it: `storeChild.ts FILE SEED`. One line per acknowledged push.
import {
  addPerson,
  addUnits,
  context,
  create,
  envelope,
  openWorldStore,
  push,
  remove,
  row,
  rvAt,
} from '#test/conformance/storeWorld.ts'
import { newPushIdFrom, recordIdFrom } from '#test/harness/seededIds.ts'

const [file = '', seed = '1'] = process.argv.slice(2)
const store = await openWorldStore(file)
if ((await store.db.selectFrom('unit').select('id').execute()).length === 0) await addUnits(store)
const known = await store.db.selectFrom('user_account').select('id').execute()
const grant = { role: 'finance', unitId: 'u1', kinds: [], department: null, from: null, to: null } as const
const ann =
  known.length > 0
    ? { userId: 'ann', name: 'ann同志', sessionId: null, grants: [grant] }
    : await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' })
process.stdout.write('ready\n')
for (let n = 0; ; n++) {
  const ops = Array.from({ length: 20 }, (_, i) => {
    const id = recordIdFrom(Number(seed), n * 20 + i)
    return create(row(`${seed}-${n}-${i}`), { id })
  })
  const sent = envelope(ops, { pushId: newPushIdFrom(Number(seed), n) })
  const answer = await store.push(sent, ann, context)
  if (!answer.ok) throw new Error(answer.error.code)
  process.stdout.write(`${sent.pushId} ${answer.value.point?.csn ?? 0}\n`)
  if (n % 3 === 2) {
    const first = ops[0]
    const pushId = newPushIdFrom(Number(seed), 1_000_000 + n)
    if (first) await push(store, ann, [remove(first.id, rvAt(answer.value, 0))], { pushId })
    process.stdout.write(`${pushId}\n`)
  }
}
