// What was settled for one sheet shape, remembered for the next file of the same shape (peers.md P10).
import { normalizeHeader } from '../kernel/text.ts'
import type { ColumnMapping, TablePlan, RecognisedTable } from './plan.ts'

/** A profile and whose it is: the unit's own settles things, one of a unit above only suggests. */
export interface KnownProfile {
  readonly profile: ImportProfile
  readonly from: 'own' | 'above'
}

/** Remembered per unit, kind and fingerprint. JSON. */
export interface ImportProfile {
  readonly fingerprint: string
  readonly kind: string
  /** Normalized header path → column key, or null for left out on purpose. */
  readonly columns: Readonly<Record<string, string | null>>
  readonly aliases: TablePlan['aliases']
  readonly blankMoney: TablePlan['conventions']['blankMoney']
}

/** FNV-1a over UTF-16 units, twice with different seeds: 16 hex digits. Not a secret, only a shape. */
export function shapeHash(text: string): string {
  const half = (seed: number): string => {
    let hash = seed
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0
    return hash.toString(16).padStart(8, '0')
  }
  return half(2166136261) + half(84696351)
}

const pathKey = (column: { readonly header: string; readonly path: readonly string[] }): string =>
  (column.path.length > 0 ? column.path : [column.header]).map((part) => normalizeHeader(part).text).join('/')

/** Header texts after unfolding merged headers, in order, and how many header rows: the shape of a sheet. */
export function fingerprint(table: Pick<RecognisedTable, 'columns' | 'headerRows'>): string {
  return shapeHash(`${table.headerRows.length}|${table.columns.map(pathKey).join('|')}`)
}

/** What the person settled, from a plan that was applied. */
export function toProfile(plan: TablePlan): ImportProfile {
  return {
    fingerprint: plan.fingerprint,
    kind: plan.kind,
    columns: Object.fromEntries(plan.mappings.map((mapping) => [pathKey(mapping.source), mapping.target])),
    aliases: plan.aliases,
    blankMoney: plan.conventions.blankMoney,
  }
}

/** Mappings with what the profile knows put in; a target is still given only once. */
export function applyProfile(mappings: readonly ColumnMapping[], profile: ImportProfile): readonly ColumnMapping[] {
  const settled = mappings.map((mapping) => {
    const key = pathKey(mapping.source)
    if (!Object.hasOwn(profile.columns, key)) return mapping
    return { ...mapping, target: profile.columns[key] ?? null, basis: 'profile' as const, confidence: 1 }
  })
  const given = new Set(settled.filter((mapping) => mapping.basis === 'profile').map((mapping) => mapping.target))
  return settled.map((mapping) =>
    mapping.basis !== 'profile' && mapping.target !== null && given.has(mapping.target)
      ? { ...mapping, target: null, basis: 'none' as const, confidence: 0 }
      : mapping,
  )
}

/** Below this a column's own match is no better than what somebody else settled. */
const unsure = 0.6

/**
 * What a unit above settled for the same shape, taken only where this table's own words leave a column open; it stays as
 * unsure as it is. Nothing but columns is taken from it: its aliases hold words of another unit's file.
 */
export function suggestProfile(mappings: readonly ColumnMapping[], profile: ImportProfile): readonly ColumnMapping[] {
  const given = new Set(mappings.filter(({ confidence }) => confidence >= unsure).map(({ target }) => target))
  return mappings.map((mapping) => {
    if (mapping.confidence >= unsure) return mapping
    const key = pathKey(mapping.source)
    const target = Object.hasOwn(profile.columns, key) ? (profile.columns[key] ?? null) : null
    if (target === null || target === mapping.target) return mapping
    if (given.has(target)) return mapping
    given.add(target)
    return { ...mapping, target, basis: 'profile' as const, confidence: 0.5 }
  })
}
