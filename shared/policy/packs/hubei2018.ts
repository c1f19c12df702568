// 湖北 2018, from a university union’s page (source W4; secondary).
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const hubei2018: PolicyPack = {
  id: 'hubei-2018',
  layer: 'provincial',
  region: '湖北',
  documentNo: '',
  title: '湖北省基层工会经费收支管理实施办法（2018）',
  from: knownDay('2018-01-01'),
  to: null,
  verified: false,
  sourceNote: '据高校工会网页，文号和施行日期请对照原文。',
  limits: [
    {
      form: 'tiered',
      tags: ['节日慰问'],
      tiers: [{ natures: ['经费充足企业'], max: yuan(1500) }, { max: yuan(1200) }],
      clause: '每人每年1200元，经费充足的企业1500元',
      ...secondary,
    },
    { form: 'perEvent', tag: '生日慰问', max: yuan(300), clause: '生日慰问标准', ...secondary },
    { form: 'perEvent', tag: '结婚慰问', max: yuan(1000), clause: '结婚慰问标准', ...secondary },
    { form: 'perEvent', tag: '生育慰问', max: yuan(500), clause: '生育慰问标准', ...secondary },
    { form: 'perEvent', tag: '住院慰问', max: yuan(1000), clause: '住院慰问标准', ...secondary },
    { form: 'perEvent', tag: '丧葬慰问(会员)', max: yuan(1000), clause: '会员去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '丧葬慰问(直系亲属)', max: yuan(1000), clause: '直系亲属去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '退休离岗慰问', max: yuan(1000), clause: '退休离岗慰问标准', ...secondary },
    {
      form: 'means',
      tag: '节日慰问',
      allowed: ['实物', '提货券'],
      clause: '可以发放提货券，不得发放现金、购物卡',
      ...secondary,
    },
  ],
}
