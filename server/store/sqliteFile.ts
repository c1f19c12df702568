// Opening one SQLite connection safely: durability set and read back, one process per file, local disk only.
import { StoreOpenError } from './storeError.ts'
import Sqlite from 'better-sqlite3'
import { mkdirSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** `TBSH` — so that a foreign SQLite file is never taken for ours. */
const applicationId = 0x54425348

/** Reliability §4.1; the driver resets synchronous on first use unless it is set explicitly. */
const settings = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'busy_timeout = 5000',
  'journal_size_limit = 67108864',
  // 16 MB: a bulk import rewrites the same index pages fewer times
  'wal_autocheckpoint = 4000',
  'temp_store = MEMORY',
  'mmap_size = 0',
  'cache_size = -16384',
]

export function openWriter(file: string): Sqlite.Database {
  const db = new Sqlite(file)
  for (const setting of settings) db.pragma(setting)
  const owner = db.pragma('application_id', { simple: true })
  const empty = db.prepare('select count(*) as n from sqlite_schema').get() as { readonly n: number }
  if (owner !== applicationId) {
    if (empty.n > 0) {
      db.close()
      throw new StoreOpenError(
        'not-ours',
        `${file} 是别的程序的 SQLite 文件。请换一个 DATA_DIR，或在 DATABASE_URL 里写另一个文件。`,
      )
    }
    db.pragma(`application_id = ${applicationId}`)
  }
  assertDurable(db)
  return db
}

/** For pulls: its own connection, so that a read never waits for the writer. */
export function openReader(file: string): Sqlite.Database {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('busy_timeout = 5000')
  db.pragma('temp_store = MEMORY')
  db.pragma('mmap_size = 0')
  db.pragma('cache_size = -4096')
  return db
}

/** After a first statement has run: every commit must wait for the disk. */
export function assertDurable(db: Sqlite.Database): void {
  const synchronous = db.pragma('synchronous', { simple: true })
  if (synchronous !== 2) {
    db.close()
    throw new StoreOpenError(
      'durability',
      `SQLite 的 synchronous 是 ${String(synchronous)}，不是 FULL：断电时可能丢失已上报的内容，所以没有启动。请向维护的人报告。`,
    )
  }
}

/** Held as a lock by the operating system while the process lives; a second process (or store) is refused. */
export function lockFile(file: string): Sqlite.Database {
  mkdirSync(dirname(file), { recursive: true })
  refuseRemoteDisk(file)
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.pragma('synchronous = OFF')
    lock.exec('begin exclusive')
    return lock
  } catch {
    lock.close()
    throw new StoreOpenError(
      'in-use',
      `${file} 正由另一个同表服务器使用。要经它办理，请加 --server 和它的网址；要直接用这些数据，请先停掉它，或换一个 DATA_DIR。`,
    )
  }
}

/** NFS, SMB, CIFS, SMB2, FUSE: file locks and flushes are not to be trusted there. */
const remoteTypes: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546])

function refuseRemoteDisk(file: string): void {
  const { type } = statfsSync(dirname(file))
  if (remoteTypes.has(type))
    throw new StoreOpenError(
      'remote-disk',
      `${file} 在网络盘或 FUSE 盘上，断电或断网时数据不可靠。请把 DATA_DIR 放到本机磁盘上。`,
    )
}
