// WorkbookState → rows of text cells of the very-hidden sheet. Layout: docs/workbook-state.md.
import type { RecordId, Value } from '../kernel/value.ts'
import type { BaseRecord, WorkbookState } from './base.ts'
import { splitText, sumTexts, toSafeJson } from './stateCells.ts'

export const stateSignature = 'tongbiao'

const notice = '同表底稿：请勿修改或删除本表 · Base of Tongbiao: please do not edit or delete this sheet'

/** About so many characters of JSON to a row, so that a row is one cell. */
const rowTarget = 24_000

/** First row: signature, layout number, checksum, number of rows below, notice. Then one section per row: tag, JSON in cells. */
export function encodeState(state: WorkbookState): readonly (readonly string[])[] {
  const lines: (readonly [string, string])[] = []
  const addLine = (tag: string, json: string): void => {
    lines.push([tag, json])
  }
  const { workbookId, issue, cursor, witness, history, torn, bindings, held } = state
  addLine('issue', toSafeJson({ workbookId, ...issue }))
  addLine('points', toSafeJson({ cursor, witness, history, torn }))
  addLine('bindings', toSafeJson(bindings))
  addLine('held', toSafeJson(held))
  if (state.pending) addLine('pending', toSafeJson(state.pending))
  for (const entry of state.redo) addLine('redo', toSafeJson(entry))
  for (const entry of state.journal) addLine('journal', toSafeJson(entry))
  for (const chunk of chunkAncestors(state)) addLine('ancestors', chunk)
  for (const chunk of chunkBase(state.base)) addLine('base', chunk)
  return [
    [stateSignature, `v${state.version}`, `sum ${sumTexts(lines.flat())}`, `rows ${lines.length}`, notice],
    ...lines.map(([tag, json]) => [tag, ...splitText(json)]),
  ]
}

/** `{"p":…,"c":[column keys],"r":[[id, rv, state, value, …], …]}`: one partition and one set of columns per chunk. */
function* chunkBase(base: ReadonlyMap<RecordId, BaseRecord>): Generator<string> {
  for (const [p, { columns, records }] of groupByPartition(base)) {
    const head = `{"p":${toSafeJson(p)},"c":${toSafeJson(columns)},"r":[`
    yield* packRows(head, records, (record) => {
      const row: Value[] = [record.id, record.rv, record.state]
      for (const column of columns) row.push(record.values[column] ?? null)
      return toSafeJson(row)
    })
  }
}

function* chunkAncestors({ ancestors }: WorkbookState): Generator<string> {
  if (ancestors) yield* packRows('{"r":[', ancestors, ([id, ancestor]) => toSafeJson([id, ancestor]))
}

function* packRows<T>(head: string, items: Iterable<T>, toJson: (item: T) => string): Generator<string> {
  let text = head
  for (const item of items) {
    const json = toJson(item)
    if (text.length > head.length && text.length + json.length > rowTarget) {
      yield `${text}]}`
      text = head
    }
    text += text.length > head.length ? `,${json}` : json
  }
  if (text.length > head.length) yield `${text}]}`
}

interface Part {
  readonly columns: string[]
  readonly records: BaseRecord[]
}

function groupByPartition(base: ReadonlyMap<RecordId, BaseRecord>): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part & { readonly seen: Set<string> }>()
  for (const record of base.values()) {
    let part = parts.get(record.p)
    if (!part) parts.set(record.p, (part = { columns: [], records: [], seen: new Set() }))
    part.records.push(record)
    for (const column in record.values) {
      if (part.seen.has(column)) continue
      part.seen.add(column)
      part.columns.push(column)
    }
  }
  return parts
}
