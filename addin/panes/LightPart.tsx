// 灯色历史 of one record: today's light with its sentence, the colours so far as a strip, each turn with its reason below.
import type { LightVerdict } from '#shared/definition/light.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { stripParts, stripSums, type StripColor, type StripPart } from '../session/lightStrip.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useLoad } from '../session/useLoad.ts'
import { Lamp, LampShape, TaskStatus, type LampColor } from './parts.tsx'

/** The newest; more would not be told apart at 320 px. */
const drawnParts = 12

const lampOfStrip: Readonly<Record<StripColor, LampColor>> = {
  red: 'red',
  yellow: 'yellow',
  green: 'green',
  none: 'grey',
}

export interface LightPartProps {
  readonly sheet: SheetDefinition
  readonly record: string
}

export function LightPart({ sheet, record }: LightPartProps) {
  const { t, say } = useLanguage()
  const { value, task, reload } = useLoad('recordLights', t.records.lights.loading, { params: { id: record } })
  const sentence = (verdict: LightVerdict | null): string =>
    verdict === null
      ? t.records.lights.off
      : fillPlaces(say(sheet.words?.[verdict.reason] ?? sheet.title), verdict.params)
  const parts = value ? stripParts(value) : []
  return (
    <section className="light-part" aria-label={t.records.lights.title}>
      <TaskStatus task={task} onRetry={reload} />
      {value && (
        <p>
          <Lamp color={value.now?.light ?? 'grey'}>{sentence(value.now)}</Lamp>
        </p>
      )}
      {parts.length > 0 && (
        <>
          <Strip parts={parts} />
          <details>
            <summary>{t.records.lights.turns(parts.length)}</summary>
            <ol className="history-lines">
              {parts.toReversed().map((part) => (
                <li key={part.from}>
                  <span className="number">{t.records.lights.span(part.from, part.to, part.days)}</span>
                  <div>
                    <Lamp color={lampOfStrip[part.color]}>{sentence(part.verdict)}</Lamp>
                  </div>
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  )
}

function Strip({ parts }: { readonly parts: readonly StripPart[] }) {
  const { t } = useLanguage()
  const drawn = parts.slice(-drawnParts)
  const sums = stripSums(parts).map(({ color, days }) => t.records.lights.days[color](days))
  const [first] = drawn
  return (
    <figure className="light-figure">
      <div className="light-strip" aria-hidden="true">
        {drawn.map(({ from, to, days, color }) => (
          <span
            key={from}
            className={`light-${color}`}
            style={{ flexGrow: days }}
            title={`${t.records.lights.days[color](days)} · ${t.records.lights.span(from, to, days)}`}
          >
            <LampShape color={lampOfStrip[color]} />
          </span>
        ))}
      </div>
      <div className="light-ends quiet number" aria-hidden="true">
        <span>{first?.from}</span>
        <span>{t.records.lights.today}</span>
      </div>
      <figcaption className="number">{sums.join(t.comma)}</figcaption>
    </figure>
  )
}
