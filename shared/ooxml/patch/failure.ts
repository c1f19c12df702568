// Giving up on a package from deep inside the patcher: thrown here, caught at the door, a Result outside.
import { err, ok, type Result } from '../../kernel/result.ts'
import type { WorkbookFailure, WorkbookFailureCode } from '../../workbook/port.ts'

class Failed extends Error {
  readonly failure: WorkbookFailure

  constructor(failure: WorkbookFailure) {
    super(`${failure.code}: ${failure.detail}`)
    this.failure = failure
  }
}

/** Never returns; the nearest `catchFailure` gives it back as an error. `detail` is for logs and support, not a sentence. */
export function fail(code: WorkbookFailureCode, detail: string): never {
  throw new Failed({ code, detail })
}

/** Only failures are caught; bugs pass through. */
export function catchFailure<T>(work: () => T): Result<T, WorkbookFailure> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof Failed) return err(error.failure)
    throw error
  }
}
