// A further sheet comes under the memory of a workbook that has one already.
import type { RecordId } from '../../kernel/value.ts'
import type { WorkbookState } from './base.ts'

/** Everything of both, and the older point, so that nothing between the two is missed. */
export function joinStates(earlier: WorkbookState, fresh: WorkbookState): WorkbookState {
  const cursors = [earlier.cursor, fresh.cursor].filter((cursor) => cursor !== null)
  const oldest = cursors.length < 2 ? null : (cursors.toSorted((a, b) => a.csn - b.csn)[0] ?? null)
  const partitions = new Set(fresh.bindings.map(({ partition }) => partition))
  return {
    ...earlier,
    cursor: oldest,
    bindings: [...earlier.bindings.filter(({ partition }) => !partitions.has(partition)), ...fresh.bindings],
    held: [...earlier.held.filter(({ p }) => !partitions.has(p)), ...fresh.held],
    base: joinRows(earlier.base, fresh.base, partitions),
    ancestors: joinRows(earlier.ancestors ?? new Map(), fresh.ancestors ?? new Map(), partitions),
  }
}

/** Rows of a partition that is bound anew are those of the new binding. */
function joinRows<T extends { readonly p: string }>(
  earlier: ReadonlyMap<RecordId, T>,
  fresh: ReadonlyMap<RecordId, T>,
  partitions: ReadonlySet<string>,
): ReadonlyMap<RecordId, T> {
  return new Map([...[...earlier].filter(([, { p }]) => !partitions.has(p)), ...fresh])
}
