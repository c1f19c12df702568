// The quick look at a row: nearly every row passes it, and only the others are judged column by column.
import type { FieldRule, RuleContext } from '../definition/rule.ts'
import { isUsualText } from '../kernel/text.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { FieldLimit } from './fieldLimits.ts'

/** What a quick look at a column compares. */
export interface ColumnLook {
  readonly key: string
  readonly type: FieldLimit['look']
  readonly required: boolean
  readonly minimum: number
  readonly maximum: number
  readonly allowed: ReadonlySet<Value>
  /** All rules of the column, one after the other; null without rules. */
  readonly check: FieldRule['check'] | null
}

function inTurn(rules: readonly Pick<FieldRule, 'check'>[]): FieldRule['check'] | null {
  const [first, ...rest] = rules.map((rule) => rule.check)
  if (first === undefined) return null
  return rest.reduce((before, next) => (value, context) => before(value, context) ?? next(value, context), first)
}

export interface CleanLook {
  readonly byKey: ReadonlyMap<string, ColumnLook>
  readonly requiredCount: number
  /**
   * Learned: which column stood in which place of the rows seen last. Rows of one source name their columns in one order, and
   * comparing with the expected key is several times cheaper than looking each column up by its name.
   */
  readonly order: (ColumnLook | undefined)[]
}

export function compileColumnLook(
  key: string,
  limit: FieldLimit | null,
  rules: readonly Pick<FieldRule, 'check'>[],
): ColumnLook {
  return {
    key,
    type: limit?.look ?? 'nothing',
    required: limit?.required ?? false,
    minimum: limit?.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: limit?.maximum ?? Number.POSITIVE_INFINITY,
    allowed: limit?.allowed ?? new Set(),
    check: inTurn(rules),
  }
}

export function compileCleanLook(looks: readonly ColumnLook[]): CleanLook {
  return {
    byKey: new Map(looks.map((look) => [look.key, look])),
    requiredCount: looks.filter((look) => look.required).length,
    order: [...looks],
  }
}

/** The quick look at one value: false when findBroken has to say. */
export function keepsLimit(look: ColumnLook, value: Exclude<Value, null>): boolean {
  if (typeof value === 'string') {
    if (look.type === 'text') return value.length <= look.maximum && isUsualText(value)
    return look.type === 'choice' ? look.allowed.has(value) : look.type === 'nothing'
  }
  if (typeof value === 'number') return look.type === 'number' && value >= look.minimum && value <= look.maximum
  return look.type === 'nothing'
}

/**
 * true when no column limit and no field rule is broken; false when each column has to be judged to say.
 * A hot path (G6): one walk over what the row holds, nothing allocated.
 */
export function surelyClean({ byKey, requiredCount, order }: CleanLook, values: Values, context: RuleContext): boolean {
  let filled = 0
  let place = 0
  for (const key in values) {
    let look = order[place]
    if (look === undefined || look.key !== key) order[place] = look = byKey.get(key)
    place++
    if (look === undefined) continue
    const value = values[key]
    if (value === null || value === undefined || value === '') {
      if (look.required) return false
      continue
    }
    if (look.required) filled++
    if (!keepsLimit(look, value)) return false
    if (look.check !== null && look.check(value, context) !== null) return false
  }
  return filled === requiredCount
}
