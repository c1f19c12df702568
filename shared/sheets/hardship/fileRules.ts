// Row rules of a file: complete, its income worked out, its class held against the living line, reviewed every year (W14, E-20).
import type { RowRule } from '../../definition/rule.ts'
import { parsePlainDate } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { aidRules, hardshipPractice } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { olderLevels } from './choices.ts'
import { daysSinceReview, reviewDays } from './light.ts'
import { isFile, isOpenFile, perHeadOf, reviewedOn } from './parts.ts'
import { sampleFile as file } from './sample.ts'

const needed = [
  ['fileNo', '建档编号'],
  ['department', '部门'],
  ['hardshipClass', '困难类别'],
  ['familySize', '家庭人口'],
  ['familyIncome', '月总收入'],
  ['phone', '手机号码'],
  ['filedOn', '建档日期'],
] as const

/** Class → times the living line below which income per head must lie (as an enterprise has it): 10 = once. */
const ceilings: Readonly<Record<string, number>> = { 特困: 10, 重困: 15 }

export const fileRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'hardship/file-incomplete',
    severity: 'warning',
    citation: hardshipPractice('档案表必填项'),
    title: words('档案必填项齐全', '檔案必填項齊全', 'The file is complete'),
    message: words(
      '{name} 的档案还缺：{missing}。',
      '{name} 的檔案還缺：{missing}。',
      'The file of {name} lacks: {missing}.',
    ),
    columns: ['name', 'recordType', ...needed.map(([key]) => key)],
    check: (row) => {
      if (!isFile(row)) return null
      const missing = needed.filter(([key]) => (row[key] ?? null) === null).map(([, label]) => label)
      return missing.length === 0 ? null : { name: text(row, 'name'), missing: missing.join('、') }
    },
    examples: { valid: [file], invalid: [{ ...file, hardshipClass: null }] },
  },
  {
    scope: 'row',
    code: 'hardship/per-head',
    severity: 'warning',
    citation: aidRules('困难职工名册'),
    title: words(
      '人均月收入 = 月总收入 ÷ 家庭人口',
      '人均月收入 = 月總收入 ÷ 家庭人口',
      'Income per head = income by size',
    ),
    message: words(
      '月总收入 {income} 元 ÷ {size} 人 = {expected} 元，人均月收入写的是 {written} 元。',
      '月總收入 {income} 元 ÷ {size} 人 = {expected} 元，人均月收入寫的是 {written} 元。',
      '{income} yuan over {size} persons make {expected} a head; it says {written}.',
    ),
    columns: ['perHead', 'familyIncome', 'familySize'],
    check: (row) => {
      const [expected, written] = [perHeadOf(row), amount(row, 'perHead')]
      // Registers are kept in whole 元: a difference below one is rounding.
      if (expected === null || written === null || Math.abs(expected - written) < 100) return null
      return {
        income: yuan(amount(row, 'familyIncome') ?? 0),
        size: amount(row, 'familySize') ?? 0,
        expected: yuan(expected),
        written: yuan(written),
      }
    },
    suggest: (row) => {
      const value = perHeadOf(row)
      return value === null ? undefined : { column: 'perHead', value }
    },
    examples: { valid: [file, { ...file, familySize: 0 }], invalid: [{ ...file, perHead: 90_000 }] },
  },
  {
    scope: 'row',
    code: 'hardship/class-and-line',
    reference: 'E-20',
    severity: 'warning',
    citation: aidRules('困难类别按当地低保标准划分'),
    title: words('困难类别与低保标准相符', '困難類別與低保標準相符', 'The class fits the living line'),
    message: words(
      '人均月收入 {perHead} 元，低保标准 {line} 元，“{level}”要低于 {ceiling} 元。请核对类别。',
      '人均月收入 {perHead} 元，低保標準 {line} 元，「{level}」要低於 {ceiling} 元。請核對類別。',
      'Income per head is {perHead}, the living line {line}; “{level}” needs less than {ceiling}. Please check the class.',
    ),
    columns: ['hardshipClass', 'perHead', 'livingLine', 'familyIncome', 'familySize'],
    check: (row) => {
      const level = text(row, 'hardshipClass')
      const tenths = ceilings[level]
      const [line, perHead] = [amount(row, 'livingLine'), amount(row, 'perHead') ?? perHeadOf(row)]
      if (tenths === undefined || line === null || line <= 0 || perHead === null || perHead * 10 < line * tenths)
        return null
      return { perHead: yuan(perHead), line: yuan(line), level, ceiling: yuan(Math.floor((line * tenths) / 10)) }
    },
    examples: {
      valid: [
        { ...file, hardshipClass: '特困', livingLine: 90_000 },
        { ...file, hardshipClass: '重困', livingLine: 60_000 },
        { ...file, hardshipClass: '特困' },
      ],
      invalid: [
        { ...file, hardshipClass: '特困', livingLine: 80_000 },
        { ...file, hardshipClass: '重困', livingLine: 50_000 },
      ],
    },
  },
  {
    scope: 'row',
    code: 'hardship/older-class',
    severity: 'hint',
    citation: hardshipPractice('现行分类：深度困难、相对困难、意外致困'),
    title: words('困难类别用现行分类', '困難類別用現行分類', 'Classes in force'),
    message: words(
      '“{level}”是过去的分类。现行分类是深度困难、相对困难、意外致困，请在年度复核时改。',
      '「{level}」是過去的分類。現行分類是深度困難、相對困難、意外致困，請在年度複核時改。',
      '“{level}” is an older class. Those in force are 深度困难, 相对困难 and 意外致困; change it at the next review.',
    ),
    columns: ['hardshipClass'],
    check: (row) => (olderLevels.includes(text(row, 'hardshipClass')) ? { level: text(row, 'hardshipClass') } : null),
    examples: { valid: [file], invalid: [{ ...file, hardshipClass: '低保户' }] },
  },
  {
    scope: 'row',
    code: 'hardship/not-reviewed',
    severity: 'warning',
    citation: hardshipPractice('动态管理：每年复核'),
    title: words('档案一年更新一次', '檔案一年更新一次', 'Files are reviewed every year'),
    message: words(
      '{name} 的档案从 {since} 起 {days} 天没有更新。请复核收入和困难类别，脱困的退档。',
      '{name} 的檔案從 {since} 起 {days} 天沒有更新。請複核收入和困難類別，脫困的退檔。',
      'The file of {name} was not reviewed for {days} days, since {since}. Review income and class, or close it.',
    ),
    columns: ['updatedOn', 'filedOn', 'closedOn', 'recordType', 'name'],
    check: (row, { today }) => {
      const days = daysSinceReview(row, today)
      return days === undefined || days <= reviewDays ? null : { name: text(row, 'name'), since: reviewedOn(row), days }
    },
    examples: {
      valid: [file, { ...file, updatedOn: '2024-01-01', closedOn: '2025-01-01' }],
      invalid: [{ ...file, updatedOn: '2024-12-01', filedOn: '2024-01-01' }],
    },
  },
  {
    scope: 'row',
    code: 'hardship/close-review',
    severity: 'hint',
    citation: aidRules('退档'),
    title: words(
      '超过 60 岁、退休或离职的复核是否退档',
      '超過 60 歲、退休或離職的複核是否退檔',
      'Above 60, retired or left: close the file?',
    ),
    message: words(
      '{name} {reason}，请复核是否退档。',
      '{name} {reason}，請複核是否退檔。',
      '{name}: {reason}. Please check whether the file is closed.',
    ),
    columns: ['closedOn', 'birthDate', 'workState', 'recordType', 'name'],
    check: (row, { today }) => {
      if (!isOpenFile(row)) return null
      const birth = parsePlainDate(text(row, 'birthDate'))
      const state = text(row, 'workState')
      const older = birth !== undefined && `${Number(birth.slice(0, 4)) + 60}${birth.slice(4)}` < today
      if (state !== '退休' && state !== '离职' && !older) return null
      return { name: text(row, 'name'), reason: older ? '已满 60 岁' : `工作状态是“${state}”` }
    },
    examples: {
      valid: [file, { ...file, birthDate: '1960-01-01', closedOn: '2025-01-01' }],
      invalid: [
        { ...file, birthDate: '1960-01-01' },
        { ...file, workState: '离职' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'hardship/not-visited',
    severity: 'hint',
    citation: hardshipPractice('入户调查'),
    title: words('建档前入户调查', '建檔前入戶調查', 'Visited before the file is made'),
    message: words(
      '{name} 没有入户调查日期，或调查晚于建档。',
      '{name} 沒有入戶調查日期，或調查晚於建檔。',
      '{name} has no day of a visit, or it is later than the file.',
    ),
    columns: ['visitedOn', 'filedOn', 'recordType', 'name'],
    check: (row) => {
      const [visited, filed] = [text(row, 'visitedOn'), text(row, 'filedOn')]
      return isFile(row) && (visited === '' || (filed !== '' && visited > filed)) ? { name: text(row, 'name') } : null
    },
    examples: {
      valid: [file],
      invalid: [
        { ...file, visitedOn: null },
        { ...file, visitedOn: '2025-08-01' },
      ],
    },
  },
]
