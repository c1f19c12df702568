// Row rules about what is given, for plans and for the lists that are signed (E-05…E-12, E-20 and the packs’ limits).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, enterpriseRules, spendingRules } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'
import { cashWords } from '../rules/wording.ts'
import { otherFestival, purposeOfOccasion } from './choices.ts'

export interface BenefitRulesOf {
  readonly kind: string
  /** Column of what one person gets. */
  readonly amount: string
  /** Column of what the person was given before in the year, where the sheet says so. */
  readonly before?: string
  /** A sound row for 春节, from which examples are made. */
  readonly sample: Values
}

/** Names of festivals that are none for union money, as they are met in titles and items. */
const foreignFestivals = /(?:三八|妇女|五四|青年|六一|儿童|八一|建军|教师|护士|记者|圣诞|情人|母亲|父亲)节/

export function isCash(row: Values): boolean {
  return row['means'] === '现金' || row['means'] === '购物卡'
}

function wordsOf(row: Values): string {
  return `${text(row, 'item')} ${text(row, 'issue')}`
}

export function benefitRules({ kind, sample }: BenefitRulesOf): readonly RowRule[] {
  const of = (change: Values): Values => ({
    ...sample,
    purpose: purposeOfOccasion(text(change, 'occasion')) ?? '节日慰问',
    ...change,
  })
  return [
    {
      scope: 'row',
      code: `${kind}/festival`,
      reference: 'E-06',
      severity: 'error',
      blocks: 'submit',
      citation: spendingRules('第8条（四）'),
      title: words(
        '只有法定节日才发节日慰问品',
        '只有法定節日才發節日慰問品',
        'Goods only for the statutory festivals',
      ),
      message: words(
        '“{festival}”不在范围内。节日慰问限元旦、春节、清明、劳动节、端午、中秋、国庆和自治区以上政府批准的少数民族节日。',
        '「{festival}」不在範圍內。節日慰問限元旦、春節、清明、勞動節、端午、中秋、國慶和自治區以上政府批准的少數民族節日。',
        '“{festival}” is none of the festivals for which goods may be given: New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day and approved festivals of the nationalities.',
      ),
      columns: ['occasion', 'item', 'issue'],
      check: (row) => {
        const named = foreignFestivals.exec(wordsOf(row))?.[0]
        if (row['occasion'] === otherFestival) return { festival: named ?? otherFestival }
        return named !== undefined && purposeOfOccasion(text(row, 'occasion')) === '节日慰问'
          ? { festival: named }
          : null
      },
      examples: {
        valid: [sample, of({ occasion: '民族节日' })],
        invalid: [of({ occasion: otherFestival }), of({ item: '妇女节礼品' })],
      },
    },
    {
      scope: 'row',
      code: `${kind}/festival-cash`,
      reference: 'E-07',
      severity: 'error',
      blocks: 'submit',
      citation: anhuiRules('不得发放现金、购物卡；各省办法同'),
      title: words('节日慰问不发现金和购物卡', '節日慰問不發現金和購物卡', 'No cash and no cards for festivals'),
      message: words(
        '节日慰问写有“{word}”。只能发放传统节日用品和生活必需品，不得发放现金、购物卡、代金券。',
        '節日慰問寫有「{word}」。只能發放傳統節日用品和生活必需品，不得發放現金、購物卡、代金券。',
        'For a festival it says “{word}”. Only goods of the festival and for daily life may be given, no cash, cards or coupons.',
      ),
      columns: ['item', 'means', 'occasion', 'issue'],
      check: (row) => {
        if (purposeOfOccasion(text(row, 'occasion')) !== '节日慰问') return null
        const word =
          isCash(row) || row['means'] === '慰问金(转账)' ? text(row, 'means') : cashWords.exec(wordsOf(row))?.[0]
        return word === undefined ? null : { word }
      },
      examples: {
        valid: [sample, of({ means: '提货券' }), of({ occasion: '住院', means: '现金' })],
        invalid: [of({ means: '现金' }), of({ means: '慰问金(转账)' }), of({ item: '超市购物卡' })],
      },
    },
    {
      scope: 'row',
      code: `${kind}/birthday-cash`,
      reference: 'E-09',
      severity: 'error',
      blocks: 'submit',
      citation: spendingRules('第8条（四）'),
      title: words('生日慰问发蛋糕或蛋糕券', '生日慰問發蛋糕或蛋糕券', 'Cakes or cake vouchers for birthdays'),
      message: words(
        '生日慰问写的是“{word}”。只能发生日蛋糕等实物，或指定蛋糕店的蛋糕券。',
        '生日慰問寫的是「{word}」。只能發生日蛋糕等實物，或指定蛋糕店的蛋糕券。',
        'For a birthday it says “{word}”. Only a cake or other goods, or a voucher of a named cake shop, may be given.',
      ),
      columns: ['means', 'occasion', 'item'],
      check: (row) => {
        if (row['occasion'] !== '生日') return null
        const word =
          isCash(row) || row['means'] === '慰问金(转账)' ? text(row, 'means') : cashWords.exec(text(row, 'item'))?.[0]
        return word === undefined ? null : { word }
      },
      examples: {
        valid: [of({ occasion: '生日', means: '蛋糕券', item: '生日蛋糕券' })],
        invalid: [of({ occasion: '生日', means: '现金', item: '生日慰问' })],
      },
    },
    {
      scope: 'row',
      code: `${kind}/retirement-cash`,
      reference: 'E-12',
      severity: 'error',
      blocks: 'submit',
      citation: spendingRules('第8条（四）'),
      title: words('退休离岗发纪念品', '退休離崗發紀念品', 'A keepsake for those who retire'),
      message: words(
        '退休离岗慰问写的是“{word}”。只能发纪念品，不得发钱。',
        '退休離崗慰問寫的是「{word}」。只能發紀念品，不得發錢。',
        'For retirement it says “{word}”. A keepsake may be given, but no money.',
      ),
      columns: ['means', 'occasion', 'item'],
      check: (row) => {
        if (row['occasion'] !== '退休') return null
        const word =
          isCash(row) || row['means'] === '慰问金(转账)' ? text(row, 'means') : cashWords.exec(text(row, 'item'))?.[0]
        return word === undefined ? null : { word }
      },
      examples: {
        valid: [of({ occasion: '退休', item: '纪念章' })],
        invalid: [of({ occasion: '退休', means: '慰问金(转账)', item: '退休慰问金' })],
      },
    },
    {
      scope: 'row',
      code: `${kind}/aid-by-transfer`,
      reference: 'E-20',
      severity: 'warning',
      citation: enterpriseRules('第30条'),
      title: words('困难和送温暖资金由银行转账', '困難和送溫暖資金由銀行轉帳', 'Aid is paid by transfer'),
      message: words(
        '{occasion}写的是发“{means}”。资金要实名、经银行转账。',
        '{occasion}寫的是發「{means}」。資金要實名、經銀行轉帳。',
        'For {occasion} it says “{means}”. Aid is paid by bank transfer under the real name.',
      ),
      columns: ['means', 'occasion'],
      check: (row) =>
        (row['occasion'] === '送温暖' || row['occasion'] === '困难帮扶') && isCash(row)
          ? { occasion: text(row, 'occasion'), means: text(row, 'means') }
          : null,
      examples: {
        valid: [of({ occasion: '送温暖', means: '慰问金(转账)' })],
        invalid: [of({ occasion: '困难帮扶', means: '现金' })],
      },
    },
    {
      scope: 'row',
      code: `${kind}/policy-compliance`,
      reference: 'E-10',
      severity: 'hint',
      citation: spendingRules('第8条（四）'),
      title: words('结婚、生育慰问要有凭据', '結婚、生育慰問要有憑據', 'Weddings and births are documented'),
      message: words(
        '{occasion}慰问须符合国家法律政策，请在备注写明结婚证或出生证明的登记情况。',
        '{occasion}慰問須符合國家法律政策，請在備註寫明結婚證或出生證明的登記情況。',
        'A benefit for {occasion} follows the law: please note the certificate in the remark.',
      ),
      columns: ['remark', 'occasion'],
      check: (row) =>
        (row['occasion'] === '结婚' || row['occasion'] === '生育') && text(row, 'remark') === ''
          ? { occasion: text(row, 'occasion') }
          : null,
      examples: {
        valid: [of({ occasion: '结婚', remark: '结婚证已核' })],
        invalid: [of({ occasion: '生育' })],
      },
    },
  ]
}
