// 福建 2018-01-01, from a news report (source W1; secondary).
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const fujian2018: PolicyPack = {
  id: 'fujian-2018',
  layer: 'provincial',
  region: '福建',
  documentNo: '',
  title: '福建省基层工会经费收支管理实施办法（2018）',
  from: knownDay('2018-01-01'),
  to: null,
  verified: false,
  sourceNote: '据新闻报道，文号请对照原文。',
  limits: [
    { form: 'perMemberYear', tags: ['节日慰问'], max: yuan(1300), clause: '节日慰问标准', ...secondary },
    { form: 'perEvent', tag: '生日慰问', max: yuan(300), clause: '生日慰问标准', ...secondary },
    { form: 'perEvent', tag: '生育慰问', max: yuan(500), clause: '生育慰问标准', ...secondary },
    {
      form: 'perEvent',
      tag: '住院慰问',
      max: yuan(500),
      raised: [{ circumstance: '手术', max: yuan(1000) }],
      clause: '住院慰问500元，手术1000元',
      ...secondary,
    },
    { form: 'perEvent', tag: '丧葬慰问(会员)', max: yuan(2000), clause: '会员去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '丧葬慰问(直系亲属)', max: yuan(1000), clause: '直系亲属去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '退休离岗慰问', max: yuan(500), clause: '退休和离岗慰问标准', ...secondary },
    { form: 'means', tag: '节日慰问', allowed: ['实物', '提货券'], clause: '不得发放现金、购物卡', ...secondary },
  ],
}
