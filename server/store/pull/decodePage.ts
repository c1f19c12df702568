// Bytes of a page → objects: for callers in the same process.
import type { SheetRules } from '../sheetRules.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { PullPage, RecordRevision, StoredRecord } from '#shared/sync/record.ts'

type Line =
  readonly [id: RecordId] | readonly [id: RecordId, p: string, rv: RecordRevision, state: string, wire: Values]

export function decodePage(chunks: readonly Uint8Array<ArrayBuffer>[], { kinds }: SheetRules): PullPage {
  const lines = Buffer.concat(chunks).toString().split('\n')
  const opening = JSON.parse(lines[0] ?? '') as Pick<PullPage, 'server' | 'mode' | 'ancestor' | 'head'>
  // the text ends with a line end
  const closing = JSON.parse(lines.at(-2) ?? '') as Pick<PullPage, 'to' | 'more' | 'pageToken' | 'drop' | 'parts'>
  const put: StoredRecord[] = []
  const gone: RecordId[] = []
  for (const text of lines.slice(1, -2)) {
    const line = JSON.parse(text) as Line
    if (line.length === 1) {
      gone.push(line[0])
      continue
    }
    const [id, p, rv, state, wire] = line
    put.push({ id, p, rv, state, values: toValues(kinds, p, wire) })
  }
  const { server, mode, ancestor, head } = opening
  const { to, more, pageToken, drop, parts } = closing
  return { server, mode, ancestor, head, to, more, pageToken, put, gone, drop, parts }
}

function toValues(kinds: SheetRules['kinds'], p: string, wire: Values): Values {
  const money = kinds.get(parsePartitionId(p)?.kind ?? '')?.money ?? []
  const values: Record<string, Values[string]> = { ...wire }
  for (const column of money) if (typeof values[column] === 'string') values[column] = Number(values[column])
  return values
}
