// What waits for me as lines to read: the most pressing first, rows of one sheet that ask for the same as one line.
import type { DeskItem } from '#shared/review/reviewInfo.ts'

export interface DeskGroup {
  readonly key: string
  /** At least one; more only where they say the same of several rows. */
  readonly items: readonly [DeskItem, ...DeskItem[]]
}

/** So many that say the same are still told one by one. */
const apart = 3

/** Red lights, then what somebody asks, then what is to be done, then what comes soon. */
function pressOf({ type, light }: DeskItem): number {
  if (light?.light === 'red') return 0
  return { emergency: 1, request: 2, review: 3, reminder: 4, answer: 5, light: 6, open: 7 }[type]
}

/** What a person wrote is read one by one; what follows from the state of rows may stand together. */
function sameness({ type, p, transitions, light, subject }: DeskItem): string {
  return JSON.stringify([type, p, transitions, light?.light, light?.reason, subject])
}

export function deskGroups(items: readonly DeskItem[]): readonly DeskGroup[] {
  const alike = new Map<string, DeskItem[]>()
  for (const item of items.toSorted((a, b) => pressOf(a) - pressOf(b))) {
    const same = alike.get(sameness(item))
    if (same) same.push(item)
    else alike.set(sameness(item), [item])
  }
  return [...alike].flatMap(([key, same]): readonly DeskGroup[] => {
    const [first, ...rest] = same
    if (first !== undefined && same.length > apart) return [{ key, items: [first, ...rest] }]
    return same.map((item, index) => ({ key: `${key} ${index}`, items: [item] }))
  })
}

/** What waits, and what is merely open: only the first is counted. */
export function splitDesk(items: readonly DeskItem[]): {
  readonly waiting: readonly DeskGroup[]
  readonly open: readonly DeskGroup[]
} {
  return {
    waiting: deskGroups(items.filter(({ type }) => type !== 'open')),
    open: deskGroups(items.filter(({ type }) => type === 'open')),
  }
}

/** Whether one sentence with figures in it holds for all of them. */
export function sayTheSame([first, ...rest]: DeskGroup['items']): boolean {
  const figures = JSON.stringify(first.light?.params)
  return rest.every(({ light }) => JSON.stringify(light?.params) === figures)
}
