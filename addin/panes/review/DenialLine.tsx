// Why something is not this person's to do, in one place for every page.
import { Button } from '@fluentui/react-components'
import { toFinding, type Denial } from '#shared/definition/denial.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { roadWords, viresWords } from '#shared/review/denialWords.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp } from '../parts.tsx'

/** What, which of the nine, whose it is, and a button that begins the lawful road. */
export function DenialLine({
  sheet,
  denial,
  onRoad,
}: {
  readonly sheet: SheetDefinition
  readonly denial: Denial
  readonly onRoad: () => void
}) {
  const { t, say, locale } = useLanguage()
  const roles = denial.whose.map((role) => t.role[role]).join(t.listSeparator)
  return (
    <div className="denial">
      <div>
        <Lamp color="yellow">{say(viresWords[denial.vires])}</Lamp> <span className="quiet">{denial.vires}</span>
      </div>
      <div>{sayFinding(toFinding(denial), sheet, locale)}</div>
      {roles !== '' && (
        <div className="quiet">{denial.level === 'superior' ? t.review.whoseAbove(roles) : t.review.whose(roles)}</div>
      )}
      {denial.road !== 'complete' && (roles !== '' || denial.road === 'file') && (
        <Button size="small" onClick={onRoad}>
          {say(roadWords[denial.road === 'hand-over' ? 'ask' : denial.road])}
        </Button>
      )}
    </div>
  )
}
