// PushEnvelope → what goes over the wire; the inverse of decodePush. Runs of new rows go as columns once, then arrays.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Group, Op, PushEnvelope } from '../sync/record.ts'
import type { Definitions } from './decodePush.ts'
import { encodeWireValue, encodeWireValues, wireColumnsOf, type WireColumns } from './wireColumns.ts'

/** Ready for JSON.stringify. Throws when `schema` names a kind that is not defined: the envelope was built with it. */
export function encodePush(envelope: PushEnvelope, definitions: Definitions): Readonly<Record<string, unknown>> {
  const kinds = Object.keys(envelope.schema).map((kind) => {
    const definition: SheetDefinition | undefined = definitions.get(kind)
    if (definition === undefined) throw new Error(`kind ${kind} is not defined`)
    return definition
  })
  const columns = wireColumnsOf(kinds)
  const groups: unknown[] = []
  for (let i = 0; i < envelope.groups.length;) {
    const run = runOfCreates(envelope.groups, i)
    const group = envelope.groups[i]
    if (group !== undefined && run.length >= 4) groups.push(encodeRows(group.g, run, columns))
    else if (group !== undefined) groups.push({ g: group.g, ops: group.ops.map((op) => encodeOp(op, columns)) })
    i += run.length >= 4 ? run.length : 1
  }
  return { ...envelope, groups }
}

type Create = Extract<Op, { op: 'create' }>

/** Consecutive groups of one `create` each, numbered one by one, into one partition. */
function runOfCreates(groups: readonly Group[], start: number): readonly Create[] {
  const run: Create[] = []
  const first = groups[start]
  for (let i = start; i < groups.length; i++) {
    const group = groups[i]
    const op = group?.ops[0]
    if (group === undefined || op === undefined || group.ops.length !== 1 || op.op !== 'create') break
    if (group.g !== (first?.g ?? 0) + run.length || (run[0] !== undefined && op.p !== run[0].p)) break
    run.push(op)
  }
  return run
}

function encodeRows(g: number, run: readonly Create[], columns: WireColumns): unknown {
  const keys = [...new Set(run.flatMap((op) => Object.keys(op.values)))]
  const rows = run.map((op) => [op.id, ...keys.map((key) => encodeWireValue(op.values[key] ?? null, columns.get(key)))])
  return { g, p: run[0]?.p, columns: keys, rows }
}

function encodeOp(op: Op, columns: WireColumns): unknown {
  switch (op.op) {
    case 'create':
      return { ...op, values: encodeWireValues(op.values, columns) }
    case 'update':
      return { ...op, base: encodeWireValues(op.base, columns), set: encodeWireValues(op.set, columns) }
    case 'delete':
    case 'transition':
      return op
  }
}
