// What a push did or would do, as sentences with numbers.
import type { PushReport } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { formatYuan, fen } from '#shared/kernel/money.ts'
import type { Words } from '#shared/kernel/words.ts'
import type { OpResult, PushCounts } from '#shared/sync/record.ts'
import type { Strings } from '../strings/zh-Hans.ts'

/** 将新增 47 条，修改 2 条；counts of nothing are not said. */
export function sayCounts(counts: PushCounts, t: Strings): string {
  const words = t.file.rehearse
  const said = [
    counts.created > 0 ? words.created(counts.created) : '',
    counts.updated > 0 ? words.updated(counts.updated) : '',
    counts.deleted > 0 ? words.deleted(counts.deleted) : '',
    counts.merged > 0 ? words.merged(counts.merged) : '',
    counts.noop > 0 ? words.noop(counts.noop) : '',
    counts.conflicts > 0 ? words.conflicts(counts.conflicts) : '',
    counts.rejected > 0 ? words.rejected(counts.rejected) : '',
    counts.skipped > 0 ? words.skipped(counts.skipped) : '',
  ].filter((part) => part !== '')
  return said.length === 0 ? words.nothing : said.join(t.comma)
}

/** 本年预算数 0.00 → 1,286,400.00 元 */
export function sayTotals(
  report: Pick<PushReport, 'totals'>,
  sheet: SheetDefinition | undefined,
  { t, say }: { readonly t: Strings; readonly say: (words: Words) => string },
): readonly string[] {
  return report.totals
    .filter((total) => total.before !== total.after && sheet?.columns[total.column]?.merge !== 'derived')
    .map((total) => {
      const column = sheet?.columns[total.column]
      const name = column ? say(column.label) : total.column
      return t.file.rehearse.total(name, formatYuan(fen(total.before)), formatYuan(fen(total.after)))
    })
}

/** Why one line was not written. */
export function sayOutcome(result: OpResult, t: Strings): string {
  switch (result.s) {
    case 'conflict':
      return t.file.conflict.code[result.code]
    case 'rejected':
      return sayRejection(result.code, t)
    case 'skipped':
      return t.file.rejection.skipped
    default:
      return ''
  }
}

/** A code that is none of ours is one of 越权. */
export function sayRejection(code: string, t: Strings): string {
  return isKey(t.file.rejection, code) ? t.file.rejection[code] : t.file.rejection.duties
}

function isKey<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key)
}
