// 贵州 2018 (暂行), from a web page (source W2; secondary): an amount per festival.
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'
import { yuan } from '../yuan.ts'

const secondary = { certainty: 'secondary' } as const

export const guizhou2018: PolicyPack = {
  id: 'guizhou-2018',
  layer: 'provincial',
  region: '贵州',
  documentNo: '',
  title: '贵州省基层工会经费收支管理实施办法（2018暂行）',
  from: knownDay('2018-01-01'),
  to: null,
  verified: false,
  sourceNote: '据网页整理，文号和施行日期请对照原文。',
  limits: [
    { form: 'perFestival', festivals: ['春节'], max: yuan(500), clause: '春节每人500元', ...secondary },
    {
      form: 'perFestival',
      festivals: [],
      max: yuan(200),
      clause: '其他法定节日、少数民族节日每次每人200元',
      ...secondary,
    },
    { form: 'perEvent', tag: '生日慰问', max: yuan(300), clause: '生日慰问标准', ...secondary },
  ],
}
