// 我的案头: what waits for me, the most pressing first; each opens its sheet.
import { Link } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { deskGroups, sayTheSame, type DeskGroup } from '../../session/deskGroups.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad, useReloadOnReturn } from '../../session/useLoad.ts'
import { toHash } from '../../session/useRoute.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus, type LampColor } from '../parts.tsx'

/** So many at first: fifteen minutes on a Monday. */
const firstItems = 12
/** Of rows that stand together so many are named. */
const namedItems = 3

export function DeskPart() {
  const { t } = useLanguage()
  const { value, task, reload } = useLoad('desk', t.review.desk.loading)
  const [all, setAll] = useState(false)
  useReloadOnReturn(reload)
  const groups = useMemo(() => deskGroups(value?.items ?? []), [value])
  const shown = all ? groups : groups.slice(0, firstItems)
  return (
    <section className="part desk" aria-label={t.review.desk.title}>
      <h2>
        {t.review.desk.title} <span className="number">{groups.length > 0 ? groups.length : ''}</span>
      </h2>
      <TaskStatus task={task} onRetry={reload} />
      {value && groups.length === 0 && <p className="quiet">{t.review.desk.empty}</p>}
      <ul className="desk-list">
        {shown.map(({ key, items }) => (
          <DeskLine key={key} items={items} />
        ))}
      </ul>
      {!all && groups.length > firstItems && (
        <Link as="button" onClick={() => setAll(true)}>
          {t.review.desk.more(groups.length - firstItems)}
        </Link>
      )}
      {value && value.skipped.length > 0 && <Skipped partitions={value.skipped} />}
    </section>
  )
}

function Skipped({ partitions }: { readonly partitions: readonly string[] }) {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  return (
    <p className="report-links">
      <span className="quiet">{t.review.desk.skipped(partitions.length)}</span>
      {partitions.map((p) => {
        const partition = parsePartitionId(p)
        const sheet = partition && findSheet(sheets, partition.kind)
        return (
          sheet && (
            <Link key={p} href={toHash({ page: 'sheet', ...partition })}>
              {t.sheetName(say(sheet.title), partition.year)}
            </Link>
          )
        )
      })}
    </p>
  )
}

function DeskLine({ items }: Pick<DeskGroup, 'items'>) {
  const { t, say } = useLanguage()
  const { sheets, now } = useServices()
  const [item] = items
  const { type, light, text, by, at, transitions, unitName } = item
  const label =
    items.length === 1
      ? item.label
      : t.review.desk.together(
          items.length,
          items
            .slice(0, namedItems)
            .map((each) => each.label)
            .join(t.listSeparator),
        )
  const partition = parsePartitionId(item.p)
  const sheet = partition && findSheet(sheets, partition.kind)
  const opened = items.length === 1 && item.record !== null ? { record: item.record } : {}
  if (!partition || !sheet) return null
  const steps = transitions.map((name) => {
    const found =
      sheet.workflow.transitions.find((transition) => transition.name === name) ??
      sheet.workflow.events?.find((event) => event.name === name)
    return found ? say(found.label) : name
  })
  const color: LampColor = light ? light.light : type === 'answer' ? 'blue' : 'yellow'
  const word = light ? t.review.desk.light[light.light] : type === 'light' ? '' : t.review.desk[type]
  const sentence = light ? fillPlaces(say(sheet.words?.[light.reason] ?? sheet.title), light.params) : text
  const shownSentence = sayTheSame(items) ? sentence : t.review.desk.example(item.label, sentence)
  return (
    <li>
      <Lamp color={color}>{word}</Lamp>{' '}
      <Link href={toHash({ page: 'sheet', ...partition, ...opened })}>
        {unitName} {t.sheetName(say(sheet.title), partition.year)}
        {label === '' ? '' : ` · ${label}`}
      </Link>{' '}
      {steps.join(t.listSeparator)} {shownSentence}{' '}
      {by !== '' && (
        <span className="quiet">
          {by} {showWhen(at, now(), t)}
        </span>
      )}
    </li>
  )
}
