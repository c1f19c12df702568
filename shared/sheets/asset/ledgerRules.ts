// Rules of the asset ledger about entries, stock-taking and disposal (domain.md §1.6, §4.2 M).
import type { RowRule, SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { accountingRules2021, house } from '../../policy/sources.ts'
import { isBlank, textOf as text } from '../accounts/rowParts.ts'
import { sampleAsset as asset } from './sample.ts'

const needed: readonly (readonly [string, string])[] = [
  ['class', '资产类别'],
  ['quantity', '数量'],
  ['cost', '原值'],
  ['bought', '购置日期'],
]

export const ledgerRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'asset/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: house('资产登记要素'),
    title: words('资产卡片要素要齐全', '資產卡片要素要齊全', 'The card is complete'),
    message: words('{name}还没有填：{missing}。', '{name}還沒有填：{missing}。', '{name} still lacks: {missing}.'),
    columns: ['class', 'quantity', 'cost', 'bought', 'name'],
    check: (row) => {
      const missing = needed.filter(([column]) => isBlank(row, column)).map(([, label]) => label)
      return missing.length === 0 ? null : { name: text(row, 'name'), missing: missing.join('、') }
    },
    examples: { valid: [asset], invalid: [{ ...asset, class: null, cost: null }] },
  },
  {
    scope: 'row',
    code: 'asset/day-order',
    severity: 'error',
    blocks: 'submit',
    citation: house('日期先后'),
    title: words('日期先后不对', '日期先後不對', 'Days in the wrong order'),
    message: words(
      '{name}购置日期 {bought}，处置日期 {disposed}。处置不早于购置，购置不晚于今天。',
      '{name}購置日期 {bought}，處置日期 {disposed}。處置不早於購置，購置不晚於今天。',
      '{name}: bought {bought}, disposed of {disposed}. It is bought before it goes, and not in the future.',
    ),
    columns: ['disposed', 'bought', 'name'],
    check: (row, { today }) => {
      const [bought, disposed] = [text(row, 'bought'), text(row, 'disposed')]
      const early = bought !== '' && disposed !== '' && disposed < bought
      return early || bought > today ? { name: text(row, 'name'), bought, disposed: disposed || '—' } : null
    },
    examples: {
      valid: [asset],
      invalid: [
        { ...asset, disposed: '2023-01-01' },
        { ...asset, bought: '2099-01-01' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'asset/count-due',
    severity: 'hint',
    citation: accountingRules2021('第32–37条：每年至少盘点一次'),
    title: words('一年没有盘点', '一年沒有盤點', 'Not counted for a year'),
    message: words(
      '{name}上次盘点是 {counted}，一年内没有盘点。请盘点后填盘点日期和结果。',
      '{name}上次盤點是 {counted}，一年內沒有盤點。請盤點後填盤點日期和結果。',
      '{name} was last counted {counted}, more than a year ago. Count it and enter day and result.',
    ),
    columns: ['counted', 'bought', 'condition', 'name'],
    check: (row, { today }) => {
      if (row['condition'] === '已处置') return null
      const last = text(row, 'counted') || text(row, 'bought')
      const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
      return last !== '' && last < yearAgo ? { name: text(row, 'name'), counted: text(row, 'counted') || '—' } : null
    },
    examples: {
      valid: [asset, { ...asset, counted: '2024-01-01', condition: '已处置' }],
      invalid: [{ ...asset, counted: '2025-01-01' }],
    },
  },
  {
    scope: 'row',
    code: 'asset/count-differs',
    severity: 'warning',
    citation: accountingRules2021('第32–37条、182 待处理财产损溢'),
    title: words('盘盈盘亏要说明', '盤盈盤虧要說明', 'A difference is explained'),
    message: words(
      '{name}盘点结果是{result}，备注里没有说明。请查明原因，写明处理办法。',
      '{name}盤點結果是{result}，備註裡沒有說明。請查明原因，寫明處理辦法。',
      '{name} was counted as {result} without a remark. Find out why and say what is done.',
    ),
    columns: ['countResult', 'remark', 'name'],
    check: (row) => {
      const result = text(row, 'countResult')
      return /^盘[盈亏]$/.test(result) && isBlank(row, 'remark') ? { name: text(row, 'name'), result } : null
    },
    examples: {
      valid: [asset, { ...asset, countResult: '盘亏', remark: '查明为调出未记' }],
      invalid: [{ ...asset, countResult: '盘亏' }],
    },
  },
  {
    scope: 'row',
    code: 'asset/disposal-papers',
    severity: 'warning',
    citation: accountingRules2021('第32–37条：处置报经批准'),
    title: words('处置要有方式、日期和批准', '處置要有方式、日期和批准', 'A disposal has its papers'),
    message: words(
      '{name}写的是已处置，还缺：{missing}。',
      '{name}寫的是已處置，還缺：{missing}。',
      '{name} is disposed of but lacks: {missing}.',
    ),
    columns: ['condition', 'disposal', 'disposed', 'disposalNo', 'name'],
    check: (row) => {
      if (row['condition'] !== '已处置') return null
      const missing = (
        [
          ['disposal', '处置方式'],
          ['disposed', '处置日期'],
          ['disposalNo', '批准文号'],
        ] as const
      )
        .filter(([column]) => isBlank(row, column))
        .map(([, label]) => label)
      return missing.length === 0 ? null : { name: text(row, 'name'), missing: missing.join('、') }
    },
    examples: {
      valid: [
        asset,
        { ...asset, condition: '已处置', disposal: '报废', disposed: '2026-01-10', disposalNo: '工资产〔2026〕1号' },
      ],
      invalid: [{ ...asset, condition: '已处置' }],
    },
  },
  {
    scope: 'row',
    code: 'asset/employer-owned',
    severity: 'warning',
    citation: accountingRules2021('162 固定资产：行政提供的列备查簿'),
    title: words('行政提供的资产记备查簿', '行政提供的資產記備查簿', 'What the employer lends belongs elsewhere'),
    message: words(
      '{name}好像是单位行政提供的（{found}）。行政提供使用的资产记备查簿，不列工会固定资产。',
      '{name}好像是單位行政提供的（{found}）。行政提供使用的資產記備查簿，不列工會固定資產。',
      '{name} seems to be lent by the employer ({found}). Such things belong in the memorandum book, not here.',
    ),
    columns: ['remark', 'name', 'location'],
    check: (row) => {
      const found = /(?:单位)?行政(?:提供|借用|配备|所有|拨给)|借用行政/.exec(text(row, 'remark'))?.[0]
      return found === undefined ? null : { name: text(row, 'name'), found }
    },
    examples: { valid: [asset], invalid: [{ ...asset, remark: '单位行政提供' }] },
  },
]

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'asset/number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: house('一物一号'),
    title: words('资产编号不重复', '資產編號不重複', 'Asset numbers are used once'),
    message: words(
      '资产编号 {key} 用了 {count} 次。请改成不重复的编号。',
      '資產編號 {key} 用了 {count} 次。請改成不重複的編號。',
      'Asset number {key} is used {count} times. Give each asset its own.',
    ),
    set: { type: 'unique', key: ['assetNo'], where: [] },
    examples: { valid: [[asset, { ...asset, assetNo: 'GD-2024-002' }]], invalid: [[asset, asset]] },
  },
]
