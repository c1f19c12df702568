// Sound rows of each part, from which the examples of rules are made.
import type { Values } from '../../kernel/value.ts'

export const sampleQuota: Values = {
  recordType: '名额',
  programme: '2026年度评优',
  department: '一车间',
  category: '先进个人',
  staff: 50,
  share: 1_000,
  places: 5,
}

export const sampleNomination: Values = {
  recordType: '推荐',
  programme: '2026年度评优',
  department: '一车间',
  name: '甲某',
  memberNo: 'HY-0001',
  category: '先进个人',
  deeds: '完成技术革新两项。',
  votesFor: 40,
  votesAgainst: 3,
  abstentions: 2,
  decision: '批准',
  prize: 50_000,
  prizeForm: '奖品',
}

export const sampleBonus: Values = {
  recordType: '奖金',
  programme: '2026年度考核奖',
  department: '一车间',
  name: '甲某',
  memberNo: 'HY-0001',
  base: 100_000,
  coefficient: 12_000,
  scoreFactor: 9_500,
  months: 12,
  gross: 114_000,
  deduction: 4_000,
  net: 110_000,
  fundSource: '行政补助',
}

export const samplePool: Values = { recordType: '奖金总额', programme: '2026年度考核奖', net: 110_000 }
