// What was recognised, in one short paragraph of sentences whose numbers add up.
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ImportState } from '../../session/importState.ts'
import { sayFinding } from '../../session/showValue.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export function ImportSummary({ state, decisions }: { readonly state: ImportState; readonly decisions: number }) {
  const { t, say, locale } = useLanguage()
  const { sheets } = useServices()
  const { plan, table } = state
  const sheet = plan ? findSheet(sheets, plan.kind) : undefined
  const preview = table.preview
  if (!plan || !sheet || !preview)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {t.file.unknownKind}
          {[...state.analysis.findings, ...table.table.findings].map((finding, index) => (
            <div key={index}>{sayFinding(finding, sheet, locale)}</div>
          ))}
        </MessageBarBody>
      </MessageBar>
    )
  const { counts, totals } = preview
  const differing = totals.filter((check) => check.ties === false).length
  const declared = totals.filter((check) => check.ties !== null).length
  const tie =
    declared === 0 ? t.file.summary.noTotals : differing === 0 ? t.file.summary.ties : t.file.summary.differs(differing)
  return (
    <output className="block summary">
      <strong>{t.file.summary.what(t.sheetName(say(sheet.title), plan.conventions.year), counts.imported)}</strong>
      {t.file.summary.counts(
        counts.total,
        counts.section,
        counts.heading + counts.note + counts.blank,
        counts.rejected,
      )}
      {tie}
      {t.file.summary.decisions(decisions)}{' '}
      <span className="quiet">
        {t.file.summary.conserved(counts.rows)} ·{' '}
        {t.file.summary.sure(Math.round((table.guess?.confidence ?? 0) * 100))}
      </span>
    </output>
  )
}
