// Threads that can be killed: deadline, memory, crash, queue, calling off, and going back to the thread that knows the file.
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkerPool, type PoolOptions, type WorkerPool } from '#server/import/workerPool.ts'
import type { PoolMessage } from '../../fixtures/poolThread.ts'

const pools: WorkerPool<PoolMessage>[] = []
const crashes: unknown[] = []
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
  crashes.length = 0
})

function open(more: Partial<PoolOptions> = {}) {
  const pool = createWorkerPool<PoolMessage>({
    entry: new URL('../../fixtures/poolThread.ts', import.meta.url),
    size: 1,
    maxWaiting: 2,
    heapMb: 64,
    timeoutMs: 60_000,
    idleMs: 60_000,
    onCrash: (error) => crashes.push(error),
    ...more,
  })
  pools.push(pool)
  return (what: PoolMessage['do'], key = 'a', signal?: AbortSignal) =>
    pool.run({ key, signal, message: (isHeld) => ({ message: { do: what, key, isHeld }, transfer: [] }) })
}

describe('a pool of threads', () => {
  it('answers, and says to the thread whether it knows the key', async () => {
    const run = open()
    const held = []
    for (const key of ['a', 'a', 'b', 'a']) {
      const done = await run('echo', key)
      held.push(done.ok && done.value.isHeld)
    }
    expect(held).toEqual([false, true, false, false])
  })

  it('goes to the thread that knows the key when it is free', async () => {
    const run = open({ size: 2 })
    await Promise.all([run('echo', 'a'), run('echo', 'b')])
    for (const key of ['b', 'a', 'b']) expect(await run('echo', key)).toMatchObject({ value: { isHeld: true } })
  })

  it('kills what takes too long, and goes on with the next job', async () => {
    const run = open({ timeoutMs: 4000 })
    const [late, next] = await Promise.all([run('hang'), run('echo')])
    expect(late).toEqual({ ok: false, error: 'timeout' })
    expect(next).toMatchObject({ ok: true, value: { isHeld: false } })
  })

  it('names a crash and an exit, tells whoever runs the server, and goes on', async () => {
    const run = open()
    expect(await run('throw')).toEqual({ ok: false, error: 'crashed' })
    expect(String(crashes[0])).toContain('a bug')
    expect(await run('exit')).toEqual({ ok: false, error: 'crashed' })
    expect(await run('echo')).toMatchObject({ ok: true })
  })

  it('lets a few wait and tells the rest that it is full', async () => {
    const run = open()
    const away = new AbortController()
    const asked = [run('hang', 'a', away.signal), run('echo'), run('echo'), run('echo'), run('echo')]
    away.abort()
    const all = (await Promise.all(asked)).map((done) => (done.ok ? 'answer' : done.error))
    expect(all).toEqual(['cancelled', 'answer', 'answer', 'full', 'full'])
  })

  it('calls a job off, under way or waiting, and others are served', async () => {
    const run = open()
    const [away, gone] = [new AbortController(), new AbortController()]
    const running = run('hang', 'a', away.signal)
    const waiting = run('echo', 'b', gone.signal)
    const served = run('echo', 'c')
    gone.abort()
    expect(await waiting).toEqual({ ok: false, error: 'cancelled' })
    away.abort()
    expect(await running).toEqual({ ok: false, error: 'cancelled' })
    expect(await served).toMatchObject({ ok: true })
    expect(await run('echo', 'd', away.signal)).toEqual({ ok: false, error: 'cancelled' })
  })

  it('ends a thread that has nothing to do', async () => {
    const run = open({ idleMs: 20 })
    await run('echo')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await run('echo')).toMatchObject({ ok: true, value: { isHeld: false } })
  })
})
