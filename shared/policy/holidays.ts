// The State Council's yearly arrangements of holidays and worked weekends (调休), as published; further years are loaded as data.
import type { Citation } from '../kernel/finding.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import { knownDay } from './knownDay.ts'

export interface HolidayYear {
  /** 年度 of the arrangement. */
  readonly year: number
  readonly documentNo: string
  readonly certainty: Citation['certainty']
  readonly off: readonly { readonly name: string; readonly from: PlainDate; readonly to: PlainDate }[]
  /** Saturdays and Sundays that are worked. */
  readonly work: readonly PlainDate[]
}

type Line = readonly [name: string, from: string, to: string]

function toHolidayYear(
  head: Pick<HolidayYear, 'year' | 'documentNo' | 'certainty'>,
  days: { readonly off: readonly Line[]; readonly work: readonly string[] },
): HolidayYear {
  const inYear = (day: string): PlainDate => knownDay(`${head.year}-${day}`)
  return {
    ...head,
    off: days.off.map(([name, from, to]) => ({ name, from: inYear(from), to: inYear(to) })),
    work: days.work.map(inYear),
  }
}

/** 2024: as remembered, and quoted in several public sources · 2025, 2026: the notices as reprinted by news sites. */
export const shippedHolidays: readonly HolidayYear[] = [
  toHolidayYear(
    { year: 2024, documentNo: '国办发明电〔2023〕7号', certainty: 'secondary' },
    {
      off: [
        ['元旦', '01-01', '01-01'],
        ['春节', '02-10', '02-17'],
        ['清明', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午', '06-10', '06-10'],
        ['中秋', '09-15', '09-17'],
        ['国庆', '10-01', '10-07'],
      ],
      work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    },
  ),
  toHolidayYear(
    { year: 2025, documentNo: '国办发明电〔2024〕12号', certainty: 'secondary' },
    {
      off: [
        ['元旦', '01-01', '01-01'],
        ['春节', '01-28', '02-04'],
        ['清明', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午', '05-31', '06-02'],
        ['国庆、中秋', '10-01', '10-08'],
      ],
      work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    },
  ),
  toHolidayYear(
    { year: 2026, documentNo: '国办发明电〔2025〕7号', certainty: 'secondary' },
    {
      off: [
        ['元旦', '01-01', '01-03'],
        ['春节', '02-15', '02-23'],
        ['清明', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午', '06-19', '06-21'],
        ['中秋', '09-25', '09-27'],
        ['国庆', '10-01', '10-07'],
      ],
      work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
  ),
]
