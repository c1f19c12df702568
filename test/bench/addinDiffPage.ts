// In the page: the rows of a sheet compared with the base, and what changed painted, with the clock of the page.
import type { RecordId } from '#shared/kernel/value.ts'
import type { BaseRecord } from '#shared/sync/base.ts'
import { compareRows } from '#shared/sync/compareRows.ts'
import { toMergeFacts } from '#shared/sync/mergeFacts.ts'
import type { RecordRevision } from '#shared/sync/record.ts'
import type { SheetRow } from '#shared/sync/sheetRow.ts'
import { benchId, benchPartition, benchValues, storedBench } from './storeWorld.ts'

export interface DiffFigures {
  readonly diff: number
  /** The same for half of the rows: 50,000, as in the publish goal. */
  readonly half: number
  readonly parse: number
  readonly paint: number
  readonly changed: number
}

declare global {
  interface Window {
    diffBench(count: number): DiffFigures
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

function timed<T>(work: () => T): readonly [ms: number, value: T] {
  const start = performance.now()
  const value = work()
  return [performance.now() - start, value]
}

window.diffBench = (count) => {
  const both = (sides ??= makeSides(count))
  const [parse] = timed(() => JSON.parse(both.json) as unknown)
  const [diff, { mine }] = timed(() => compare(both))
  const firstHalf = <T>(map: ReadonlyMap<RecordId, T>) => new Map([...map].slice(0, count / 2))
  const halves = { base: firstHalf(both.base), known: firstHalf(both.known) }
  const [half] = timed(() => compare(halves))
  const [paint] = timed(() => {
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
  })
  return { diff, half, parse, paint, changed: mine.length }
}
