// What a person sees of a partition, before anything is known of its rows: which of them, and which columns only masked.
import { ownsRow, reaching, type Subject } from './decide.ts'
import type { Grant } from './principal.ts'
import type { Mask } from '#shared/definition/column.ts'
import { maskedColumns } from '#shared/definition/mask.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Permission } from '#shared/definition/workflow.ts'

/** Rows of one partition, told by state and owner. */
export interface Area {
  /** States whose rows belong to it whoever owns them. */
  readonly states: ReadonlySet<string>
  /** State → departments whose own rows belong to it, beyond `states`. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>
}

/** What reaches one partition, before anything is known of its rows: the filter for lists, pulls and queries. */
export interface View extends Area {
  /** Every state of the workflow is in `states`: no row is hidden. */
  readonly whole: boolean
  /** Columns that are masked in some rows; empty for most kinds, and for whoever may edit them everywhere. */
  readonly masked: ReadonlyMap<string, MaskedColumn>
}

export interface MaskedColumn {
  readonly mask: Mask
  /** Where it may be edited and is therefore shown whole (ADR 0034). */
  readonly shown: Area
}

/** undefined: nothing of the partition is visible. */
export function viewOf(
  subject: Subject,
  on: { readonly definition: SheetDefinition; readonly unitId: string },
): View | undefined {
  const { definition } = on
  const area = toArea(reaching(subject, 'read', { definition, resource: on }))
  if (area.states.size === 0 && area.own.size === 0) return undefined
  return { ...area, whole: coversAll(area, definition), masked: maskedFor(subject, on) }
}

type Pairs = Iterable<{ readonly permission: Permission; readonly grant: Grant }>

function toArea(pairs: Pairs): Area {
  const states = new Set<string>()
  const own = new Map<string, Set<string>>()
  for (const { permission, grant } of pairs) {
    for (const state of permission.states) {
      if (permission.reach !== 'own') states.add(state)
      else if (grant.department !== null) own.set(state, (own.get(state) ?? new Set()).add(grant.department))
    }
  }
  for (const state of states) own.delete(state)
  return { states, own }
}

function coversAll({ states }: Area, { workflow }: SheetDefinition): boolean {
  return workflow.states.every(({ name }) => states.has(name))
}

const nothingMasked: View['masked'] = new Map()

/** Whoever may edit a column must see what is in it; everybody else sees it masked. */
function maskedFor(
  subject: Subject,
  { definition, unitId }: { readonly definition: SheetDefinition; readonly unitId: string },
): View['masked'] {
  const masks = maskedColumns(definition)
  if (masks.size === 0) return nothingMasked
  const open = new Set(definition.workflow.states.flatMap(({ name, locked }) => (locked ? [] : [name])))
  const updates = [...reaching(subject, 'update', { definition, resource: { unitId } })].map((pair) => ({
    ...pair,
    permission: { ...pair.permission, states: pair.permission.states.filter((state) => open.has(state)) },
  }))
  const masked = new Map<string, MaskedColumn>()
  for (const [column, mask] of masks) {
    const shown = toArea(updates.filter(({ permission: { columns } }) => columns?.includes(column) ?? true))
    if (!coversAll(shown, definition)) masked.set(column, { mask, shown })
  }
  return masked
}

/** Same outcome as decide(…'read'…) for a row of the viewed partition. */
export function isVisible(
  view: View | undefined,
  row: { readonly state: string; readonly owner: string | null },
): boolean {
  if (!view) return false
  return view.whole || isWithinArea(view, row)
}

export function isWithinArea(
  { states, own }: Area,
  row: { readonly state: string; readonly owner: string | null },
): boolean {
  if (states.has(row.state)) return true
  const departments = own.get(row.state)
  return departments !== undefined && [...departments].some((department) => ownsRow(department, row.owner))
}
