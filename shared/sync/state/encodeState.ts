// WorkbookState → rows of text cells of the very-hidden sheet. Layout: docs/workbook-state.md.
import { inOneGo, rowsOfStep, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Value } from '../../kernel/value.ts'
import type { BaseRecord, WorkbookState } from './base.ts'
import { splitText, startSum, toSafeJson } from './stateCells.ts'

export const stateSignature = 'tongbiao'

const notice = '同表底稿：请勿修改或删除本表 · Base of Tongbiao: please do not edit or delete this sheet'

/** Most characters of JSON to a row, so that a row is one cell. */
const rowLimit = 30_000

/**
 * One id in so many begins a new row of the base, whatever the values are: a value that grows moves no other record to
 * another row, so that only rows with changed records are written anew.
 */
const rowEvery = 80

/** First row: signature, layout number, checksum, number of rows below, notice. Then one section per row: tag, JSON in cells. */
export function encodeState(state: WorkbookState): readonly (readonly string[])[] {
  return inOneGo(encodeInSteps(state))
}

export function* encodeInSteps(state: WorkbookState): Steps<readonly (readonly string[])[]> {
  const lines: (readonly string[])[] = []
  const sum = startSum()
  const addLine = (tag: string, json: string): void => {
    sum.add(tag)
    sum.add(json)
    lines.push([tag, ...splitText(json)])
  }
  const { workbookId, issue, cursor, witness, history, torn, bindings, held } = state
  addLine('issue', toSafeJson({ workbookId, ...issue }))
  addLine('points', toSafeJson({ cursor, witness, history, torn }))
  addLine('bindings', toSafeJson(bindings))
  addLine('held', toSafeJson(held))
  // What changes most comes last: the rows above it stay where they are.
  const parts = yield* groupByPartition(state.base)
  for (const chunk of chunkBase(parts)) {
    addLine('base', chunk)
    yield
  }
  for (const entry of state.journal) addLine('journal', toSafeJson(entry))
  for (const entry of state.redo) addLine('redo', toSafeJson(entry))
  for (const chunk of chunkAncestors(state)) {
    addLine('ancestors', chunk)
    yield
  }
  if (state.pending) addLine('pending', toSafeJson(state.pending))
  return [[stateSignature, `v${state.version}`, `sum ${sum.text()}`, `rows ${lines.length}`, notice], ...lines]
}

/** `{"p":…,"c":[column keys],"r":[[id, rv, state, value, …], …]}`: one partition and one set of columns per chunk. */
function* chunkBase(parts: ReadonlyMap<string, Part>): Generator<string> {
  for (const [p, { columns, records }] of parts) {
    const columnsJson = toSafeJson(columns)
    yield* packRows(`{"p":${toSafeJson(p)},"c":${columnsJson},"r":[`, records, {
      idOf: ({ id }) => id,
      toJson: (record) => toRecordJson(record, columns, columnsJson),
    })
  }
}

/** Records are the same objects from one state to the next: most of their texts are known. */
const known = new WeakMap<BaseRecord, { readonly columnsJson: string; readonly json: string }>()

function toRecordJson(record: BaseRecord, columns: readonly string[], columnsJson: string): string {
  const before = known.get(record)
  if (before?.columnsJson === columnsJson) return before.json
  const row: Value[] = [record.id, record.rv, record.state]
  for (const column of columns) row.push(record.values[column] ?? null)
  const json = toSafeJson(row)
  known.set(record, { columnsJson, json })
  return json
}

function* chunkAncestors({ ancestors }: WorkbookState): Generator<string> {
  if (!ancestors) return
  yield* packRows('{"r":[', ancestors, {
    idOf: ([id]) => id,
    toJson: ([id, ancestor]) => toSafeJson([id, ancestor]),
  })
}

interface Packing<T> {
  readonly idOf: (item: T) => string
  readonly toJson: (item: T) => string
}

function* packRows<T>(head: string, items: Iterable<T>, { idOf, toJson }: Packing<T>): Generator<string> {
  let parts: string[] = []
  let length = 0
  for (const item of items) {
    const json = toJson(item)
    if (parts.length > 0 && (beginsRow(idOf(item)) || length + json.length > rowLimit)) {
      yield `${head}${parts.join(',')}]}`
      parts = []
      length = 0
    }
    parts.push(json)
    length += json.length + 1
  }
  if (parts.length > 0) yield `${head}${parts.join(',')}]}`
}

function beginsRow(id: string): boolean {
  let hash = 0
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 8) % rowEvery === 0
}

interface Part {
  readonly columns: string[]
  readonly records: BaseRecord[]
}

function* groupByPartition(base: ReadonlyMap<RecordId, BaseRecord>): Steps<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part & { readonly seen: Set<string> }>()
  let count = 0
  for (const record of base.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
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
