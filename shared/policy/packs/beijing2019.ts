// 北京 2019, from news reports (source W5; secondary): no amount per head but a share of the budget.
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const beijing2019: PolicyPack = {
  id: 'beijing-2019',
  layer: 'provincial',
  region: '北京',
  documentNo: '',
  title: '北京市基层工会经费收支管理（2019年调整）',
  from: knownDay('2019-01-01'),
  to: null,
  verified: false,
  sourceNote: '据新闻报道，文号和施行日期请对照原文；春节联欢参与奖每人150元没有对应的限额形式，未录入。',
  limits: [
    {
      form: 'unitYearRatio',
      tags: ['节日慰问'],
      base: 'budgetIncome',
      share: { times: 1, per: 2 },
      clause: '全年节日慰问支出一般不超过当年本级工会预算收入的50%',
      ...secondary,
    },
    { form: 'perEvent', tag: '生日慰问', max: yuan(300), clause: '生日慰问由200元调整为300元', ...secondary },
    { form: 'means', tag: '节日慰问', allowed: ['实物', '提货券'], clause: '节日慰问不发放现金、购物卡', ...secondary },
  ],
}
