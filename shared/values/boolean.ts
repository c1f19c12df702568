// Column type `boolean`: 是 or 否.
import { ok } from '../kernel/result.ts'
import { foldText } from '../kernel/text.ts'
import type { Locale } from '../kernel/words.ts'
import { cellError, isBlank, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ValueType } from './valueType.ts'

const shown: Readonly<Record<Locale, readonly [string, string]>> = {
  'zh-Hans': ['否', '是'],
  'zh-Hant': ['否', '是'],
  en: ['No', 'Yes'],
}

const yes = new Set(Array.from('√✓✔☑■●○是有对1y').concat('yes', 'true', '对勾', '已', '完成', '是的'))
const no = new Set(Array.from('×✗✘☒□否无不0nx').concat('no', 'false', '没有', '未', '不是'))
// ○ stands for "no" beside ×-less forms and for "yes" beside them: not certain either way.
yes.delete('○')

export const boolean: ValueType = {
  type: 'boolean',

  parse(cell, _column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'boolean') return read(cell)
    const written = showCell(cell)
    if (written === '是' || written === 'Yes') return read(true)
    if (written === '否' || written === 'No') return read(false)
    const folded = foldText(written)
    if (!yes.has(folded) && !no.has(folded)) return problem('boolean.format', { text: showText(written) })
    const value = yes.has(folded)
    return context.legacy
      ? read(value, ['value/synonym'])
      : problem('boolean.format', { text: showText(written) }, value)
  },

  format(value, _column, locale) {
    return shown[locale][value === true ? 1 : 0]
  },

  toCell(value) {
    return { kind: 'text', text: value === true ? '是' : '否' }
  },

  encode(value) {
    return value === true
  },

  decode(wire) {
    return wire === null || typeof wire === 'boolean' ? ok(wire) : problem('boolean.format', { text: showWire(wire) })
  },
}
