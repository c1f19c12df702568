// What a push would do or did, in sentences, with the lines that were not written and why.
import type { PushReport } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { sayCounts, sayOutcome, sayTotals } from '../../session/pushSentences.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface PushSummaryTextProps {
  readonly report: PushReport
  readonly sheet: SheetDefinition | undefined
  /** Sentences that say more than the counts, e.g. 支出合计 1,286,400.00 元. */
  readonly more?: readonly string[]
}

const shownReasons = 50

interface Reason {
  readonly said: string
  readonly details: readonly string[]
  readonly count: number
}

export function PushSummaryText({ report, sheet, more = [] }: PushSummaryTextProps) {
  const { t, say, locale } = useLanguage()
  const sentences = more.length > 0 ? more : sayTotals(report, sheet, { t, say })
  const { problems } = report
  // the same reason is said once, with how often
  const reasons = new Map<string, Reason>()
  for (const problem of problems) {
    const said = sayOutcome(problem, t)
    const details =
      problem.s === 'rejected' ? problem.findings.map((finding) => sayFinding(finding, sheet, locale)) : []
    const key = [said, ...details].join('\n')
    reasons.set(key, { said, details, count: (reasons.get(key)?.count ?? 0) + 1 })
  }
  return (
    <>
      <p className="strong">{sayCounts(report.result.counts, t)}</p>
      {sentences.length > 0 && (
        <ul className="sentences number">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <details open>
          <summary>{t.file.receipt.problems(problems.length)}</summary>
          <ul className="finding-lines">
            {[...reasons].slice(0, shownReasons).map(([key, { said, details, count }]) => (
              <li key={key}>
                {said}
                {count > 1 && ` · ${t.file.findings.groupCount(count)}`}
                {details.map((detail) => (
                  <div key={detail}>{detail}</div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
