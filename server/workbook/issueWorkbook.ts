// A sheet's records as a new workbook that carries its base: what was sent out, to whom, and as of which point.
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { stateVersion, type BaseRecord, type WorkbookState } from '#shared/sync/state/base.ts'
import { formatCheck } from '#shared/sync/state/checksum.ts'
import { isEditable } from '#shared/sync/merge/mergeFacts.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { PullPage, PullRequest, StoredRecord } from '#shared/sync/record.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { contextOf } from '../partition/findingsOf.ts'
import { workbookName } from './fileNames.ts'

type Needs = Pick<AppDeps, 'store' | 'definitions' | 'clock' | 'newId' | 'workbooks' | 'accounts'>

export interface Issue {
  readonly p: string
  readonly principal: Principal
  readonly locale: Locale
}

/** undefined: not visible to this person, or no such kind. */
export async function issueWorkbook(
  deps: Needs,
  issue: Issue,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const { p, principal, locale } = issue
  const partition = parsePartitionId(p)
  if (partition === undefined || !deps.definitions.has(partition.kind)) return undefined
  const records = await deps.store.listRecords(p, principal)
  if (records === undefined) return undefined
  const { definition, context } = await contextOf(deps, p)
  const pulled = await pullPartition(deps, issue, definition)
  if (pulled === undefined) return undefined
  const unit = (await readUnits(deps.accounts.db)).find((known) => known.id === partition.unitId)
  const unitName = unit?.name ?? ''
  const state = toState(deps, { issue, definition, ...pulled })
  const bytes = await deps.workbooks.build({
    definition,
    context,
    unitName,
    locale,
    records: { p, rows: pulled.rows, state },
  })
  return { name: workbookName(definition.title[locale], unitName, partition.year), bytes }
}

interface Pulled {
  readonly rows: readonly StoredRecord[]
  readonly last: PullPage
}

/** All pages of one sheet, read as its workbook would: point and checksum belong to exactly these rows. */
export async function pullPartition(
  deps: Needs,
  issue: Pick<Issue, 'p' | 'principal'>,
  definition: SheetDefinition,
): Promise<Pulled | undefined> {
  const rows: StoredRecord[] = []
  let token: string | null = null
  for (;;) {
    const request: PullRequest = {
      api: 1,
      schema: { [definition.kind]: definition.version },
      workbook: '',
      cursor: null,
      witness: [],
      history: [],
      held: [],
      want: [issue.p],
      page: { token, maxRows: 2000, maxBytes: 1_500_000 },
    }
    const page = await deps.store.pull(request, issue.principal)
    if (!page.ok) {
      // The rights changed between two pages: begin again.
      if (page.error.code !== 'page-token' || token === null) return undefined
      rows.length = 0
      token = null
      continue
    }
    rows.push(...page.value.put)
    if (!page.value.more) return { rows, last: page.value }
    token = page.value.pageToken
  }
}

/** The workbook's memory of `rows` as of the page that ended the pull (protocol.md §1.4). */
export function toState(
  deps: Pick<AppDeps, 'store' | 'clock' | 'newId'>,
  source: Pulled & { readonly issue: Pick<Issue, 'principal'>; readonly definition: SheetDefinition },
): Omit<WorkbookState, 'bindings'> {
  const { rows, last, definition } = source
  return {
    version: stateVersion,
    workbookId: deps.newId(),
    issue: toIssue(deps, source.issue.principal),
    cursor: last.to,
    witness: [],
    history: [last.to],
    held: last.parts.map(({ p, proj, ...check }) => ({ p, proj, sum: formatCheck(check) })),
    base: new Map(rows.map((record) => [record.id, toBase(record, definition)])),
    ancestors: new Map(),
    pending: null,
    journal: [],
    redo: [],
    torn: null,
  }
}

/** Who issues it to whom. */
export function toIssue(
  { store, clock }: Pick<AppDeps, 'store' | 'clock'>,
  { name }: Principal,
): WorkbookState['issue'] {
  return { server: store.serverId, epoch: store.epoch, user: name, at: clock().toISOString() }
}

function toBase(record: StoredRecord, definition: SheetDefinition): BaseRecord {
  const values: Values = Object.fromEntries(
    Object.entries(record.values).filter(([key]) => {
      const column = definition.columns[key]
      return column !== undefined && isEditable(column.merge) && column.fieldClass !== 'sensitive'
    }),
  )
  return { id: record.id, p: record.p, rv: record.rv, state: record.state, values }
}
