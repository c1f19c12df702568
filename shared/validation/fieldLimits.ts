// What a column's own definition forbids: blank where required, too long, out of range, not a choice, characters no one can see.
import type { ColumnDefinition } from '../definition/column.ts'
import type { FindingFix, Severity } from '../kernel/finding.ts'
import { formatYuan, type Fen } from '../kernel/money.ts'
import { codePointLength, findForbiddenCharacter, foldText, removeForbiddenCharacters } from '../kernel/text.ts'
import type { Value } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'

/** A limit that is broken; it always blocks saving. */
export interface BrokenLimit {
  readonly code: 'required' | 'text.length' | 'text.char' | 'enum' | 'money.sign' | 'number.range'
  readonly severity: Severity
  readonly params: Params
  readonly fix?: FindingFix
}

/** Excel's own limit for the text of a cell, in UTF-16 units. */
export const maxCellText = 32_767

type Check = (value: Exclude<Value, null>) => BrokenLimit | null

function error(code: BrokenLimit['code'], params: Params, fix?: FindingFix): BrokenLimit {
  return { code, severity: 'error', params, ...(fix ? { fix } : {}) }
}

function textCheck(key: string, column: ColumnDefinition): Check {
  const maximum = Math.min(column.maxLength ?? maxCellText, maxCellText)
  const kind = column.type === 'text' ? 'note' : 'name'
  return (value) => {
    if (typeof value !== 'string') return null
    const forbidden = findForbiddenCharacter(value, kind)
    if (forbidden !== undefined) {
      const cleaned = removeForbiddenCharacters(value, kind)
      return error(
        'text.char',
        { codePoint: forbidden.codePoint, position: forbidden.position },
        { type: 'setValue', column: key, value: cleaned },
      )
    }
    if (value.length <= maximum) return null
    const length = codePointLength(value)
    return length > maximum || value.length > maxCellText ? error('text.length', { length, maximum }) : null
  }
}

/** Edit distance, at most `limit`; for the nearest choice. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++)
      current.push(
        Math.min(
          (previous[j] ?? 0) + 1,
          (current[j - 1] ?? 0) + 1,
          (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

function choiceCheck(key: string, column: ColumnDefinition): Check {
  const choices = column.choices ?? []
  const allowed = new Set(choices.map((choice) => choice.value))
  return (value) => {
    if (typeof value !== 'string' || allowed.has(value)) return null
    const text = foldText(value.slice(0, 200))
    const spellings = choices.flatMap((choice) =>
      [choice.value, ...choice.synonyms].map((words) => [foldText(words), choice.value] as const),
    )
    const nearest =
      spellings.find(([words]) => words === text) ?? spellings.find(([words]) => distance(words, text, 1) <= 1)
    const params = { value: value.slice(0, 60), choices: choices.map((choice) => choice.value).join('、') }
    return error('enum', params, nearest ? { type: 'setValue', column: key, value: nearest[1] } : undefined)
  }
}

function numberCheck(column: ColumnDefinition): Check {
  const minimum = column.minimum ?? Number.NEGATIVE_INFINITY
  const maximum = column.maximum ?? Number.POSITIVE_INFINITY
  const shown = (value: number): string | number => (column.type === 'money' ? formatYuan(value as Fen) : value)
  return (value) => {
    if (typeof value !== 'number' || (value >= minimum && value <= maximum)) return null
    if (value < 0 && minimum === 0) return error('money.sign', { value: shown(value) })
    return error('number.range', {
      value: shown(value),
      minimum: Number.isFinite(minimum) ? shown(minimum) : '',
      maximum: Number.isFinite(maximum) ? shown(maximum) : '',
    })
  }
}

function checkOf(key: string, column: ColumnDefinition): Check | null {
  switch (column.type) {
    case 'text':
    case 'code':
    case 'list':
    case 'deadline':
    case 'date':
      return textCheck(key, column)
    case 'choice':
      return choiceCheck(key, column)
    case 'money':
    case 'integer':
    case 'percent':
      return column.minimum === undefined && column.maximum === undefined ? null : numberCheck(column)
    case 'boolean':
      return null
  }
}

const missing: BrokenLimit = error('required', {})

/** One check per column, compiled once; derived columns are computed, not checked. */
export function compileFieldLimit(
  key: string,
  column: ColumnDefinition,
): ((value: Value | undefined) => BrokenLimit | null) | null {
  if (column.merge === 'derived') return null
  const check = checkOf(key, column)
  const blank = column.required ? missing : null
  if (check === null) return blank === null ? null : (value) => (isBlank(value) ? blank : null)
  return (value) => (isBlank(value) ? blank : check(value))
}

function isBlank(value: Value | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === ''
}
