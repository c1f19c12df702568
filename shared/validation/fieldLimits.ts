// What a column's own definition forbids: blank where required, too long, out of range, not a choice, characters no one can see.
import type { ColumnDefinition } from '../definition/column.ts'
import type { FindingFix, Severity } from '../kernel/finding.ts'
import { formatYuan, type Fen } from '../kernel/money.ts'
import { codePointLength, findForbiddenCharacter, foldText, removeForbiddenCharacters } from '../kernel/text.ts'
import type { Value } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'

/** A limit that is broken; it always blocks saving. */
export interface BrokenLimit {
  readonly code: 'required' | 'text.length' | 'text.char' | 'text.masked' | 'enum' | 'money.sign' | 'number.range'
  readonly severity: Severity
  readonly params: Params
  readonly fix?: FindingFix
}

/** Excel's own limit for the text of a cell, in UTF-16 units. */
export const maxCellText = 32_767

type Check = (value: Exclude<Value, null>) => BrokenLimit | null

function error(code: BrokenLimit['code'], params: Params, fix?: FindingFix): BrokenLimit {
  return fix === undefined ? { code, severity: 'error', params } : { code, severity: 'error', params, fix }
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
  const list = choices.map((choice) => choice.value).join('、')
  const spellings = choices.flatMap((choice) =>
    [choice.value, ...choice.synonyms].map((words) => [foldText(words), choice.value] as const),
  )
  // The same wrong word usually stands in many rows.
  const answers = new Map<string, BrokenLimit>()
  return (value) => {
    if (typeof value !== 'string' || allowed.has(value)) return null
    const known = answers.get(value)
    if (known !== undefined) return known
    const text = foldText(value.slice(0, 200))
    const nearest =
      spellings.find(([words]) => words === text) ?? spellings.find(([words]) => distance(words, text, 1) <= 1)
    const params = { value: value.slice(0, 60), choices: list }
    const broken = error('enum', params, nearest ? { type: 'setValue', column: key, value: nearest[1] } : undefined)
    if (answers.size < 1000 && value.length <= 200) answers.set(value, broken)
    return broken
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
      return textCheck(key, column)
    case 'choice':
      return choiceCheck(key, column)
    case 'money':
    case 'integer':
    case 'percent':
      return column.minimum === undefined && column.maximum === undefined ? null : numberCheck(column)
    // their types let nothing through that a limit could forbid
    case 'date':
    case 'boolean':
      return null
  }
}

const missing: BrokenLimit = error('required', {})

/** A column's limit, compiled once: what a quick look (surelyClean.ts) compares, and the full check for what fails it. */
export interface FieldLimit {
  readonly look: 'nothing' | 'text' | 'choice' | 'number'
  readonly required: boolean
  readonly minimum: number
  /** number: as stored · text: UTF-16 units that surely are not too many code points. */
  readonly maximum: number
  readonly allowed: ReadonlySet<Value>
  readonly check: Check | null
}

const looks: Readonly<Record<ColumnDefinition['type'], FieldLimit['look']>> = {
  text: 'text',
  code: 'text',
  list: 'text',
  deadline: 'text',
  date: 'nothing',
  choice: 'choice',
  money: 'number',
  integer: 'number',
  percent: 'number',
  boolean: 'nothing',
}

/** null where nothing can be wrong; derived columns are computed, not checked. */
export function compileFieldLimit(key: string, column: ColumnDefinition): FieldLimit | null {
  if (column.merge === 'derived') return null
  const check = checkOf(key, column)
  if (check === null && !column.required) return null
  const look = check === null ? 'nothing' : looks[column.type]
  return {
    look,
    required: column.required,
    minimum: column.minimum ?? Number.NEGATIVE_INFINITY,
    maximum:
      look === 'text'
        ? Math.min(column.maxLength ?? maxCellText, maxCellText)
        : (column.maximum ?? Number.POSITIVE_INFINITY),
    allowed: new Set((column.choices ?? []).map((choice) => choice.value)),
    check,
  }
}

export function findBroken(limit: FieldLimit, value: Value | undefined): BrokenLimit | null {
  if (value === null || value === undefined || value === '') return limit.required ? missing : null
  return limit.check === null ? null : limit.check(value)
}
