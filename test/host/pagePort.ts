// The workbook of a page, called from a test: what cannot cross as it is goes as a list, a callback or a flag.
import type { LiveWorkbook, WorkbookEvent } from '#addin/workbook/liveWorkbook.ts'
import type { BoundTable, CallOptions, CallProgress } from '#shared/workbook/port.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import type { Pane } from './openPane.ts'

/** Maps and sets, and how they cross. */
type Listed<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? readonly (readonly [K, V])[]
    : T extends ReadonlySet<infer V>
      ? readonly V[]
      : T

export type ListedTable = { readonly [K in keyof BoundTable]: Listed<BoundTable[K]> }

type RawSheet = RawWorkbook['sheets'][number]
export type ListedSheet = { readonly [K in keyof RawSheet]: Listed<RawSheet[K]> }
export type ListedBook = Omit<RawWorkbook, 'sheets'> & { readonly sheets: readonly ListedSheet[] }

/** `call`: under this number the page tells its progress and looks for the signal; `isAborted` from the beginning. */
export interface CrossedCall {
  readonly call: number
  readonly isAborted: boolean
}

type Answer<T> = { readonly ok: true; readonly value: T } | (Awaited<ReturnType<LiveWorkbook['goTo']>> & { ok: false })

export interface PagePort extends Pick<
  LiveWorkbook,
  'hostFacts' | 'goTo' | 'selectedCell' | 'showMarks' | 'hideMarks'
> {
  readState(call: CrossedCall): ReturnType<LiveWorkbook['readState']>
  readTable(binding: BoundTable['binding'], call: CrossedCall): Promise<Answer<ListedTable>>
  apply(edits: Parameters<LiveWorkbook['apply']>[0], call: CrossedCall): ReturnType<LiveWorkbook['apply']>
  readSheets(names: 'all' | readonly string[], call: CrossedCall): Promise<Answer<ListedBook>>
  /** Events are kept until `takeEvents`. */
  watch(): Promise<Answer<true>>
  unwatch(): Promise<void>
  takeEvents(): readonly WorkbookEvent[]
  countEvents(): number
  addSheetFromBlueprint(
    blueprint: Parameters<LiveWorkbook['addSheetFromBlueprint']>[0],
    call: CrossedCall,
  ): ReturnType<LiveWorkbook['addSheetFromBlueprint']>
  abort(call: number): void
}

declare global {
  interface Window {
    port: PagePort
    /** Given by the test. */
    tellProgress(call: number, progress: CallProgress): Promise<void>
  }
}

export type CrossedWorkbook = Omit<LiveWorkbook, 'hostFacts' | 'watch'> & {
  readonly hostFacts: () => Promise<ReturnType<LiveWorkbook['hostFacts']>>
  readonly watch: PagePort['watch']
  readonly unwatch: PagePort['unwatch']
  readonly takeEvents: () => Promise<readonly WorkbookEvent[]>
}

export function portOfPage({ page }: Pane, calls: Map<number, CallOptions>): CrossedWorkbook {
  const cross = (options: CallOptions = {}): CrossedCall => {
    const call = calls.size
    calls.set(call, options)
    return { call, isAborted: options.signal?.aborted === true }
  }
  return {
    readState: (options) => page.evaluate((call) => window.port.readState(call), cross(options)),
    async readTable(binding, options) {
      const asked = [binding, cross(options)] as const
      const table = await page.evaluate(([wanted, call]) => window.port.readTable(wanted, call), asked)
      return table.ok ? { ok: true, value: { ...table.value, columns: new Map(table.value.columns) } } : table
    },
    async apply(edits, options) {
      const asked = [edits, cross(options)] as const
      const done = await page.evaluate(([all, call]) => window.port.apply(all, call), asked)
      return done.ok ? { ok: true, value: undefined } : done
    },
    async readSheets(names, options) {
      const asked = [names, cross(options)] as const
      const book = await page.evaluate(([wanted, call]) => window.port.readSheets(wanted, call), asked)
      return book.ok ? { ok: true, value: fromListed(book.value) } : book
    },
    async addSheetFromBlueprint(blueprint, options) {
      const plain = { ...blueprint, sheet: { ...blueprint.sheet, rows: [...blueprint.sheet.rows] } }
      const asked = [plain, cross(options)] as const
      return page.evaluate(([wanted, call]) => window.port.addSheetFromBlueprint(wanted, call), asked)
    },
    hostFacts: () => page.evaluate(() => window.port.hostFacts()),
    watch: () => page.evaluate(() => window.port.watch()),
    unwatch: () => page.evaluate(() => window.port.unwatch()),
    takeEvents: () => page.evaluate(() => window.port.takeEvents()),
    goTo: (place) => page.evaluate((wanted) => window.port.goTo(wanted), place),
    selectedCell: () => page.evaluate(() => window.port.selectedCell()),
    showMarks: (sheet, marks) =>
      page.evaluate(([name, all]) => window.port.showMarks(name, all), [sheet, marks] as const),
    hideMarks: (sheet) => page.evaluate((name) => window.port.hideMarks(name), sheet),
  }
}

/** To be given to `exposeFunction('tellProgress', …)` once a page. */
export function createProgressTold({ page }: Pane, calls: ReadonlyMap<number, CallOptions>) {
  return async (call: number, progress: CallProgress): Promise<void> => {
    const options = calls.get(call)
    options?.onProgress?.(progress)
    if (options?.signal?.aborted === true) await page.evaluate((number) => window.port.abort(number), call)
  }
}

function fromListed(book: ListedBook): RawWorkbook {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
  }))
  return { ...book, sheets }
}
