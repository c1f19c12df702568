// Wire values that need no thought: what nearly every cell of a push is, read without a result object per cell.
import type { ColumnDefinition } from '../definition/column.ts'
import type { Value } from '../kernel/value.ts'

/** undefined: the column's type has to look at it. Otherwise exactly what its `decode` gives (law). */
export type PlainWireReader = (wire: unknown) => Exclude<Value, null> | undefined

/** NFC leaves these alone, none is forbidden; the first one shows, so that the text is not blank. */
const plainText =
  /^[!-~\u3001-\u3003\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e][ -~\u3001-\u3003\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/
/** Plain text that does not end in spaces either. */
const plainWords = new RegExp(plainText.source.replace(/\$$/, '(?<! )$'))
/** Names in which nothing is to be tidied: no spaces, no dots. */
const plainName = /^[A-Za-z0-9()\u4e00-\u9fff]+$/
/** NFKC leaves these alone and none looks like another. */
const plainCode = /^[A-Za-z0-9-]{1,40}$/
const plainDigits = /^\d{1,20}$/
/** At most 15 digits: below the limit of an amount. */
const plainFen = /^(?:0|-?[1-9]\d{0,14})$/
/** Days that every month has. */
const plainDay = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/

const undecided: PlainWireReader = () => undefined

function textReader(pattern: RegExp): PlainWireReader {
  return (wire) => (typeof wire === 'string' && pattern.test(wire) ? wire : undefined)
}

/** Compiled once per column. */
export function compilePlainWireReader({
  type,
  format,
  choices,
  isName,
  isIndented,
}: ColumnDefinition): PlainWireReader {
  switch (type) {
    case 'text':
      return textReader(isName === true ? plainName : isIndented === true ? plainWords : plainText)
    case 'code':
      if (format === 'idcard' || format === 'bankcard') return undecided
      return textReader(format === 'digits' ? plainDigits : plainCode)
    case 'choice': {
      const values = new Set((choices ?? []).map((choice) => choice.value))
      return (wire) => (typeof wire === 'string' && values.has(wire) && wire !== '' ? wire : undefined)
    }
    case 'money':
      return (wire) => (typeof wire === 'string' && plainFen.test(wire) ? Number(wire) : undefined)
    case 'integer':
      return (wire) => (typeof wire === 'number' && Number.isSafeInteger(wire) && wire !== 0 ? wire : undefined)
    case 'date':
    case 'deadline':
      return textReader(plainDay)
    case 'boolean':
      return (wire) => (typeof wire === 'boolean' ? wire : undefined)
    case 'list':
    case 'percent':
      return undecided
  }
}
