// One bar a line: what there is, and what of it is used and in transit. The sentence beside each bar says the same.
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { Bar } from '../../session/reportView.ts'
import { useLanguage } from '../../session/useLanguage.ts'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

export interface ReportBarsProps {
  readonly bars: readonly Bar[]
  /** Words of the whole and of each part. */
  readonly whole: string
  readonly parts: readonly string[]
}

export function ReportBars({ bars, whole, parts }: ReportBarsProps) {
  const { t } = useLanguage()
  return (
    <figure className="report-bars">
      <figcaption className="quiet">
        {parts.map((part, index) => (
          <span key={part} className={`bar-key bar-part-${index}`}>
            {part}
          </span>
        ))}
        <span className="bar-key bar-whole">{whole}</span>
      </figcaption>
      <ul>
        {bars.map((bar, at) => (
          <li key={`${bar.label} ${at}`}>
            <span className="bar-label">{bar.label}</span>
            <span className="bar-track" aria-hidden="true">
              <span className="bar-whole" style={{ width: percent(bar.wholeLength) }} />
              <span className="bar-parts">
                {bar.lengths.map((length, index) => (
                  <span key={parts[index]} className={`bar-part-${index}`} style={{ width: percent(length) }} />
                ))}
              </span>
            </span>
            <span className="bar-figures number">
              {bar.isOver && <strong>{t.report.over} </strong>}
              {bar.parts
                .flatMap((part, index) =>
                  part === 0 && index > 0 ? [] : [`${parts[index] ?? ''} ${formatYuan(fen(part))}`],
                )
                .join(t.listSeparator)}
              {' / '}
              {bar.whole === null ? t.report.noWhole(whole) : `${whole} ${formatYuan(fen(bar.whole))}`}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
