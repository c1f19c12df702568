// Columns that say what is given, for what and in what: plans and the lists that are signed share them.
import type { ColumnDefinition } from '../../definition/column.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { purpose } from '../columns/funds.ts'
import { textOf } from '../accounts/rowParts.ts'
import { meansChoices, occasions, purposeOfOccasion } from './choices.ts'

function purposeOf(row: Values): Value {
  return purposeOfOccasion(textOf(row, 'occasion')) ?? null
}

export const benefitColumns = {
  issue: column(
    { type: 'text', isName: true, merge: 'key', maxLength: 60, width: 18 },
    {
      label: words('发放批次', '發放批次', 'Issue'),
      synonyms: ['方案名称', '批次', '发放事项', '慰问事项', '期次', '发放名称', '活动名称'],
      description: words(
        '哪一次发放，例如 2026年春节慰问品。',
        '哪一次發放，例如 2026年春節慰問品。',
        'Which issue, such as 2026年春节慰问品.',
      ),
    },
  ),
  occasion: column(
    { type: 'choice', choices: occasions, merge: 'key', width: 12 },
    {
      label: words('慰问类别', '慰問類別', 'Occasion'),
      synonyms: ['类别', '慰问类型', '慰问项目', '节日', '节日名称', '福利类别', '发放类别', '慰问节日'],
      description: words(
        '哪个节日，或生日、结婚、生育、住院、退休等。',
        '哪個節日，或生日、結婚、生育、住院、退休等。',
        'Which festival, or birthday, wedding, birth, hospital, retirement …',
      ),
    },
  ),
  item: column(
    { type: 'text', merge: 'key', maxLength: 200, width: 24 },
    {
      label: words('慰问品名称', '慰問品名稱', 'Item'),
      synonyms: [
        '品名',
        '物品名称',
        '发放内容',
        '慰问品',
        '福利品名',
        '规格及名称',
        '慰问品名称·规格',
        '慰问品名称及规格',
        '福利品名称',
        '发放物品',
        '规格',
      ],
      description: words('名称和规格。', '名稱和規格。', 'Name and size.'),
    },
  ),
  means: column(
    { type: 'choice', choices: meansChoices, width: 12 },
    {
      label: words('发放形式', '發放形式', 'In what'),
      synonyms: ['发放方式', '慰问形式', '慰问方式', '形式'],
      description: words(
        '实物、提货券、慰问金（转账）等。',
        '實物、提貨券、慰問金（轉帳）等。',
        'Goods, voucher or money.',
      ),
    },
  ),
  purpose: {
    ...purpose,
    merge: 'derived',
    compute: purposeOf,
    optionalColumn: true,
  },
} as const satisfies Readonly<Record<string, ColumnDefinition>>
