// Help for workers in hardship, and the year's awards.
import type { Values } from '#shared/kernel/value.ts'
import type { DemoMember } from './members.ts'
import { day, road, type Step } from './step.ts'

const classes = ['深度困难', '相对困难', '意外致困'] as const

export function hardshipSteps(members: readonly DemoMember[], year: number): readonly Step[] {
  const chosen = members.filter((_, index) => index % 43 === 7)
  const person = (member: DemoMember): Values => ({
    department: member.department,
    name: member.name,
    memberNo: member.memberNo,
  })
  const files = chosen.map((member, index): Values => ({
    ...person(member),
    recordType: '建档',
    fileNo: `${year}${String(index + 1).padStart(4, '0')}`,
    sex: index % 2 === 0 ? '男' : '女',
    birthDate: `19${70 + index}-03-01`,
    hardshipClass: classes[index % 3] ?? '相对困难',
    workState: '在岗',
    familySize: 4,
    familyIncome: 320_000 + index * 8_000,
    perHead: 80_000 + index * 2_000,
    address: '示例街道示例小区',
    phone: `1380000${String(900 + index).padStart(4, '0')}`,
    filedOn: `${year}-03-10`,
    updatedOn: `${year}-03-10`,
    consentOn: `${year}-03-08`,
    visitedOn: `${year}-03-09`,
  }))
  const aid = chosen.map((member, index): Values => ({
    ...person(member),
    recordType: '生活救助',
    fileNo: `${year}${String(index + 1).padStart(4, '0')}`,
    hardshipClass: classes[index % 3] ?? '相对困难',
    amount: 200_000,
    fundSource: '拨缴经费留成',
    paidOn: `${year}-08-20`,
  }))
  const files0 = { kind: 'hardship', year, only: { column: 'recordType', value: '建档' } } as const
  const aid0 = { kind: 'hardship', year, only: { column: 'recordType', value: '生活救助' } } as const
  return [
    { type: 'rows', day: day(`${year}-03-10`), kind: 'hardship', year, by: 'wang', rows: files },
    ...road(files0, {
      screen: day(`${year}-03-12`),
      publish: day(`${year}-03-14`),
      approve: day(`${year}-04-02`),
    }),
    { type: 'rows', day: day(`${year}-07-20`), kind: 'hardship', year, by: 'wang', rows: aid },
    ...road(aid0, {
      screen: day(`${year}-07-21`),
      publish: day(`${year}-07-22`),
      approve: day(`${year}-08-12`),
      help: day(`${year}-08-20`),
      archive: day(`${year}-12-28`),
    }),
  ]
}

export function awardSteps(members: readonly DemoMember[], year: number): readonly Step[] {
  const rows = members
    .filter((_, index) => index % 30 === 11)
    .map((member, index): Values => ({
      recordType: '推荐',
      programme: `${year}年度评优`,
      department: member.department,
      name: member.name,
      memberNo: member.memberNo,
      category: index % 3 === 0 ? '优秀工会干部' : index % 3 === 1 ? '先进个人' : '积极分子',
      deeds: '本职工作成绩突出，热心工会工作。',
      votesFor: 40 + index,
      votesAgainst: 2,
      abstentions: 1,
      prize: 30_000,
      prizeForm: '奖品',
    }))
  return [
    { type: 'rows', day: day(`${year}-11-10`), kind: 'award', year, by: 'wang', rows },
    ...road(
      { kind: 'award', year },
      {
        discuss: day(`${year}-11-12`),
        review: day(`${year}-11-14`),
        fund: day(`${year}-11-17`),
        decide: day(`${year}-11-19`),
        publish: day(`${year}-11-20`),
        approve: day(`${year}-12-05`),
        issue: day(`${year}-12-12`),
        settle: day(`${year}-12-18`),
        archive: day(`${year}-12-29`),
      },
    ),
  ]
}
