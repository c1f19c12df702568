// Progress and cancelling of one call of the workbook's door: batches are counted, the signal is looked at between them.
import { err, type Result } from '../kernel/result.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { CallOptions, WorkbookEdit, WorkbookFailure } from './port.ts'

export interface Batches {
  /** To be asked before every batch. */
  isCancelled(): boolean
  /** More is known to lie ahead. */
  readonly expect: (more: { readonly work: number; readonly batches: number }) => void
  /** One batch is done. */
  step(work: number): void
  /** The call ended well: whatever was expected is done. */
  end(): void
}

export const cancelled: WorkbookFailure = { code: 'cancelled', detail: '' }

export function countBatches({ signal, onProgress }: CallOptions = {}): Batches {
  let [done, total, batch, batches] = [0, 0, 0, 0]
  const report = (): void => onProgress?.({ done, total, batch, batches })
  return {
    isCancelled: () => signal?.aborted === true,
    expect(more) {
      total += more.work
      batches += more.batches
    },
    step(work) {
      done += work
      batch++
      total = Math.max(total, done)
      batches = Math.max(batches, batch)
      report()
    },
    end() {
      if (batch > 0 && done === total && batch === batches) return
      done = total
      batches = batch = Math.max(batch, 1)
      report()
    },
  }
}

/** A call that is done in one go, or not begun. */
export function inOneBatch<T, E>(
  task: () => Result<T, E>,
  { options, work }: { readonly options: CallOptions | undefined; readonly work: number },
): Result<T, E | WorkbookFailure> {
  const batches = countBatches(options)
  if (batches.isCancelled()) return err(cancelled)
  batches.expect({ work, batches: 1 })
  const done = task()
  if (done.ok) batches.end()
  return done
}

/** What edits weigh in CallProgress. */
export function weighEdits(edits: readonly WorkbookEdit[]): number {
  return edits.reduce((sum, edit) => sum + weighEdit(edit), 0)
}

function weighEdit(edit: WorkbookEdit): number {
  switch (edit.type) {
    case 'setCells':
      return edit.cells.length
    case 'insertRows':
      return edit.count
    case 'deleteRows':
    case 'setState':
      return edit.rows.length
    case 'addColumn':
      return 1
    default:
      return unreachable(edit)
  }
}
