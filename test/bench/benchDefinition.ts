// The 14-column benchmark list as a sheet definition, with one limit or rule per column, and the same as a JSON schema.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { FieldRule } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'
import { words } from '#shared/kernel/words.ts'
import type { BenchRow } from './data.ts'

const departments = ['办公室', '财务处', '科研处', '后勤处', '人事处', '教务处', '图书馆', '保卫处', '基建处', '审计处']
const items = ['春节慰问', '中秋慰问', '国庆慰问', '生日慰问', '体检补贴', '防暑降温', '结婚慰问', '住院慰问']
const patterns = {
  code: '^W\\d{6}$',
  idCard: '^\\d{17}[\\dX]$',
  joined: '^\\d{4}-\\d{2}-\\d{2}$',
  paid: '^2024-\\d{2}-\\d{2}$',
  account: '^62\\d{17}$',
  phone: '^1\\d{10}$',
} as const

const same = (text: string) => words(text, text, text)
const choices = (values: readonly string[]) => values.map((value) => ({ value, label: same(value), synonyms: [] }))

function column(
  type: ColumnDefinition['type'],
  label: string,
  extra: Partial<ColumnDefinition> = {},
): ColumnDefinition {
  const merge = type === 'money' ? 'money' : 'free'
  return {
    type,
    label: same(label),
    synonyms: [],
    description: same(label),
    required: true,
    merge,
    fieldClass: 'unit',
    width: 12,
    ...extra,
  }
}

const patternRules = Object.entries(patterns).map(([key, pattern]): FieldRule => {
  const expression = new RegExp(pattern)
  return {
    scope: 'field',
    code: `bench/${key}`,
    severity: 'error',
    blocks: 'save',
    citation: { source: '基准', clause: key, certainty: 'house' },
    title: same(key),
    message: same('{value}'),
    column: key,
    check: (value) => (expression.test(String(value)) ? null : { value: String(value) }),
    examples: { valid: [], invalid: [] },
  }
})

/** One limit or rule a column: 14 in all. */
export const benchDefinition: SheetDefinition = {
  kind: 'bench',
  version: 1,
  title: same('福利发放'),
  description: same('基准'),
  columns: {
    code: column('code', '编号', { merge: 'key' }),
    name: column('text', '姓名', { maxLength: 20 }),
    idCard: column('code', '身份证号', { fieldClass: 'sensitive' }),
    department: column('choice', '部门', { choices: choices(departments) }),
    post: column('text', '职务', { maxLength: 10 }),
    joined: column('date', '入职日期'),
    item: column('choice', '福利项目', { choices: choices(items) }),
    standard: column('money', '发放标准', { minimum: 0, maximum: 200_000 }),
    count: column('integer', '数量', { minimum: 1, maximum: 10 }),
    amount: column('money', '金额', { minimum: 0, maximum: 1_000_000 }),
    paid: column('date', '发放日期'),
    account: column('code', '银行账号'),
    phone: column('code', '手机号'),
    note: column('text', '备注', { required: false, maxLength: 100 }),
  },
  naturalKey: ['code'],
  atomicSets: [],
  rules: [
    ...patternRules,
    {
      scope: 'set',
      code: 'bench/twice',
      severity: 'error',
      blocks: 'save',
      citation: { source: '基准', clause: '重复', certainty: 'house' },
      title: same('重复'),
      message: same('{key} {count}'),
      set: { type: 'unique', key: ['code'], where: [] },
      examples: { valid: [], invalid: [] },
    },
    {
      scope: 'set',
      code: 'bench/department-limit',
      severity: 'warning',
      citation: { source: '基准', clause: '部门合计', certainty: 'house' },
      title: same('部门合计'),
      message: same('{group} {sum} {minimum} {maximum}'),
      set: {
        type: 'sum',
        groupBy: ['department'],
        terms: [{ column: 'amount', where: [], times: 1 }],
        maximum: 10_000_000_000,
      },
      examples: { valid: [], invalid: [] },
    },
  ],
  layout: {
    title: same('福利发放'),
    titleSynonyms: [],
    columns: [
      'code',
      'name',
      'idCard',
      'department',
      'post',
      'joined',
      'item',
      'standard',
      'count',
      'amount',
      'paid',
      'account',
      'phone',
      'note',
    ],
    groups: [],
    sections: [],
    totals: [],
    signatures: [],
    orientation: 'landscape',
    unitLine: true,
    spareRows: 0,
    freezeColumns: 0,
  },
  workflow: {
    initial: 'draft',
    states: [{ name: 'draft', label: same('草稿'), locked: false }],
    transitions: [],
    permissions: [],
  },
  upgrades: [],
}

/** The same limits for ajv. */
export const benchSchema = {
  type: 'object',
  required: Object.entries(benchDefinition.columns)
    .filter(([, definition]) => definition.required)
    .map(([key]) => key),
  properties: {
    code: { type: 'string', pattern: patterns.code },
    name: { type: 'string', maxLength: 20 },
    idCard: { type: 'string', pattern: patterns.idCard },
    department: { type: 'string', enum: departments },
    post: { type: 'string', maxLength: 10 },
    joined: { type: 'string', pattern: patterns.joined },
    item: { type: 'string', enum: items },
    standard: { type: 'integer', minimum: 0, maximum: 200_000 },
    count: { type: 'integer', minimum: 1, maximum: 10 },
    amount: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    paid: { type: 'string', pattern: patterns.paid },
    account: { type: 'string', pattern: patterns.account },
    phone: { type: 'string', pattern: patterns.phone },
    note: { type: ['string', 'null'], maxLength: 100 },
  },
} as const

/** Amounts as 分, blanks as null. */
export function toBenchValues(row: BenchRow): Values {
  return {
    ...row,
    standard: Math.round(row.standard * 100),
    amount: Math.round(row.amount * 100),
    note: row.note === '' ? null : row.note,
  }
}
