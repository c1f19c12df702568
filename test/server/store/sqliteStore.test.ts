// The conformance suite on better-sqlite3, in memory and in a file.
import { describeRecordStore } from '#test/conformance/recordStore.ts'
import { openWorldStore } from '#test/conformance/storeWorld.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

describeRecordStore(
  'SQLite in memory',
  (more) => openWorldStore(':memory:', more),
  (clock) => openWorldStore(':memory:', { clock }),
)

describeRecordStore('SQLite in a file', (more) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return openWorldStore(join(folder, 'data.db'), more)
})
