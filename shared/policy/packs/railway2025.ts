// 中铁二局 2025: an enterprise’s own rules, written on the chart of 2021 (source ZT; text read). A model, not national law.
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const sourced = { certainty: 'sourced' } as const

export const railway2025: PolicyPack = {
  id: 'zhongtie-2025',
  layer: 'local',
  region: '中铁二局（产业/企业）',
  documentNo: '中铁二局工会〔2025〕20号',
  title: '工会财务管理办法',
  from: knownDay('2025-01-01'),
  to: null,
  verified: false,
  sourceNote:
    '企业制度，供参照，不是全国规定；会员去世慰问写的是“不低于6000元”，不是上限，未录入。慰问标准没有标条号的，见〔2025〕20号第28条或〔2024〕55号关爱服务标准，请对照。',
  limits: [
    {
      form: 'tiered',
      tags: ['节日慰问'],
      tiers: [{ below: yuan(2400), max: yuan(1200) }, { max: yuan(2400) }],
      clause: '节日慰问标准：人均留成不足2400元的不超过1200元',
      ...sourced,
    },
    {
      form: 'unitYearRatio',
      tags: ['节日慰问'],
      base: 'retainedIncome',
      share: { times: 1, per: 2 },
      clause: '节日慰问标准：总额不超过当年留成收入的50%',
      ...sourced,
    },
    {
      form: 'duesMultiple',
      tags: ['观影观演', '春秋游', '公园年票'],
      multiple: 4,
      clause: '第28条（五）1：不超过本级工会当年会费收入的四倍',
      ...sourced,
    },
    { form: 'perEvent', tag: '生日慰问', max: yuan(500), clause: '生日慰问标准', ...sourced },
    { form: 'perEvent', tag: '结婚慰问', max: yuan(2000), clause: '结婚慰问标准', ...sourced },
    {
      form: 'perEvent',
      tag: '生育慰问',
      max: yuan(2000),
      raised: [{ circumstance: '二孩三孩', max: yuan(3000) }],
      clause: '生育慰问标准，二孩、三孩各增加1000元',
      ...sourced,
    },
    { form: 'perEvent', tag: '住院慰问', max: yuan(5000), clause: '住院慰问标准，按病情', ...sourced },
    { form: 'perEvent', tag: '丧葬慰问(直系亲属)', max: yuan(3000), clause: '直系亲属去世慰问标准', ...sourced },
    { form: 'perEvent', tag: '退休离岗慰问', max: yuan(3000), clause: '退休离岗慰问标准', ...sourced },
    { form: 'perEvent', tag: '入会慰问', max: yuan(1000), clause: '入会慰问标准', ...sourced },
    { form: 'frequency', tag: '住院慰问', per: 'illnessYear', times: 1, clause: '同一病种一年一次', ...sourced },
    {
      form: 'perPersonDay',
      tag: '春秋游',
      max: yuan(100),
      clause: '春秋游用餐每人每天不超过100元',
      ...sourced,
      note: '只指用餐',
    },
    {
      form: 'headcountRatio',
      tag: '职工教育',
      base: 'participants',
      share: { times: 15, per: 100 },
      clause: '第28条（一）：优秀学员不超过参训人数的15%',
      ...sourced,
    },
    {
      form: 'headcountRatio',
      tag: '技能竞赛',
      base: 'participants',
      share: { times: 1, per: 3 },
      clause: '第29条：获奖人数不超过参赛人数的三分之一',
      ...sourced,
    },
    {
      form: 'unitYearRatio',
      tags: ['预算批准前支出'],
      base: 'budgetExpenditure',
      share: { times: 1, per: 4 },
      clause: '第19条：预算批准前的特殊支出不超过年度预算的25%',
      ...sourced,
    },
  ],
}
