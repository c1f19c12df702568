// Do the file's own totals tie to its rows, to the cent; where not, by how much and in which cell.
import { Link } from '@fluentui/react-components'
import type { ControlTotalCheck } from '#shared/import/plan.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { showMoney } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp } from '../parts.tsx'

export interface ControlTotalsProps {
  readonly sheet: SheetDefinition
  readonly totals: readonly ControlTotalCheck[]
  readonly unitFen: number
  readonly onGoTo: (cell: string) => void
}

function Lines({ sheet, totals, unitFen, onGoTo }: ControlTotalsProps) {
  const { t, say } = useLanguage()
  const show = (fen: number | null) => (fen === null ? '' : showMoney(fen, unitFen))
  return (
    <table className="plain-table stack-narrow">
      <thead>
        <tr>
          <th scope="col">{t.file.totals.column}</th>
          <th scope="col" className="amount">
            {t.file.totals.computed}
          </th>
          <th scope="col" className="amount">
            {t.file.totals.declared}
          </th>
          <th scope="col" className="amount">
            {t.file.totals.difference}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t.home.columnFindings}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {totals.map((check, index) => {
          const column = sheet.columns[check.column]
          const { where } = check
          return (
            <tr key={index}>
              <th scope="row">
                {check.label} <span className="quiet">{column ? say(column.label) : check.column}</span>
              </th>
              <td className="amount" data-label={t.file.totals.computed}>
                {show(check.computed)}
              </td>
              <td className="amount" data-label={t.file.totals.declared}>
                {check.declared === null ? t.file.totals.undeclared : show(check.declared)}
              </td>
              <td className="amount" data-label={t.file.totals.difference}>
                {show(check.difference)}
              </td>
              <td>
                <span className="line-actions tight">
                  <Lamp color={check.ties === null ? 'grey' : check.ties ? 'green' : 'yellow'}>
                    {check.ties === null
                      ? t.file.totals.undeclared
                      : check.ties
                        ? t.file.totals.ties
                        : t.file.totals.differs}
                  </Lamp>
                  {where !== null && (
                    <Link as="button" onClick={() => onGoTo(where)}>
                      {where}
                    </Link>
                  )}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Totals that differ stand open; those that tie are one line that unfolds. */
export function ControlTotals(props: ControlTotalsProps) {
  const { t } = useLanguage()
  const { totals, unitFen } = props
  if (totals.length === 0) return <p className="quiet">{t.file.totals.none}</p>
  const open = totals.filter((check) => check.ties !== true)
  const tied = totals.filter((check) => check.ties === true)
  return (
    <>
      <p className="quiet">{t.file.totals.unit(unitFen === 1_000_000 ? t.wanYuan : t.yuan)}</p>
      {open.length > 0 && <Lines {...props} totals={open} />}
      {tied.length > 0 && (
        <details open={tied.length <= 6}>
          <summary>
            <Lamp color="green">{t.file.totals.allTie(tied.length)}</Lamp>
          </summary>
          <Lines {...props} totals={tied} />
        </details>
      )}
    </>
  )
}
