// Findings still open, grouped by the fix that clears most: each group is one decision.
import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { FindingGroup } from '../../session/importState.ts'
import { findingKey } from '../../session/importState.ts'
import { sayFinding, showValue } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp } from '../parts.tsx'

const shownAtFirst = 5

export interface FindingListProps {
  readonly sheet: SheetDefinition | undefined
  readonly groups: readonly FindingGroup[]
  /** Groups that the answer had no room for. */
  readonly moreGroups: number
  readonly hints: readonly Finding[]
  /** 2 条提示 and what that means here. */
  readonly hintsLabel?: string
  /** Goes to the cell; the id of the element to come back to. */
  readonly onGoTo: (finding: Finding, backTo: string) => void
  readonly onFix: (findings: readonly Finding[]) => void
  /** Absent: warnings are answered elsewhere. */
  readonly onAccept?: (group: FindingGroup) => void
}

function placeOf(finding: Finding): string | undefined {
  return finding.location.cell ?? (finding.location.row === undefined ? undefined : String(finding.location.row))
}

function FindingLine({ finding, props }: { readonly finding: Finding; readonly props: FindingListProps }) {
  const { t, locale } = useLanguage()
  const id = useId()
  const place = placeOf(finding)
  const { fix } = finding
  const column = fix && fix.type === 'setValue' ? props.sheet?.columns[fix.column] : undefined
  return (
    <li>
      <span>{sayFinding(finding, props.sheet, locale)}</span>{' '}
      <span className="line-actions">
        {place !== undefined && (
          <Button id={id} size="small" appearance="subtle" onClick={() => props.onGoTo(finding, id)}>
            {finding.location.cell === undefined ? t.file.findings.row(Number(place)) : t.file.findings.goTo(place)}
          </Button>
        )}
        {fix?.type === 'setValue' && column && (
          <Button size="small" onClick={() => props.onFix([finding])}>
            {t.file.findings.fix(showValue(fix.value, column, locale))}
          </Button>
        )}
      </span>
    </li>
  )
}

function Group({ group, props }: { readonly group: FindingGroup; readonly props: FindingListProps }) {
  const { t, locale } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { findings, severity, count } = group
  const fixable = findings.filter((finding) => finding.fix !== undefined)
  const shown = isOpen ? findings : findings.slice(0, shownAtFirst)
  const isShort = shown.length < findings.length
  const citation = findings[0]?.citation
  const first = findings[0]
  return (
    <li className="finding-group">
      <div className="finding-head">
        <Lamp color={severity === 'error' ? 'red' : 'yellow'}>
          {t.severity[severity]}
          {count > 1 && ` · ${t.file.findings.groupCount(count)}`}
        </Lamp>
        <span className="line-actions">
          {fixable.length > 1 && (
            <Button size="small" onClick={() => props.onFix(fixable)}>
              {t.file.findings.fixAll(fixable.length)}
            </Button>
          )}
          {severity === 'warning' && props.onAccept && (
            <Button size="small" onClick={() => props.onAccept?.(group)}>
              {t.file.findings.accept(count)}
            </Button>
          )}
        </span>
      </div>
      <ul className="finding-lines">
        {shown.map((finding) => (
          <FindingLine
            key={findingKey(finding) + sayFinding(finding, props.sheet, locale)}
            finding={finding}
            props={props}
          />
        ))}
      </ul>
      {isShort && (
        <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
          {t.file.findings.more(findings.length - shown.length)}
        </Button>
      )}
      {count > findings.length && !isShort && <p className="quiet">{t.file.findings.cut(findings.length, count)}</p>}
      {citation && first && (
        <p className="quiet">{t.file.findings.basis([citation.source, citation.clause].join(' '))}</p>
      )}
    </li>
  )
}

export function FindingList(props: FindingListProps) {
  const { t, locale } = useLanguage()
  const { groups, moreGroups, hints, sheet } = props
  return (
    <>
      {groups.length === 0 ? (
        <Lamp color="green">{t.file.findings.none}</Lamp>
      ) : (
        <ul className="finding-groups">
          {groups.map((group) => (
            <Group key={`${group.code}/${findingKey(group.findings[0] ?? missing)}`} group={group} props={props} />
          ))}
          {moreGroups > 0 && <li className="quiet">{t.file.findings.moreGroups(moreGroups)}</li>}
        </ul>
      )}
      {hints.length > 0 && (
        <details className="quiet">
          <summary>{props.hintsLabel ?? t.file.findings.hints(hints.length)}</summary>
          <ul className="finding-lines">
            {hints.map((finding, index) => (
              <li key={index}>{sayFinding(finding, sheet, locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const missing: Finding = { code: '', severity: 'hint', location: {}, params: {} }
