// Excel's events as hints for the pane: gathered for a moment, told once, with sheets by the names they have then.
import type { CellPlace, WorkbookEvent } from './liveWorkbook.ts'
import { parseAddress } from './address.ts'

/** A burst of typing, pasting or moving the cursor is one burst of hints. */
const gatherMs = 120

type Hint =
  | { readonly type: 'changed'; readonly id: string; readonly address: string }
  | { readonly type: 'moved' | 'calculated' | 'activated'; readonly id: string }
  | { readonly type: 'selected'; readonly id: string; readonly address: string }
  | { readonly type: 'sheets' }

export interface Watching {
  /** Stops; needs an exchange of its own. */
  stop(): Promise<void>
}

export interface WatchPorts {
  /** Names of the sheets by their ids, now; undefined while Excel does not answer. */
  readonly readNames: () => Promise<ReadonlyMap<string, string> | undefined>
  readonly tell: (event: WorkbookEvent) => void
}

/** @param context of an Excel.run: handlers are removed with the context they were added with */
export async function watchWorkbook(context: Excel.RequestContext, ports: WatchPorts): Promise<Watching> {
  const queue = createQueue(ports)
  const { worksheets } = context.workbook
  const handlers = [
    worksheets.onChanged.add(async (args) => {
      if (args.triggerSource === 'ThisLocalAddin') return
      const isEdit = args.changeType === 'RangeEdited'
      queue.add(
        isEdit
          ? { type: 'changed', id: args.worksheetId, address: args.address }
          : { type: 'moved', id: args.worksheetId },
      )
    }),
    worksheets.onRowSorted.add(async ({ worksheetId }) => queue.add({ type: 'moved', id: worksheetId })),
    worksheets.onCalculated.add(async ({ worksheetId }) => queue.add({ type: 'calculated', id: worksheetId })),
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
      queue.add({ type: 'selected', id: worksheetId, address }),
    ),
    worksheets.onActivated.add(async ({ worksheetId }) => queue.add({ type: 'activated', id: worksheetId })),
    worksheets.onAdded.add(async () => queue.add({ type: 'sheets' })),
    worksheets.onDeleted.add(async () => queue.add({ type: 'sheets' })),
  ]
  await context.sync()
  return {
    async stop() {
      queue.close()
      for (const handler of handlers) handler.remove()
      await context.sync()
    },
  }
}

function createQueue({ readNames, tell }: WatchPorts) {
  let waiting: Hint[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  const flush = async (): Promise<void> => {
    timer = undefined
    const hints = thin(waiting)
    waiting = []
    const names = await readNames()
    if (isClosed) return
    for (const hint of hints) {
      const event = toEvent(hint, names ?? new Map())
      if (event) tell(event)
    }
  }
  return {
    add(hint: Hint): void {
      waiting.push(hint)
      timer ??= setTimeout(() => void flush(), gatherMs)
    },
    close(): void {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** Of selections only the last matters; of the rest each once. */
function thin(hints: readonly Hint[]): readonly Hint[] {
  const last = hints.findLastIndex(({ type }) => type === 'selected')
  const seen = new Set<string>()
  return hints.filter((hint, at) => {
    if (hint.type === 'selected') return at === last
    const key = JSON.stringify(hint)
    return !seen.has(key) && seen.add(key)
  })
}

/** Undefined for a sheet that is gone meanwhile. */
function toEvent(hint: Hint, names: ReadonlyMap<string, string>): WorkbookEvent | undefined {
  if (hint.type === 'sheets') return hint
  const sheet = names.get(hint.id)
  if (sheet === undefined) return undefined
  switch (hint.type) {
    case 'changed':
      return { type: 'changed', sheet, range: parseAddress(hint.address) }
    case 'selected': {
      const place = firstCell(sheet, hint.address)
      return place && { type: 'selected', place }
    }
    default:
      return { type: hint.type, sheet }
  }
}

function firstCell(sheet: string, address: string): CellPlace | undefined {
  const range = parseAddress(address.split(',')[0] ?? '')
  return range && { sheet, row: range.top, column: range.left }
}
