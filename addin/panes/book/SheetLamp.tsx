// One sheet's lamp: colour, shape and word.
import { lampOf, type BookFacts, type SheetLamp as LampOf } from '../../session/book/lamp.ts'
import type { SurveyedSheet } from '../../session/book/survey.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Strings } from '../../strings/zh-Hans.ts'
import { Lamp, type LampColor } from '../parts.tsx'

const colors: Readonly<Record<LampOf['lamp'], LampColor>> = {
  new: 'grey',
  agrees: 'green',
  pending: 'yellow',
  conflict: 'red',
  behind: 'blue',
  offline: 'grey',
  torn: 'red',
  lost: 'red',
}

export function sayLamp(lamp: LampOf, t: Strings): string {
  const words = t.book.lamp
  switch (lamp.lamp) {
    case 'pending':
      return words.pending(lamp.count)
    case 'conflict':
      return words.conflict(lamp.count)
    case 'offline':
      return lamp.count === 0 ? words.offline : words.offlineWith(lamp.count)
    default:
      return words[lamp.lamp]
  }
}

export function SheetLamp({ sheet, facts }: { readonly sheet: SurveyedSheet; readonly facts: BookFacts }) {
  const { t } = useLanguage()
  const lamp = lampOf(sheet, facts)
  return <Lamp color={colors[lamp.lamp]}>{sayLamp(lamp, t)}</Lamp>
}
