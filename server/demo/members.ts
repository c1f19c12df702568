// Three hundred people who do not exist, in eight departments, with their dues.
import type { Values } from '#shared/kernel/value.ts'
import { createDice } from './dice.ts'
import { day, road, type Step } from './step.ts'

export interface DemoMember {
  readonly memberNo: string
  readonly name: string
  readonly department: string
  /** 分 a month. */
  readonly wage: number
}

export const departments = ['办公室', '财务部', '组织部', '宣教部', '一车间', '二车间', '三车间', '后勤部'] as const
const sizes = [12, 8, 10, 10, 90, 80, 60, 30] as const

const surnames = '赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张'.split(' ')
const firsts = '文 明 志 国 建 春 秋 晓 海 立 永 安 嘉 思 子 雨 景 若'.split(' ')
const lasts = '华 平 军 芳 英 杰 敏 霞 涛 丽 鹏 燕 宁 琳 波 娟 云 川'.split(' ')

/** Below 10 元 nothing is paid: 0.5 % of the whole tens (L-06). */
export function duesOf(wage: number): number {
  return Math.floor(wage / 1_000) * 5
}

export function makeMembers(): readonly DemoMember[] {
  const dice = createDice(20_250_101)
  const taken = new Set<string>()
  const members: DemoMember[] = []
  for (const [index, department] of departments.entries())
    for (let at = 0; at < (sizes[index] ?? 0); at++) {
      let name = ''
      do name = dice.pick(surnames) + dice.pick(firsts) + dice.pick(lasts)
      while (taken.has(name))
      taken.add(name)
      const memberNo = `HY-${String(members.length + 1).padStart(4, '0')}`
      members.push({ memberNo, name, department, wage: dice.between(380_000, 920_000) })
    }
  return members
}

export function rosterSteps(members: readonly DemoMember[], year: number): readonly Step[] {
  const dice = createDice(7)
  const rows = members.map(({ memberNo, name, department, wage }, index): Values => {
    const born = dice.between(1967, 2001)
    const dues = duesOf(wage)
    const months = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`month${month + 1}`, dues]))
    return {
      memberNo,
      name,
      sex: index % 3 === 0 ? '女' : '男',
      birthDate: `${born}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
      department,
      phone: `1380000${String(index).padStart(4, '0')}`,
      startedWork: `${born + 22}-07-01`,
      joinedOn: `${born + 22}-09-01`,
      employment: '合同制',
      standing: '在会',
      inWageBase: true,
      duesBase: wage,
      monthlyDues: dues,
      ...months,
    }
  })
  return [
    { type: 'rows', day: day(`${year}-01-06`), kind: 'member', year, by: 'wang', rows },
    ...road({ kind: 'member', year }, { submit: day(`${year}-01-07`), confirm: day(`${year}-01-08`) }),
  ]
}
