// Row rules of forms that stand for a voucher: amounts in Chinese numerals, products of number and price (G-05).
import type { RowRule } from '../../definition/rule.ts'
import { formatChineseMoney, parseChineseMoney } from '../../kernel/chineseMoney.ts'
import { fen } from '../../kernel/money.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { voucherRules } from '../../policy/sources.ts'
import { amountOf, textOf, yuan } from '../accounts/rowParts.ts'

export interface VoucherRulesOf {
  readonly kind: string
  /** Column of the figures that the words repeat. */
  readonly amount: string
  readonly sample: Values
}

/** For kinds with `amountInWords`. */
export function amountInWordsRule({ kind, amount, sample }: VoucherRulesOf): RowRule {
  const said = { ...sample, [amount]: 1_234_500, amountInWords: '壹万贰仟叁佰肆拾伍元整' }
  return {
    scope: 'row',
    code: `${kind}/amount-in-words`,
    reference: 'G-05',
    severity: 'error',
    blocks: 'submit',
    citation: voucherRules('第48条（三）、第52条'),
    title: words('大写金额与小写一致', '大寫金額與小寫一致', 'The amount in words equals the figures'),
    message: words(
      '大写是“{written}”（{inFigures} 元），小写是 {figures} 元。大写应为：{expected}。',
      '大寫是「{written}」（{inFigures} 元），小寫是 {figures} 元。大寫應為：{expected}。',
      'In words “{written}” ({inFigures} yuan), in figures {figures} yuan. It should read: {expected}.',
    ),
    columns: ['amountInWords', amount],
    check: (row) => {
      const [written, figures] = [textOf(row, 'amountInWords'), amountOf(row, amount)]
      if (written === '' || figures === null) return null
      const inFigures = parseChineseMoney(written)
      if (inFigures === figures) return null
      return {
        written,
        inFigures: inFigures === undefined ? '读不出' : yuan(inFigures),
        figures: yuan(figures),
        expected: formatChineseMoney(fen(figures)),
      }
    },
    suggest: (row) => ({ column: 'amountInWords', value: formatChineseMoney(fen(amountOf(row, amount) ?? 0)) }),
    examples: {
      valid: [said, { ...said, amountInWords: '人民币壹万贰仟叁佰肆拾伍圆正' }, sample],
      invalid: [
        { ...said, amountInWords: '壹万贰仟叁佰肆拾元整' },
        { ...said, amountInWords: '若干' },
      ],
    },
  }
}

/** The product, exact in 分; null when a factor is blank. */
export function productOf(row: Values, [count, price]: readonly [string, string]): number | null {
  const [number, each] = [amountOf(row, count), amountOf(row, price)]
  return number === null || each === null || !Number.isSafeInteger(number * each) ? null : number * each
}

/** How a written amount differs from number × price, both in 元 for the message; null where it does not, or a part is blank. */
export function productGap(
  row: Values,
  factors: readonly [string, string],
  column: string,
): { readonly expected: string; readonly written: string; readonly difference: string } | null {
  const [expected, written] = [productOf(row, factors), amountOf(row, column)]
  if (expected === null || written === null || expected === written) return null
  return { expected: yuan(expected), written: yuan(written), difference: yuan(written - expected) }
}
