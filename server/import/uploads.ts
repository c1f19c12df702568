// Uploaded files: kept in the database, so that every later question finds the same bytes.
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { Upload } from '../store/recordStore.ts'
import type { WholeFile } from './fileReader.ts'

export interface Uploads {
  /** Not kept yet: a file that cannot be read never is. */
  take(file: NewFile, principal: Principal): Upload
  keep(upload: Upload): Promise<Result<void, Refusal>>
  /** Only the uploader's own. */
  open(id: string, principal: Principal): Promise<Result<Upload, Refusal>>
}

export interface NewFile {
  readonly purpose: Upload['purpose']
  readonly name: string
  readonly bytes: Uint8Array
}

const maxNameLength = 255

export function createUploads(deps: Pick<AppDeps, 'store' | 'clock' | 'newId'>): Uploads {
  const { files } = deps.store
  return {
    take: (file, principal) => ({
      id: deps.newId(),
      userId: principal.userId,
      purpose: file.purpose,
      fileName: cleanFileName(file.name),
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      bytes: file.bytes,
      at: deps.clock().toISOString(),
    }),
    async keep(upload) {
      const saved = await files.saveUpload(upload)
      return saved.ok ? ok(undefined) : err(refusalOfStore(saved.error))
    },
    async open(id, principal) {
      const upload = await files.findUpload(id, principal)
      return upload === undefined ? err(refuse('upload.expired')) : ok(upload)
    },
  }
}

export function toWholeFile({ id, fileName, bytes }: Upload): WholeFile {
  return { id, name: fileName, bytes }
}

/**
 * The name as text: no path, no control characters; characters that turn the reading direction are shown, not obeyed.
 * It is never used as the name of a file here.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .trim()
  const letters = Array.from(plain)
  return letters.length === 0 ? '未命名' : letters.slice(0, maxNameLength).join('')
}
