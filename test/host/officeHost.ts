// The host: answers the batches of a pane on a workbook in memory, refuses as Excel does, and counts what was asked.
import { raiseCalculated } from './classes/raiseChanged.ts'
import { interpretBatch, type BatchContext } from './interpretBatch.ts'
import { createReach } from './reachMember.ts'
import type { HostEvent, HostObject, HostWorld } from './hostObject.ts'
import type { Area } from './model/area.ts'
import type { Book } from './model/book.ts'
import { calculateBook } from './model/calculateBook.ts'

export interface OfficeHostOptions {
  /** Of ExcelApi: 1.1 (2016), 1.7 (2019), 1.14 (LTSC 2021), 1.17 (LTSC 2024). */
  readonly version: string
  /** Bytes of a request or an answer; Excel on the web takes 5 MB. */
  readonly payloadLimit: number
}

export interface CountedRequest {
  readonly requestBytes: number
  readonly answerBytes: number
  readonly actions: number
}

/** As `Execute` answers: 0 and the body, or the number of a refusal and its text. */
export type HostAnswer = readonly [code: number, body: string]

export interface OfficeHost {
  readonly options: OfficeHostOptions
  /** The workbook may be changed for another between tests. */
  book: Book
  answer(body: string): HostAnswer
  /** Every member that was asked for and is not in the host: must be empty at the end of a test. */
  readonly missing: readonly string[]
  readonly requests: CountedRequest[]
  /** A cell is being edited: Excel takes no request. */
  isEditing: boolean
  /** Called before each batch with its number, from 0: to do something in between, or to refuse it. */
  beforeBatch: ((batch: number) => HostAnswer | undefined) | undefined
  /** Events since they were last taken. */
  takeEvents(): readonly HostEvent[]
  /** For what a person does: the same world as the pane's, with events. */
  readonly world: HostWorld
}

const encoder = new TextEncoder()

export function createOfficeHost(first: Book, options: OfficeHostOptions): OfficeHost {
  const missing: string[] = []
  const batchAreas = new Set<Area>()
  const references: BatchContext['references'] = { byId: new Map<string, HostObject>(), idOf: new Map() }
  let events: HostEvent[] = []
  let isOwnBatch = false
  const host: OfficeHost = {
    options,
    book: first,
    missing,
    requests: [],
    isEditing: false,
    beforeBatch: undefined,
    answer,
    takeEvents() {
      const taken = events
      events = []
      return taken
    },
    world: {
      get book() {
        return host.book
      },
      runtime: { enableEvents: true },
      keep(area) {
        batchAreas.add(area)
        return area
      },
      *areas() {
        yield* batchAreas
        yield host.book.selection
        for (const { type, self } of references.byId.values()) if (type === 'Range') yield self as Area
      },
      raise(event) {
        if (!isOwnBatch || host.world.runtime.enableEvents)
          events.push(isOwnBatch ? { ...event, args: { ...event.args, triggerSource: 'ThisLocalAddin' } } : event)
      },
    },
  }
  const reach = createReach({
    world: host.world,
    version: options.version,
    onMissing: (what) => missing.push(what),
  })

  function answer(body: string): HostAnswer {
    const refused = host.beforeBatch?.(host.requests.length)
    if (refused) return refused
    const requestBytes = encoder.encode(body).length
    if (host.isEditing) return [5004, 'a cell is being edited']
    if (requestBytes > options.payloadLimit) return [5103, 'the request is too large']
    isOwnBatch = true
    batchAreas.clear()
    try {
      const answered = interpretBatch(body, { world: host.world, references, reach })
      for (const sheet of calculateBook(host.book)) raiseCalculated(host.world, sheet)
      const text = JSON.stringify(answered)
      const answerBytes = encoder.encode(text).length
      host.requests.push({ requestBytes, answerBytes, actions: answered.Results.length })
      return answerBytes > options.payloadLimit ? [5104, 'the answer is too large'] : [0, text]
    } finally {
      isOwnBatch = false
    }
  }

  return host
}
