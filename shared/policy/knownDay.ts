// Days written into the product's own data.
import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts'

/** Throws where the data itself is wrong. */
export function knownDay(text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day === undefined) throw new Error(`no day: ${text}`)
  return day
}
