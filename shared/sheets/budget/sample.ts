// A sound row of a budget, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleRow: Values = { side: '支出', accountCode: '50101', accountName: '职工教育支出', budget: 3_600_000 }
