// Rules over several sheets in a push: the sums of touched groups, counted and judged as rows change.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { Partition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { isInYears } from '#shared/validation/evaluateLinked.ts'
import { judgeGroup, noRows, type LinkedSum } from '#shared/validation/linkedFindings.ts'
import {
  contributionsOf,
  type LinkedPlan,
  type LinkedRowFacts,
  type LinkedSide,
  type LinkedSlot,
  type PlannedRule,
} from '#shared/validation/linkedPlan.ts'

/** What one sheet adds to one sum of one group. */
export interface LinkedPart {
  readonly year: number
  count: number
  sum: bigint
}

/** Where a part is stored. */
export interface LinkedPlaced {
  readonly slot: string
  readonly grp: string
  readonly p: string
}

/** A sum of one group, by the sheets that add to it. */
type Cell = Map<string, LinkedPart>

/** The sheet from which a rule is asked. */
export interface LinkedSheet {
  readonly p: string
  readonly partition: Partition
  readonly unit: { readonly id: string }
  readonly context: RuleContext
}

/** A question to be asked of a rule: about one group, one unit and one year. */
export interface Question {
  readonly planned: PlannedRule
  readonly place: LinkedSheet
  readonly year: number
  readonly group: string
}

interface Asked extends Question {
  /** A row of the rule's own kind in the group: the finding is shown there. */
  row: RecordId | undefined
  /** As it was after the last kept group of ops. */
  keptRow: RecordId | undefined
  /** A kept group of ops has touched it. */
  kept: boolean
  /** Was it broken when this push first touched it, or after the last kept group of ops? */
  broken: boolean
}

export interface LinkedBook {
  readonly plan: LinkedPlan
  /** By slot and scoped group; what is there is loaded. */
  readonly cells: Map<string, Cell>
  readonly changed: Map<string, LinkedPlaced>
  readonly asked: Map<string, Asked>
  /** Questions that the group of ops being decided has touched. */
  readonly current: Set<Asked>
}

export function openLinkedBook(plan: LinkedPlan): LinkedBook {
  return { plan, cells: new Map(), changed: new Map(), asked: new Map(), current: new Set() }
}

/** Groups of rules that stay within a unit are kept apart by unit. */
export function scopedGroup({ rule }: PlannedRule, unitId: string, group: string): string {
  return rule.linked.reach === 'unit' ? `${unitId} ${group}` : group
}

const cellKey = (slot: string, grp: string): string => `${slot}\n${grp}`

export function isLoaded(
  { cells }: LinkedBook,
  { slot, grp }: { readonly slot: string; readonly grp: string },
): boolean {
  return cells.has(cellKey(slot, grp))
}

export function putCell(book: LinkedBook, place: { readonly slot: string; readonly grp: string }, cell: Cell): void {
  book.cells.set(cellKey(place.slot, place.grp), cell)
}

/** Slots and scoped groups that judging these rows needs. */
export function neededCells(
  plan: LinkedPlan,
  rows: readonly { readonly place: LinkedSheet; readonly facts: LinkedRowFacts }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>()
  for (const { place, facts } of rows)
    for (const { planned, group } of contributionsOf(plan, place.partition.kind, facts))
      for (const { key } of planned.slots) addTo(needed, key, scopedGroup(planned, place.unit.id, group))
  return needed
}

function addTo(sets: Map<string, Set<string>>, key: string, item: string): void {
  const set = sets.get(key)
  if (set) set.add(item)
  else sets.set(key, new Set([item]))
}

export interface LinkedChange {
  readonly id: RecordId
  readonly place: LinkedSheet
  readonly before: LinkedRowFacts | undefined
  readonly after: LinkedRowFacts | undefined
}

/** @returns false when a group was touched that is not loaded: the push is to be decided again with it */
export function countLinked(book: LinkedBook, change: LinkedChange): boolean {
  const { place, before, after, id } = change
  let known = true
  for (const [facts, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!facts) continue
    for (const { planned, slot, group, sum } of contributionsOf(book.plan, place.partition.kind, facts)) {
      const grp = scopedGroup(planned, place.unit.id, group)
      for (const { key } of planned.slots)
        if (!book.cells.has(cellKey(key, grp))) {
          known = false
          book.cells.set(cellKey(key, grp), new Map())
        }
      const asked = ask(book, { planned, slot, group, place })
      if (planned.owner === place.partition.kind && sign === 1) asked.row = id
      add(book, { slot, grp, place, count: sign, sum: sign === 1 ? sum : -sum })
    }
  }
  return known
}

/** Takes a change back when its group of ops is undone. */
export function uncountLinked(book: LinkedBook, { place, before, after }: LinkedChange): void {
  for (const [facts, sign] of [
    [after, -1],
    [before, 1],
  ] as const) {
    if (!facts) continue
    for (const { planned, slot, group, sum } of contributionsOf(book.plan, place.partition.kind, facts)) {
      const grp = scopedGroup(planned, place.unit.id, group)
      add(book, { slot, grp, place, count: sign, sum: sign === 1 ? sum : -sum })
    }
  }
}

interface Addition {
  readonly slot: LinkedSlot
  readonly grp: string
  readonly place: LinkedSheet
  readonly count: 1 | -1
  readonly sum: bigint
}

function add(book: LinkedBook, { slot, grp, place, count, sum }: Addition): void {
  const { p, partition } = place
  const cell = book.cells.get(cellKey(slot.key, grp))
  if (!cell) return
  let part = cell.get(p)
  if (!part) cell.set(p, (part = { year: partition.year, count: 0, sum: 0n }))
  part.count += count
  part.sum += sum
  book.changed.set(`${cellKey(slot.key, grp)}\n${p}`, { slot: slot.key, grp, p })
}

/** A sheet of last year's kind of term is asked about in the year after. */
export function yearAsked({ years }: LinkedSlot, { partition }: LinkedSheet): number {
  return years === 'previous' ? partition.year + 1 : partition.year
}

/** A rule over all years is one question, whichever year's sheet it is asked from. */
export function questionKey(
  { rule, slots }: PlannedRule,
  { unitId, year, group }: { readonly unitId: string; readonly year: number; readonly group: string },
): string {
  return [rule.code, unitId, slots.some(({ years }) => years === 'all') ? '' : year, group].join('\n')
}

function ask(
  book: LinkedBook,
  touched: {
    readonly planned: PlannedRule
    readonly slot: LinkedSlot
    readonly group: string
    readonly place: LinkedSheet
  },
): Asked {
  const { planned, slot, group, place } = touched
  const year = yearAsked(slot, place)
  const key = questionKey(planned, { unitId: place.unit.id, year, group })
  let asked = book.asked.get(key)
  if (!asked) {
    asked = { planned, place, year, group, row: undefined, keptRow: undefined, kept: false, broken: false }
    asked.broken = isStopping(judge(book, asked))
    book.asked.set(key, asked)
  }
  book.current.add(asked)
  return asked
}

/** The sums of a question's group, over everything in the rule's reach. */
export function sumsOf(
  { cells }: LinkedBook,
  { planned, place, year, group }: Question,
): ReadonlyMap<LinkedSide, LinkedSum> {
  const grp = scopedGroup(planned, place.unit.id, group)
  const sums = new Map<LinkedSide, LinkedSum>()
  for (const slot of planned.slots) {
    let { count, sum } = sums.get(slot.side) ?? noRows
    for (const part of cells.get(cellKey(slot.key, grp))?.values() ?? [])
      if (isInYears(slot.years, { sheet: part.year, asked: year })) {
        count += part.count
        sum += part.sum
      }
    sums.set(slot.side, { count, sum })
  }
  return sums
}

/** Rules know the year that they are asked about. */
export function contextOf({ place, year }: Question): RuleContext {
  return year === place.context.year ? place.context : { ...place.context, year }
}

function judge(book: LinkedBook, asked: Asked): Finding | null {
  const { planned, group, row } = asked
  const location = row === undefined ? {} : { id: row }
  return judgeGroup(planned, { group, sums: sumsOf(book, asked), location }, contextOf(asked))
}

function isStopping(finding: Finding | null): finding is Finding {
  return finding?.severity === 'error'
}

/** Rules that block saving and that the group of ops has newly broken. What was broken before may be mended step by step. */
export function newlyBrokenLinked(book: LinkedBook): readonly Finding[] {
  return [...book.current].flatMap((asked) => {
    if (asked.broken || asked.planned.rule.blocks !== 'save') return []
    const finding = judge(book, asked)
    return isStopping(finding) ? [finding] : []
  })
}

/** What keeps the rows of the group of ops from going on. */
export function stoppingLinked(book: LinkedBook): readonly Finding[] {
  return [...book.current].flatMap((asked) => {
    const finding = judge(book, asked)
    return isStopping(finding) ? [finding] : []
  })
}

/** The group of ops stays: what is mended must stay mended. */
export function keepLinked(book: LinkedBook): void {
  for (const asked of book.current) {
    asked.kept = true
    asked.keptRow = asked.row
    if (asked.broken) asked.broken = isStopping(judge(book, asked))
  }
  book.current.clear()
}

/** The group of ops is undone; its sums are taken back by uncountLinked. */
export function dropLinked({ current }: LinkedBook): void {
  for (const asked of current) asked.row = asked.keptRow
  current.clear()
}

/** Nothing of the push stays. */
export function dropAllLinked({ asked }: LinkedBook): void {
  for (const one of asked.values()) {
    one.kept = false
    one.row = undefined
  }
}

/** What has to be written: sums of sheets that the push has changed. */
export function changedParts({
  changed,
  cells,
}: LinkedBook): readonly (LinkedPlaced & { readonly part: LinkedPart })[] {
  return [...changed.values()].flatMap((place) => {
    const part = cells.get(cellKey(place.slot, place.grp))?.get(place.p)
    return part === undefined ? [] : [{ ...place, part }]
  })
}

/** Of every group that what is kept has touched. */
export function linkedFindings(book: LinkedBook): readonly Finding[] {
  return [...book.asked.values()].flatMap((asked) => (asked.kept ? (judge(book, asked) ?? []) : []))
}
