// `tongbiao` as a process of its own: whoever reads its output may go away, and a disk may be full.
import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const start = fileURLToPath(new URL('../../../server/start.mjs', import.meta.url))

/** Exit code, and what was said on standard error. */
function run(stdout: 'closed' | number): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [start, 'kinds', '--json'], {
    stdio: ['ignore', stdout === 'closed' ? 'pipe' : stdout, 'pipe'],
  })
  child.stdout?.destroy()
  let said = ''
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve) => void child.on('close', (code) => resolve({ code, said })))
}

it('goes on to its end in silence where nobody reads on (`| head`)', async () => {
  expect(await run('closed')).toEqual({ code: 0, said: '' })
})

it.skipIf(!existsSync('/dev/full'))('says that the disk is full, exit 3', async () => {
  expect(await run(openSync('/dev/full', 'w'))).toEqual({
    code: 3,
    said: expect.stringContaining('磁盘已满') as unknown,
  })
})
