// 按豁免办理: duties that this step would not keep apart, who allowed it, until when and why; shown before it is taken.
import type { Excusing } from '#shared/review/reviewInfo.ts'
import { excusedWords } from '../../session/excusedWords.ts'
import { exemptionStrings } from '../../strings/exemption.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp } from '../parts.tsx'

export function ExcusedLine({ excusing }: { readonly excusing: Excusing }) {
  const language = useLanguage()
  const words = exemptionStrings[language.locale]
  const { duty, by, until, reason } = excusing
  return (
    <div className="denial">
      <Lamp color="yellow">{words.under}</Lamp>
      <div>{words.warning(excusedWords([duty], language), by, until, reason)}</div>
    </div>
  )
}
