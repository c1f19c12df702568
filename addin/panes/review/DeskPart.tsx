// 我的案头: what waits for me, the most pressing first; each opens its sheet.
import { Link } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { sayTheSame, splitDesk, type DeskGroup } from '../../session/deskGroups.ts'
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
  const { waiting, open } = useMemo(() => splitDesk(value?.items ?? []), [value])
  const shown = all ? waiting : waiting.slice(0, firstItems)
  return (
    <section className="part desk" aria-label={t.review.desk.title}>
      <h2>
        {t.review.desk.title} <span className="number">{waiting.length > 0 ? waiting.length : ''}</span>
      </h2>
      <TaskStatus task={task} onRetry={reload} />
      {value && waiting.length === 0 && <p className="quiet">{t.review.desk.empty}</p>}
      <ul className="desk-list">
        {shown.map(({ key, items }) => (
          <DeskLine key={key} items={items} />
        ))}
      </ul>
      {!all && waiting.length > firstItems && (
        <Link as="button" onClick={() => setAll(true)}>
          {t.review.desk.more(waiting.length - firstItems)}
        </Link>
      )}
      {open.length > 0 && (
        <details>
          <summary>{t.review.desk.alsoOpen(open.reduce((sum, { items }) => sum + items.length, 0))}</summary>
          <ul className="desk-list">
            {open.map(({ key, items }) => (
              <DeskLine key={key} items={items} />
            ))}
          </ul>
        </details>
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
  const { type, light, text, by, at, transitions, unitName, logged } = item
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
  const nameOf = (name: string): string => {
    const found =
      sheet.workflow.transitions.find((transition) => transition.name === name) ??
      sheet.workflow.events?.find((event) => event.name === name)
    return found ? say(found.label) : name
  }
  const steps = transitions.map(nameOf)
  const times = items.length === 1 ? logged.map((each) => t.records.times(nameOf(each.event), each.times)) : []
  const color: LampColor = light ? light.light : type === 'answer' ? 'blue' : type === 'open' ? 'grey' : 'yellow'
  // the sentence of a light says its colour itself
  const word = light ? '' : type === 'light' ? '' : t.review.desk[type]
  const sentence = light
    ? fillPlaces(say(sheet.words?.[light.reason] ?? sheet.title), light.params)
    : type === 'reminder'
      ? t.review.desk.dueOn(text)
      : text
  const isSame = sayTheSame(items)
  const shownSentence = isSame ? sentence : t.review.desk.example(item.label, sentence)
  return (
    <li>
      <Lamp color={color}>{light && isSame ? sentence : word}</Lamp>{' '}
      <Link href={toHash({ page: 'sheet', ...partition, ...opened })}>
        {unitName} {t.sheetName(say(sheet.title), partition.year)}
        {label === '' ? '' : ` · ${label}`}
      </Link>{' '}
      {steps.join(t.listSeparator)} {light && isSame ? '' : shownSentence}{' '}
      <span className="quiet">{times.join(t.listSeparator)}</span>{' '}
      {by !== '' && (
        <span className="quiet">
          {by} {showWhen(at, now(), t)}
        </span>
      )}
    </li>
  )
}
