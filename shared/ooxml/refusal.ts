// Refusing a file from deep inside the parser: thrown here, caught at the doors of this room, a Result outside.
import { err, ok, type Result } from '../kernel/result.ts'
import type { FileRefusal, FileRefusalCode } from '../workbook/raw.ts'

class Refused extends Error {
  readonly refusal: FileRefusal

  constructor(refusal: FileRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Never returns; the nearest `catchRefusal` gives it back as an error. */
export function refuse(code: FileRefusalCode, params: FileRefusal['params'] = {}): never {
  throw new Refused({ code, params })
}

/** Only refusals are caught; bugs pass through. */
export function catchRefusal<T>(work: () => T): Result<T, FileRefusal> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal)
    throw error
  }
}
