// 山东 2019-06-24, from a forwarded notice (source W3; secondary).
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const shandong2019: PolicyPack = {
  id: 'shandong-2019',
  layer: 'provincial',
  region: '山东',
  documentNo: '',
  title: '山东省基层工会节日慰问标准（2019年调整）',
  from: knownDay('2019-06-24'),
  to: null,
  verified: false,
  sourceNote: '据转发的通知，文号请对照原文；各市可以定得更低，另建市级包。',
  limits: [
    {
      form: 'perMemberYear',
      tags: ['节日慰问'],
      max: yuan(2000),
      clause: '每人每年由1600元调整为2000元',
      ...secondary,
    },
  ],
}
