// 安徽 2025: 皖工发〔2025〕18号 as a public tool of unions encodes it (source AH25; secondary).
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const anhui2025: PolicyPack = {
  id: 'anhui-2025',
  layer: 'provincial',
  region: '安徽',
  documentNo: '皖工发〔2025〕18号',
  title: '安徽省基层工会经费收支管理实施办法',
  from: knownDay('2025-08-21'),
  to: null,
  verified: false,
  sourceNote: '据公开的工会工具所录数值，未见原文；有页码的已照录，其余请对照原文补条号。',
  limits: [
    { form: 'perMemberYear', tags: ['节日慰问'], max: yuan(2200), clause: '节日慰问标准', ...secondary },
    { form: 'perEvent', tag: '生日慰问', max: yuan(500), clause: '生日慰问标准', ...secondary },
    { form: 'perEvent', tag: '结婚慰问', max: yuan(2000), clause: '结婚慰问标准', ...secondary },
    { form: 'perEvent', tag: '生育慰问', max: yuan(2000), clause: '生育慰问标准', ...secondary },
    { form: 'perEvent', tag: '住院慰问', max: yuan(2000), clause: '住院慰问标准', ...secondary },
    { form: 'perEvent', tag: '丧葬慰问(会员)', max: yuan(2000), clause: '会员去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '丧葬慰问(直系亲属)', max: yuan(2000), clause: '直系亲属去世慰问标准', ...secondary },
    { form: 'perEvent', tag: '退休离岗慰问', max: yuan(2000), clause: '退休离岗慰问标准', ...secondary },
    { form: 'perEvent', tag: '困难帮扶', max: yuan(2000), clause: '困难会员一次性补助标准', ...secondary },
    {
      form: 'means',
      tag: '节日慰问',
      allowed: ['实物', '提货券'],
      clause: '节日慰问不得发放现金、购物卡',
      ...secondary,
    },
    { form: 'frequency', tag: '住院慰问', per: 'illnessYear', times: 1, clause: '同一病种一年一次', ...secondary },
    { form: 'frequency', tag: '生日慰问', per: 'year', times: 1, clause: '生日慰问每年一次', ...secondary },
    { form: 'frequency', tag: '退休离岗慰问', per: 'lifetime', times: 1, clause: '退休离岗慰问一次', ...secondary },
    { form: 'eligibility', tags: ['节日慰问', '生日慰问'], condition: 'member', clause: '第9—10页', ...secondary },
    { form: 'eligibility', tags: ['节日慰问', '生日慰问'], condition: 'duesPaid', clause: '第9—10页', ...secondary },
    { form: 'eligibility', tags: ['节日慰问', '生日慰问'], condition: 'inWageBase', clause: '第9—10页', ...secondary },
  ],
}
