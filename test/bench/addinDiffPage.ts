// In the page: the rows of a sheet compared with the base, and what changed painted.
import type { RecordId } from '#shared/kernel/value.ts'
import type { BaseRecord } from '#shared/sync/state/base.ts'
import { compareRows } from '#shared/sync/merge/compareRows.ts'
import { toMergeFacts } from '#shared/sync/merge/mergeFacts.ts'
import type { RecordRevision } from '#shared/sync/record.ts'
import type { SheetRow } from '#shared/sync/table/sheetRow.ts'
import { benchId, benchPartition, benchValues, storedBench } from './storeWorld.ts'

/** Each is one task of the page; whoever asks takes its time. */
export interface DiffBench {
  prepare(count: number): void
  parse(): void
  /** How many rows are found to have changed. */
  compare(): number
  /** The same for half of the rows: 50,000, as in the publish goal. */
  compareHalf(): number
  paint(): number
}

declare global {
  interface Window {
    diffBench: DiffBench
  }
}

type Sides = ReturnType<typeof makeSides>
let sides: Sides | undefined
const facts = toMergeFacts(storedBench)

/** One row of a thousand has another amount. */
function makeSides(count: number) {
  const base = new Map<RecordId, BaseRecord>()
  const known = new Map<RecordId, SheetRow>()
  benchValues(count).forEach((values, at) => {
    const id = benchId(at)
    base.set(id, { id, p: benchPartition, rv: '1-0123456789abcdef' as RecordRevision, state: 'draft', values })
    const mine = at % 1000 === 0 ? { ...values, amount: 1 } : { ...values }
    known.set(id, { row: at + 2, id, values: mine, formulas: [], unreadable: [] })
  })
  return { base, known, json: JSON.stringify([...known.values()].map(({ values }) => Object.values(values))) }
}

function compare({ base, known }: Pick<Sides, 'base' | 'known'>) {
  const rows = { known, blank: new Map(), additions: [], idsLost: false, findings: [] }
  return compareRows(
    { p: benchPartition, base, ancestors: new Map(), rows },
    { facts, newId: () => '' as RecordId, grouped: false },
  )
}

let halves: Pick<Sides, 'base' | 'known'> | undefined
let mine: ReturnType<typeof compare>['mine'] = []

function prepared(): Sides {
  if (!sides) throw new Error('prepare first')
  return sides
}

window.diffBench = {
  prepare(count) {
    const made = (sides = makeSides(count))
    const firstHalf = <T>(map: ReadonlyMap<RecordId, T>) => new Map([...map].slice(0, count / 2))
    halves = { base: firstHalf(made.base), known: firstHalf(made.known) }
  },
  parse: () => void JSON.parse(prepared().json),
  compare: () => (mine = compare(prepared()).mine).length,
  compareHalf: () => compare(halves ?? prepared()).mine.length,
  paint() {
    const list = document.getElementById('list')
    if (!list) throw new Error('no list')
    list.replaceChildren(
      ...mine.slice(0, 40).map((change) => {
        const line = document.createElement('p')
        line.textContent = JSON.stringify(change)
        return line
      }),
    )
    return list.getBoundingClientRect().height
  },
}
