// 我的案头: what waits for me, the most pressing first; each opens its sheet.
import { Link } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import type { DeskItem } from '#shared/review/reviewInfo.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad, useReloadOnReturn } from '../../session/useLoad.ts'
import { toHash } from '../../session/useRoute.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus, type LampColor } from '../parts.tsx'

/** So many at first: fifteen minutes on a Monday. */
const firstItems = 12

/** Red lights, then what somebody asks, then what is to be done, then what comes soon. */
function pressOf({ type, light }: DeskItem): number {
  if (light?.light === 'red') return 0
  return { emergency: 1, request: 2, review: 3, reminder: 4, answer: 5, light: 6 }[type]
}

export function DeskPart() {
  const { t } = useLanguage()
  const { value, task, reload } = useLoad('desk', t.review.desk.loading)
  const [all, setAll] = useState(false)
  useReloadOnReturn(reload)
  const items = useMemo(() => (value?.items ?? []).toSorted((a, b) => pressOf(a) - pressOf(b)), [value])
  const shown = all ? items : items.slice(0, firstItems)
  return (
    <section className="part desk" aria-label={t.review.desk.title}>
      <h2>
        {t.review.desk.title} <span className="number">{items.length > 0 ? items.length : ''}</span>
      </h2>
      <TaskStatus task={task} onRetry={reload} />
      {value && items.length === 0 && <p className="quiet">{t.review.desk.empty}</p>}
      <ul className="desk-list">
        {shown.map((item, index) => (
          <DeskLine key={`${item.p} ${item.record ?? ''} ${item.type} ${index}`} item={item} />
        ))}
      </ul>
      {!all && items.length > firstItems && (
        <Link as="button" onClick={() => setAll(true)}>
          {t.review.desk.more(items.length - firstItems)}
        </Link>
      )}
      {value && value.skipped.length > 0 && <p className="quiet">{t.review.desk.skipped(value.skipped.length)}</p>}
    </section>
  )
}

function DeskLine({ item }: { readonly item: DeskItem }) {
  const { t, say } = useLanguage()
  const { sheets, now } = useServices()
  const { type, light, text, by, at, label, transitions, unitName } = item
  const partition = parsePartitionId(item.p)
  const sheet = partition && findSheet(sheets, partition.kind)
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
  return (
    <li>
      <Lamp color={color}>{word}</Lamp>{' '}
      <Link href={toHash({ page: 'sheet', ...partition })}>
        {unitName} {t.sheetName(say(sheet.title), partition.year)}
        {label === '' ? '' : ` · ${label}`}
      </Link>{' '}
      {steps.join(t.listSeparator)} {sentence}{' '}
      {by !== '' && (
        <span className="quiet">
          {by} {showWhen(at, now(), t)}
        </span>
      )}
    </li>
  )
}
