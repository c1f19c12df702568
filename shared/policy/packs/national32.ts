// 《基层工会经费收支管理办法》总工办发〔2017〕32号, as remembered: the content is sure, article numbers are not (domain.md §2.3).
import { knownDay } from '../knownDay.ts'
import type { PolicyPack } from '../pack.ts'

const remembered = { certainty: 'memory-high', note: '凭记忆录入，条号请对照原文' } as const

export const national32: PolicyPack = {
  id: 'national-32-2017',
  layer: 'national',
  region: '全国',
  documentNo: '总工办发〔2017〕32号',
  title: '基层工会经费收支管理办法',
  from: knownDay('2017-12-15'),
  to: null,
  verified: false,
  sourceNote:
    '未取得原文，内容与多份省级实施办法互相印证；施行日期按发文日期录入。部分省份 2025 年已重新发文，本办法是否修订请先核实。',
  limits: [
    {
      form: 'duesMultiple',
      tags: ['观影观演', '春秋游', '公园年票'],
      multiple: 4,
      clause: '第八条（二）：会费不足部分可用工会经费弥补，不超过当年会费收入的三倍',
      ...remembered,
    },
    {
      form: 'headcountRatio',
      tag: '文体活动',
      base: 'participants',
      share: { times: 2, per: 3 },
      clause: '第八条（二）：奖励人数最高不超过参与人数的三分之二',
      ...remembered,
    },
    {
      form: 'means',
      tag: '节日慰问',
      allowed: ['实物', '提货券'],
      clause: '第八条（四）：节日慰问品应为传统节日用品和职工群众必需的生活用品',
      ...remembered,
    },
    {
      form: 'means',
      tag: '生日慰问',
      allowed: ['实物', '蛋糕券'],
      clause: '第八条（四）：生日蛋糕等实物慰问品，或指定蛋糕店的蛋糕券',
      ...remembered,
    },
    {
      form: 'means',
      tag: '退休离岗慰问',
      allowed: ['实物'],
      clause: '第八条（四）：退休离岗可以发放纪念品',
      ...remembered,
    },
    {
      form: 'eligibility',
      tags: ['节日慰问', '生日慰问'],
      condition: 'member',
      clause: '第八条（四）：向全体会员发放',
      ...remembered,
    },
  ],
}
