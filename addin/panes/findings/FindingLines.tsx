// What is wrong, a line each: severity as lamp and word, then the sentence.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp, lampOf } from '../parts.tsx'

interface FindingLinesProps {
  readonly findings: readonly Finding[]
  /** undefined: of a kind that is not known here. */
  readonly sheet: SheetDefinition | undefined
}

export function FindingLines({ findings, sheet }: FindingLinesProps) {
  const { t, locale } = useLanguage()
  return (
    <ul className="finding-lines">
      {findings.map((finding, index) => (
        <li key={index}>
          <Lamp color={lampOf[finding.severity]}>{t.severity[finding.severity]}</Lamp>{' '}
          {sayFinding(finding, sheet, locale)}
        </li>
      ))}
    </ul>
  )
}
