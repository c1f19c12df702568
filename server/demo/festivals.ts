// Seven festivals of 2025, what each member was given, and the days on which it was talked over, shown and handed out.
import type { Values } from '#shared/kernel/value.ts'
import { departments, type DemoMember } from './members.ts'
import { day, road, type Step } from './step.ts'

export interface DemoFestival {
  readonly name: string
  /** 元; 2,000 in the year. */
  readonly perHead: number
  readonly item: string
  /** Month and day in 2025. */
  readonly date: readonly [number, number]
}

export const festivals: readonly DemoFestival[] = [
  { name: '元旦', perHead: 200, item: '杂粮礼盒', date: [1, 1] },
  { name: '春节', perHead: 500, item: '大米、食用油', date: [1, 29] },
  { name: '清明', perHead: 100, item: '青团礼盒', date: [4, 4] },
  { name: '劳动节', perHead: 200, item: '洗衣用品', date: [5, 1] },
  { name: '端午', perHead: 300, item: '粽子礼盒', date: [5, 31] },
  { name: '中秋', perHead: 400, item: '月饼、水果', date: [10, 6] },
  { name: '国庆', perHead: 300, item: '食用油、坚果', date: [10, 1] },
]

const dayMs = 86_400_000

function shifted([month, date]: DemoFestival['date'], days: number, year = 2025): string {
  return new Date(Date.UTC(year, month - 1, date) + days * dayMs).toISOString().slice(0, 10)
}

/** `-01-24`: so many days from the festival, never before the year begins. */
export function festivalDay(name: string, days: number): string {
  const festival = festivals.find((each) => each.name === name)
  if (festival === undefined) throw new Error(`no festival ${name}`)
  const text = shifted(festival.date, days)
  return text.startsWith('2025') ? text.slice(4) : '-01-02'
}

export function festivalSteps(members: readonly DemoMember[], year: number): readonly Step[] {
  return festivals.flatMap((festival) => {
    const { name, perHead, item, date } = festival
    const issue = `${year}年${name}慰问品`
    const shared: Values = { issue, occasion: name, item, means: '实物', fundSource: '拨缴经费留成' }
    const only = { column: 'issue', value: issue }
    const plan = departments.map((department): Values => {
      const headcount = members.filter((member) => member.department === department).length
      return {
        ...shared,
        department,
        headcount,
        cutOff: shifted(date, -34),
        standard: perHead * 100,
        quantity: headcount,
        unitPrice: perHead * 100,
        amount: headcount * perHead * 100,
        accountCode: '50105',
        accountName: '会员活动支出',
        procurement: '比选',
        discussionForm: '会员小组会',
        discussedOn: shifted(date, -32),
        noticeFrom: shifted(date, -26),
        noticeTo: shifted(date, -15),
      }
    })
    const list = members.map(({ memberNo, name: person, department }): Values => ({
      ...shared,
      department,
      name: person,
      memberNo,
      quantity: 1,
      unitPrice: perHead * 100,
      amount: perHead * 100,
      receivedOn: shifted(date, -3),
      signature: person,
    }))
    const at = (days: number) => day(shifted(date, days))
    return [
      { type: 'rows', day: at(-33), kind: 'welfare', year, by: 'wang', rows: plan },
      ...road(
        { kind: 'welfare', year, only },
        {
          discuss: at(-31),
          review: at(-30),
          fund: at(-29),
          decide: at(-28),
          publish: at(-27),
          approve: at(-12),
          pay: at(-10),
          issue: at(-4),
        },
      ),
      { type: 'rows', day: at(-9), kind: 'signoff', year, by: 'wang', rows: list },
      ...road(
        { kind: 'signoff', year, only },
        { check: at(-8), approve: at(-7), issue: at(-2), settle: at(2), archive: at(5) },
      ),
      ...road({ kind: 'welfare', year, only }, { settle: at(6), archive: at(8) }),
    ]
  })
}
