// Changes of a workbook against its base, row by row: mine, others', and rows that are missing.
import { Button, Checkbox } from '@fluentui/react-components'
import type { SheetPreview } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import type { Change } from '#shared/sync/merge/change.ts'
import { rowName } from '../../session/rowName.ts'
import type { WorkbookFacts } from '../../session/useWorkbookFacts.ts'
import { useServices } from '../../session/services.ts'
import { showValue } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Part } from '../parts.tsx'

interface ListProps {
  readonly preview: SheetPreview
  readonly sheet: SheetDefinition | undefined
  readonly facts: WorkbookFacts
}

const shownLines = 200

function useShow(sheet: SheetDefinition | undefined) {
  const { t, say, locale } = useLanguage()
  return {
    name: (values: Values) => rowName(values, sheet, locale),
    label: (key: string) => {
      const column = sheet?.columns[key]
      return column ? say(column.label) : key
    },
    value: (key: string, value: Value | undefined) => {
      const column = sheet?.columns[key]
      if (value === null || value === undefined) return t.blank
      return column ? showValue(value, column, locale) : String(value)
    },
  }
}

interface EditLineProps {
  readonly change: Exclude<Change, { change: 'remove' }>
  readonly sheet: SheetDefinition | undefined
  readonly facts: WorkbookFacts
  readonly onGoTo: MyChangesProps['onGoTo']
}

function EditLine({ change, sheet, facts, onGoTo }: EditLineProps) {
  const { t } = useLanguage()
  const show = useShow(sheet)
  const values = change.change === 'add' ? change.values : change.set
  const base = change.change === 'edit' ? change.base : undefined
  return (
    <li>
      <span className="strong">{show.name({ ...facts.rowOf(change.id), ...base, ...values })}</span>{' '}
      {onGoTo ? (
        <Button size="small" appearance="subtle" onClick={() => onGoTo(change.row)}>
          {t.file.workbook.row(change.row)}
        </Button>
      ) : (
        <span className="quiet">{t.file.workbook.row(change.row)}</span>
      )}
      <div className="number">
        {Object.entries(values).map(([key, value]) => (
          <span key={key} className="field-change">
            {show.label(key)}{' '}
            {base ? t.records.was(show.value(key, base[key]), show.value(key, value)) : show.value(key, value)}
          </span>
        ))}
      </div>
    </li>
  )
}

export interface MyChangesProps extends ListProps {
  /** To a row of the sheet that is open beside; absent: there is none. */
  readonly onGoTo?: (row: number) => void
  /** Lists of more are folded; 20 where there is room. */
  readonly unfolded?: number
}

export function MyChanges({ preview, sheet, facts, onGoTo, unfolded = 20 }: MyChangesProps) {
  const { t } = useLanguage()
  const edits = preview.mine.flatMap((change) => (change.change === 'edit' ? [change] : []))
  const adds = preview.mine.flatMap((change) => (change.change === 'add' ? [change] : []))
  if (edits.length + adds.length === 0) return null
  return (
    <Part title={t.file.workbook.mine}>
      {[
        { title: t.file.workbook.changed(edits.length), changes: edits },
        { title: t.file.workbook.added(adds.length), changes: adds },
      ]
        .filter(({ changes }) => changes.length > 0)
        .map(({ title, changes }) => (
          <details key={title} open={changes.length <= unfolded}>
            <summary>{title}</summary>
            <ul className="change-lines">
              {changes.slice(0, shownLines).map((change) => (
                <EditLine key={change.id} change={change} sheet={sheet} facts={facts} onGoTo={onGoTo} />
              ))}
            </ul>
            {changes.length > shownLines && (
              <p className="quiet">{t.file.findings.more(changes.length - shownLines)}</p>
            )}
          </details>
        ))}
    </Part>
  )
}

export function TheirChanges({ preview, sheet, facts }: ListProps) {
  const { t } = useLanguage()
  const { now } = useServices()
  const show = useShow(sheet)
  const { theirs } = preview
  const sayAuthor = (each: (typeof theirs)[number]) => {
    const author = each.by === '' ? facts.authorOf(each.id, each.fields) : each
    return author ? t.file.workbook.byAt(author.by, showWhen(author.at, now(), t)) : ''
  }
  if (theirs.length === 0) return null
  return (
    <Part title={t.file.workbook.theirs(theirs.length)}>
      <ul className="change-lines">
        {theirs.slice(0, shownLines).map((each) => (
          <li key={each.id}>
            <span className="strong">{show.name({ ...facts.rowOf(each.id), ...each.values })}</span>{' '}
            <span className="quiet">
              {t.file.workbook.otherChange[each.change]} {sayAuthor(each)}
            </span>
            <div className="number">
              {each.fields.map((key) => (
                <span key={key} className="field-change">
                  {show.label(key)} {show.value(key, each.values[key])}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {theirs.length > shownLines && <p className="quiet">{t.file.findings.more(theirs.length - shownLines)}</p>}
    </Part>
  )
}

export interface MissingRowsProps extends Omit<ListProps, 'facts'> {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
}

/** Rows gone from the workbook are deleted only where a person ticks them. */
export function MissingRows({ preview, sheet, chosen, onChoose }: MissingRowsProps) {
  const { t } = useLanguage()
  const show = useShow(sheet)
  const missing = preview.mine.flatMap((change) => (change.change === 'remove' ? [change] : []))
  if (missing.length === 0) return null
  const own = new Set<string>(missing.map((change) => change.id))
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }
  return (
    <Part
      title={t.file.workbook.removed(missing.length)}
      aside={
        <Button size="small" onClick={() => onChoose(new Set([...chosen, ...own]))}>
          {t.file.workbook.removeAll}
        </Button>
      }
    >
      <p className="quiet">{t.file.workbook.removedHint}</p>
      <ul className="change-lines">
        {missing.map((change) => (
          <li key={change.id}>
            <Checkbox
              label={t.file.workbook.removeConfirm(show.name(change.base))}
              checked={chosen.has(change.id)}
              onChange={(_, data) => toggle(change.id, data.checked === true)}
            />
          </li>
        ))}
      </ul>
    </Part>
  )
}
