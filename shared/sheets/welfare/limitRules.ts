// Row rules that hold one line of a plan, or of a list that is signed, against the limits of the policy packs (domain.md §2.6).
import type { Festival, PurposeTag } from '../../definition/purpose.ts'
import { festivals } from '../../definition/purpose.ts'
import type { Limit } from '../../definition/limit.ts'
import type { RowRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import { daysBetween, parsePlainDate } from '../../kernel/plainDate.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { spendingRules } from '../../policy/sources.ts'
import { amountOf, textOf as text, yuan } from '../accounts/rowParts.ts'
import { passedLimit, strictest } from '../rules/limits.ts'
import type { BenefitRulesOf } from './benefitRules.ts'
import { purposeOfOccasion } from './choices.ts'

/** Events for which a limit holds each time. */
const events: ReadonlySet<string> = new Set<PurposeTag>([
  '生日慰问',
  '结婚慰问',
  '生育慰问',
  '住院慰问',
  '丧葬慰问(会员)',
  '丧葬慰问(直系亲属)',
  '退休离岗慰问',
  '入会慰问',
])

function festivalOf(row: Values): Festival | undefined {
  return festivals.find((festival) => festival === row['occasion'])
}

/** What raises a limit, as far as people write it down. */
function circumstanceOf(row: Values): '手术' | '重大疾病' | '二孩三孩' | undefined {
  const said = `${text(row, 'item')} ${text(row, 'remark')}`
  if (/手术/.test(said)) return '手术'
  if (/重大疾病|重病|大病/.test(said)) return '重大疾病'
  return /[二三两]孩|[二三]胎/.test(said) ? '二孩三孩' : undefined
}

const sum = (max: number): Limit => ({ form: 'perMemberYear', tags: ['节日慰问'], max: fen(max) })

export function limitRules({ kind, amount, before, sample }: BenefitRulesOf): readonly RowRule[] {
  const citation = spendingRules('第8条；限额见各省办法')
  return [
    {
      scope: 'row',
      code: `${kind}/over-member-year`,
      reference: 'E-07',
      severity: 'error',
      blocks: 'submit',
      citation,
      title: words('每人每年不超过限额', '每人每年不超過限額', 'Within the limit for one member and year'),
      message: words(
        '{tag}每人每年限 {limit} 元（{pack}），本年已发 {used} 元，这次 {entry} 元，共 {amount} 元，超 {excess} 元。',
        '{tag}每人每年限 {limit} 元（{pack}），本年已發 {used} 元，這次 {entry} 元，共 {amount} 元，超 {excess} 元。',
        '{tag}: {limit} yuan a year for each member ({pack}); {used} given before and {entry} now make {amount}, {excess} too much.',
      ),
      columns: [amount, 'occasion', ...(before === undefined ? [] : [before])],
      check: (row, context) => {
        const tag = purposeOfOccasion(text(row, 'occasion'))
        const entry = amountOf(row, amount)
        if (tag === undefined || entry === null) return null
        const used = before === undefined ? 0 : (amountOf(row, before) ?? 0)
        const more = { tag, used: yuan(used), entry: yuan(entry) }
        return passedLimit(context, { tag, form: 'perMemberYear' }, { amount: used + entry, more })
      },
      examples: {
        valid: [sample, { ...sample, [amount]: 220_000 }],
        invalid: [{ ...sample, [amount]: 220_001 }],
        limits: [sum(220_000)],
      },
    },
    {
      scope: 'row',
      code: `${kind}/over-festival`,
      reference: 'E-07',
      severity: 'error',
      blocks: 'submit',
      citation,
      title: words('每个节日不超过限额', '每個節日不超過限額', 'Within the limit for one festival'),
      message: words(
        '{festival}每人限 {limit} 元（{pack}），这次 {amount} 元，超 {excess} 元。',
        '{festival}每人限 {limit} 元（{pack}），這次 {amount} 元，超 {excess} 元。',
        '{festival}: {limit} yuan for each ({pack}); {amount} is {excess} too much.',
      ),
      columns: [amount, 'occasion'],
      check: (row, context) => {
        const festival = festivalOf(row)
        const entry = amountOf(row, amount)
        if (festival === undefined || entry === null) return null
        return passedLimit(
          context,
          { tag: '节日慰问', form: 'perFestival', festival },
          { amount: entry, more: { festival } },
        )
      },
      examples: {
        valid: [sample, { ...sample, [amount]: 50_000 }],
        invalid: [{ ...sample, [amount]: 60_000 }],
        limits: [{ form: 'perFestival', festivals: ['春节'], max: fen(50_000) }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/over-event`,
      reference: 'E-11',
      severity: 'error',
      blocks: 'submit',
      citation,
      title: words('每次慰问不超过限额', '每次慰問不超過限額', 'Within the limit for one event'),
      message: words(
        '{tag}每次限 {limit} 元（{pack}），这次 {amount} 元，超 {excess} 元。',
        '{tag}每次限 {limit} 元（{pack}），這次 {amount} 元，超 {excess} 元。',
        '{tag}: {limit} yuan each time ({pack}); {amount} is {excess} too much.',
      ),
      columns: [amount, 'occasion', 'item', 'remark'],
      check: (row, context) => {
        const tag = purposeOfOccasion(text(row, 'occasion'))
        const entry = amountOf(row, amount)
        if (tag === undefined || !events.has(tag) || entry === null) return null
        const circumstance = circumstanceOf(row)
        const asked = { tag, form: 'perEvent' as const, ...(circumstance === undefined ? {} : { circumstance }) }
        return passedLimit(context, asked, { amount: entry, more: { tag } })
      },
      examples: {
        valid: [
          { ...sample, occasion: '住院', [amount]: 100_000 },
          { ...sample, occasion: '住院', [amount]: 200_000, remark: '手术' },
        ],
        invalid: [{ ...sample, occasion: '住院', [amount]: 200_000 }],
        limits: [
          {
            form: 'perEvent',
            tag: '住院慰问',
            max: fen(100_000),
            raised: [{ circumstance: '手术', max: fen(200_000) }],
          },
        ],
      },
    },
    {
      scope: 'row',
      code: `${kind}/means-not-allowed`,
      reference: 'E-10',
      severity: 'error',
      blocks: 'submit',
      citation,
      title: words('发放形式符合规定', '發放形式符合規定', 'Given in an allowed form'),
      message: words(
        '{tag}写的是发“{means}”。{pack}只允许：{limit}。',
        '{tag}寫的是發「{means}」。{pack}只允許：{limit}。',
        '{tag} is given as “{means}”. {pack} allows only: {limit}.',
      ),
      columns: ['means', 'occasion'],
      check: (row, context) => {
        const tag = purposeOfOccasion(text(row, 'occasion'))
        const means = text(row, 'means')
        const over = tag === undefined ? undefined : strictest(context, { tag, form: 'means' })
        if (tag === undefined || over === undefined || means === '') return null
        if (over.limit.allowed.some((allowed) => allowed === means)) return null
        return { over, params: { tag, means, limit: over.limit.allowed.join('、'), pack: over.pack.title } }
      },
      examples: {
        valid: [sample, { ...sample, occasion: '结婚', means: '实物' }],
        invalid: [{ ...sample, occasion: '结婚', means: '现金' }],
        limits: [{ form: 'means', tag: '结婚慰问', allowed: ['实物', '慰问金(转账)'] }],
      },
    },
  ]
}

/** For plans: what an outing or a rest may cost for each person and day. */
export function personDayRule({ kind, amount, sample }: BenefitRulesOf): RowRule {
  const outing = { ...sample, occasion: '春秋游', departs: '2026-04-10', returns: '2026-04-10' }
  return {
    scope: 'row',
    code: `${kind}/over-person-day`,
    reference: 'E-05',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（二）；限额见各省办法'),
    title: words('每人每天不超过限额', '每人每天不超過限額', 'Within the limit for one person and day'),
    message: words(
      '{tag}每人每天限 {limit} 元（{pack}），{days} 天 {entry} 元，合每天 {amount} 元。',
      '{tag}每人每天限 {limit} 元（{pack}），{days} 天 {entry} 元，合每天 {amount} 元。',
      '{tag}: {limit} yuan for each person and day ({pack}); {entry} over {days} days make {amount} a day.',
    ),
    columns: [amount, 'occasion', 'departs', 'returns'],
    check: (row, context) => {
      const tag = purposeOfOccasion(text(row, 'occasion'))
      const entry = amountOf(row, amount)
      if (tag === undefined || entry === null) return null
      const [from, to] = [parsePlainDate(text(row, 'departs')), parsePlainDate(text(row, 'returns'))]
      const days = from === undefined || to === undefined || to < from ? 1 : daysBetween(from, to) + 1
      const more = { tag, days, entry: yuan(entry) }
      return passedLimit(context, { tag, form: 'perPersonDay' }, { amount: Math.ceil(entry / days), more })
    },
    examples: {
      valid: [outing, { ...outing, [amount]: 40_000, returns: '2026-04-11' }],
      invalid: [{ ...outing, [amount]: 40_000 }],
      limits: [{ form: 'perPersonDay', tag: '春秋游', max: fen(30_000) }],
    },
  }
}
