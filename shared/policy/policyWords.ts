// The sentences of faults in policy files: what, where, what to do next.
import { words, type Words } from '../kernel/words.ts'
import type { PackFaultCode } from './packFault.ts'

/** `{path}` says where. */
export const policyWords: Readonly<Record<PackFaultCode, Words>> = {
  'pack.not-json': words(
    '文件不是 JSON，读不出来（{reason}）。请用模板重新填写。',
    '檔案不是 JSON，讀不出來（{reason}）。請用範本重新填寫。',
    'The file is not JSON and cannot be read ({reason}). Please start from the template.',
  ),
  'pack.shape': words(
    '{path}：缺少内容或类型不对。请对照模板补齐。',
    '{path}：缺少內容或類型不對。請對照範本補齊。',
    '{path}: missing, or not of the right type. Compare with the template.',
  ),
  'pack.unknown-key': words(
    '{path}：不认识“{key}”，可能写错了名字。请改正或删去。',
    '{path}：不認識「{key}」，可能寫錯了名字。請改正或刪去。',
    '{path}: “{key}” is not known; it may be misspelt. Correct or delete it.',
  ),
  'pack.choice': words(
    '{path}：“{written}”不在可选范围内（{allowed}）。',
    '{path}：「{written}」不在可選範圍內（{allowed}）。',
    '{path}: “{written}” is not one of {allowed}.',
  ),
  'pack.text': words(
    '{path}：要填文字，不能为空，也不能太长。',
    '{path}：要填文字，不能為空，也不能太長。',
    '{path}: text is needed here, neither blank nor too long.',
  ),
  'pack.number': words(
    '{path}：“{written}”不是可用的整数。',
    '{path}：「{written}」不是可用的整數。',
    '{path}: “{written}” is not a usable whole number.',
  ),
  'pack.day': words(
    '{path}：“{written}”不是日期，请写成 2026-01-31。',
    '{path}：「{written}」不是日期，請寫成 2026-01-31。',
    '{path}: “{written}” is no day; write 2026-01-31.',
  ),
  'pack.days-order': words(
    '{path}：结束日期早于开始日期，或隔得太久。',
    '{path}：結束日期早於開始日期，或隔得太久。',
    '{path}: the last day lies before the first, or too far from it.',
  ),
  'pack.amount': words(
    '{path}：“{written}”不是金额。金额以元为单位，加引号写，例如 "2200" 或 "99.50"。',
    '{path}：「{written}」不是金額。金額以元為單位，加引號寫，例如 "2200" 或 "99.50"。',
    '{path}: “{written}” is no amount. Write yuan in quotes, such as "2200" or "99.50".',
  ),
  'pack.share': words(
    '{path}：比例写成 times 和 per 两个整数，times 不大于 per，例如三分之二是 2 和 3。',
    '{path}：比例寫成 times 和 per 兩個整數，times 不大於 per，例如三分之二是 2 和 3。',
    '{path}: a share is two whole numbers, times not above per; two thirds are 2 and 3.',
  ),
  'pack.tiers': words(
    '{path}：最后一档不带条件，作为其余情况的标准。',
    '{path}：最後一檔不帶條件，作為其餘情況的標準。',
    '{path}: the last tier has no condition; it holds for all other cases.',
  ),
  'pack.list': words(
    '{path}：这里要一个列表，至少一项，也不能太多。',
    '{path}：這裡要一個列表，至少一項，也不能太多。',
    '{path}: a list is needed here, with at least one item and not too many.',
  ),
  'pack.id': words(
    '{path}：编号用小写字母开头，只含小写字母、数字和连字符，例如 anhui-2025。',
    '{path}：編號用小寫字母開頭，只含小寫字母、數字和連字號，例如 anhui-2025。',
    '{path}: an id begins with a small letter and has only small letters, digits and hyphens, such as anhui-2025.',
  ),
  'calendar.not-weekend': words(
    '{path}：{written} 本来就是工作日，调休上班只能是周六、周日。',
    '{path}：{written} 本來就是工作日，調休上班只能是週六、週日。',
    '{path}: {written} is a working day anyway; only Saturdays and Sundays can be worked instead.',
  ),
  'calendar.other-year': words(
    '{path}：有日期不在这一年（及上年末）里，请核对年份。',
    '{path}：有日期不在這一年（及上年末）裡，請核對年份。',
    '{path}: some days lie outside the year (and the end of the one before). Check the year.',
  ),
}
