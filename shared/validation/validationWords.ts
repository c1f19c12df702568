// The sentences of column limits and sums: what, where, what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

export const validationWords: FindingWords = {
  required: words('“{label}”没有填，请补上。', '「{label}」沒有填，請補上。', '“{label}” is blank. Please fill it in.'),
  'text.length': words(
    '“{label}”有 {length} 个字，最多 {maximum} 个，请缩短。',
    '「{label}」有 {length} 個字，最多 {maximum} 個，請縮短。',
    '“{label}” has {length} characters; at most {maximum} are kept. Please shorten it.',
  ),
  'text.char': words(
    '“{label}”第 {position} 个字是看不见的字符（{codePoint}），可以一键去掉。',
    '「{label}」第 {position} 個字是看不見的字元（{codePoint}），可以一鍵去掉。',
    '“{label}” has an invisible character ({codePoint}) at position {position}. It can be removed in one click.',
  ),
  'text.masked': words(
    '“{label}”里有星号，是遮住以后的样子，不是原来的内容，存不进去。知道原文的请填完整；不知道的请恢复原样，或把这一格留空。',
    '「{label}」裡有星號，是遮住以後的樣子，不是原來的內容，存不進去。知道原文的請填完整；不知道的請恢復原樣，或把這一格留空。',
    '“{label}” holds asterisks: that is what a mask leaves, not the value, and it cannot be saved. Enter the whole value if you know it; otherwise put the cell back as it was, or leave it blank.',
  ),
  enum: words(
    '“{label}”写的是“{value}”，只能是：{choices}。',
    '「{label}」寫的是「{value}」，只能是：{choices}。',
    '“{label}” says “{value}”; it must be one of: {choices}.',
  ),
  'money.sign': words(
    '“{label}”不能是负数（现在是 {value}）。请核对，或改用调减。',
    '「{label}」不能是負數（現在是 {value}）。請核對，或改用調減。',
    '“{label}” must not be negative (it is {value}). Please check it.',
  ),
  'number.range': words(
    '“{label}”是 {value}，应在 {minimum} 到 {maximum} 之间。',
    '「{label}」是 {value}，應在 {minimum} 到 {maximum} 之間。',
    '“{label}” is {value}; it must lie between {minimum} and {maximum}.',
  ),
  'money.sum-range': words(
    '合计太大，超过了十万亿元，很可能有一行多写了几个零。{group}',
    '合計太大，超過了十兆元，很可能有一列多寫了幾個零。{group}',
    'The sum is above ten trillion yuan; a row probably has some zeros too many. {group}',
  ),
}
