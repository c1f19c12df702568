// Set rules of a budget's execution.
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { house } from '../../policy/sources.ts'
import { sampleRow as entry } from './sample.ts'

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'execution/entry-twice',
    severity: 'warning',
    citation: house('一笔一行'),
    title: words('同一笔记了两次', '同一筆記了兩次', 'The same entry twice'),
    message: words(
      '“{key}”记了 {count} 行：凭证号、科目、收款单位和金额都一样。请核对是不是重复。',
      '「{key}」記了 {count} 行：憑證號、科目、收款單位和金額都一樣。請核對是不是重複。',
      '“{key}” stands in {count} rows with the same voucher, account, payee and amount. Is it booked twice?',
    ),
    set: { type: 'unique', key: ['voucherNo', 'accountCode', 'payee', 'amount'], where: [] },
    examples: { valid: [[entry, { ...entry, amount: 1 }]], invalid: [[entry, entry]] },
  },
]
