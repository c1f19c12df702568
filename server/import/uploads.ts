// Uploaded files: kept in the database, and as read workbooks for a while in memory, because one file is asked about often.
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { Upload } from '../store/recordStore.ts'

export interface UploadedFile {
  readonly upload: Upload
  readonly workbook: RawWorkbook
}

export interface Uploads {
  save(file: NewFile, principal: Principal): Promise<Result<UploadedFile, Refusal>>
  /** Only the uploader's own. */
  open(id: string, principal: Principal): Promise<Result<UploadedFile, Refusal>>
}

export interface NewFile {
  readonly purpose: Upload['purpose']
  readonly name: string
  readonly bytes: Uint8Array
}

/** Bytes of files whose reading is remembered. */
const rememberedBytes = 64 * 1024 * 1024
const maxNameLength = 255

export function createUploads(deps: Pick<AppDeps, 'store' | 'readFile' | 'clock' | 'newId'>): Uploads {
  const { files } = deps.store
  const remembered = new Map<string, UploadedFile>()
  const remember = (file: UploadedFile): void => {
    remembered.delete(file.upload.id)
    remembered.set(file.upload.id, file)
    let bytes = 0
    for (const known of remembered.values()) bytes += known.upload.bytes.byteLength
    for (const [id, known] of remembered) {
      if (bytes <= rememberedBytes || remembered.size === 1) break
      remembered.delete(id)
      bytes -= known.upload.bytes.byteLength
    }
  }
  const read = async (upload: Upload): Promise<Result<UploadedFile, Refusal>> => {
    const workbook = await deps.readFile(upload.bytes, upload.fileName)
    if (!workbook.ok) return err(refuse(workbook.error.code, workbook.error.params))
    const file = { upload, workbook: workbook.value }
    remember(file)
    return ok(file)
  }
  return {
    async save(file, principal) {
      const upload: Upload = {
        id: deps.newId(),
        userId: principal.userId,
        purpose: file.purpose,
        fileName: cleanFileName(file.name),
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        bytes: file.bytes,
        at: deps.clock().toISOString(),
      }
      // Read first: a file that cannot be read is not kept.
      const opened = await read(upload)
      if (!opened.ok) return opened
      const saved = await files.saveUpload(upload)
      return saved.ok ? opened : err(refusalOfStore(saved.error))
    },
    async open(id, principal) {
      const known = remembered.get(id)
      if (known !== undefined && known.upload.userId === principal.userId) {
        remember(known)
        return ok(known)
      }
      const upload = await files.findUpload(id, principal)
      return upload === undefined ? err(refuse('upload.expired')) : read(upload)
    },
  }
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
    .replace(
      /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g,
      (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`,
    )
    .trim()
  const letters = Array.from(plain)
  return letters.length === 0 ? '未命名' : letters.slice(0, maxNameLength).join('')
}
