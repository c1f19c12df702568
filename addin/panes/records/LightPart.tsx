// 灯色历史 of one record: today's light with its sentence, the colours so far as a strip, each turn with its reason below.
import type { LightVerdict } from '#shared/definition/light.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { stripParts, stripSums, type StripColor, type StripPart } from '../../session/lightStrip.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { historyStrings } from '../../strings/history.ts'
import { Lamp, LampShape, TaskStatus, type LampColor } from '../parts.tsx'

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
  const { say, locale } = useLanguage()
  const words = historyStrings[locale].lights
  const { value, task, reload } = useLoad('recordLights', words.loading, { params: { id: record } })
  const sentence = (verdict: LightVerdict | null): string =>
    verdict === null ? words.off : fillPlaces(say(sheet.words?.[verdict.reason] ?? sheet.title), verdict.params)
  const parts = value ? stripParts(value) : []
  return (
    <section className="light-part" aria-label={words.title}>
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
            <summary>{words.turns(parts.length)}</summary>
            <ol className="history-lines">
              {parts.toReversed().map((part) => (
                <li key={part.from}>
                  <span className="number">{words.span(part.from, part.to, part.days)}</span>
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
  const { t, locale } = useLanguage()
  const words = historyStrings[locale].lights
  const drawn = parts.slice(-drawnParts)
  const sums = stripSums(parts).map(({ color, days }) => words.days[color](days))
  const [first] = drawn
  return (
    <figure className="light-figure">
      <div className="light-strip" aria-hidden="true">
        {drawn.map(({ from, to, days, color }) => (
          <span
            key={from}
            className={`light-${color}`}
            style={{ flexGrow: days }}
            title={`${words.days[color](days)} · ${words.span(from, to, days)}`}
          >
            <LampShape color={lampOfStrip[color]} />
          </span>
        ))}
      </div>
      <div className="light-ends quiet number" aria-hidden="true">
        <span>{first?.from}</span>
        <span>{words.today}</span>
      </div>
      <figcaption className="number">{sums.join(t.comma)}</figcaption>
    </figure>
  )
}
