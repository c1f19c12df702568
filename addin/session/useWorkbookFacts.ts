// What people ask of a preview: what the row behind an id is called, and who changed it when. The server tells both with
// the preview; where it did not, they are asked for.
import { useEffect, useMemo, useState } from 'react'
import type { HistoryEntry, WorkbookPreview } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { ServerClient } from '../server/serverClient.ts'
import { useServices } from './services.ts'

export interface Author {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

export interface WorkbookFacts {
  /** The texts the row is called by, or the record as the server has it; {} while unknown or gone. */
  readonly rowOf: (id: string) => Values
  /** Who last changed one of these fields (or, for none, the record). */
  readonly authorOf: (id: string, fields: readonly string[]) => Author | undefined
}

/** Rows whose history is asked for: what people look at first. */
const mostHistories = 40

interface Known {
  readonly rows: ReadonlyMap<string, Values>
  readonly histories: ReadonlyMap<string, readonly HistoryEntry[]>
}

const nothing: Known = { rows: new Map(), histories: new Map() }

function idsToAsk(preview: Pick<WorkbookPreview, 'sheets'>): readonly string[] {
  const ids = preview.sheets.flatMap((sheet) => [
    ...sheet.conflicts.filter(isUnsigned).map((conflict) => conflict.id),
    ...sheet.theirs.filter(isUnsigned).map((each) => each.id),
  ])
  return [...new Set<string>(ids)].slice(0, mostHistories)
}

function isUnsigned({ by }: { readonly by?: string }): boolean {
  return by === undefined || by === ''
}

async function fetchFacts(
  client: ServerClient,
  preview: Pick<WorkbookPreview, 'sheets'>,
  signal: AbortSignal,
): Promise<Known> {
  const rows = new Map<string, Values>()
  const lists = preview.sheets.map(async ({ p, names }) => {
    if (names !== undefined) return
    const place = parsePartitionId(p)
    if (!place) return
    const params = { unit: place.unitId, kind: place.kind, year: String(place.year) }
    const list = await client.call('listRecords', null, { params, signal })
    if (list.ok) for (const row of list.value.rows) rows.set(row.id, row.values)
  })
  const histories = new Map<string, readonly HistoryEntry[]>()
  const asked = idsToAsk(preview).map(async (id) => {
    const history = await client.call('recordHistory', null, { params: { id }, signal })
    if (history.ok) histories.set(id, history.value)
  })
  await Promise.all([...lists, ...asked])
  return { rows, histories }
}

export function useWorkbookFacts(preview: Pick<WorkbookPreview, 'sheets'>): WorkbookFacts {
  const { client } = useServices()
  const [known, setKnown] = useState<Known>(nothing)

  useEffect(() => {
    const controller = new AbortController()
    void fetchFacts(client, preview, controller.signal).then((facts) => {
      if (!controller.signal.aborted) setKnown(facts)
    })
    return () => controller.abort()
  }, [client, preview])

  const named = useMemo(() => new Map(preview.sheets.flatMap(({ names }) => Object.entries(names ?? {}))), [preview])
  return useMemo(
    () => ({
      rowOf: (id) => named.get(id) ?? known.rows.get(id) ?? {},
      authorOf(id, fields) {
        const entries = known.histories.get(id) ?? []
        const entry = entries.find((each) => each.field === null || fields.length === 0 || fields.includes(each.field))
        return entry && { by: entry.by, at: entry.at }
      },
    }),
    [known, named],
  )
}
