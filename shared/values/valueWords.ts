// Why a cell could not be read, and what was assumed of those that could: what, where, what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

/** Cells that were not taken. `{text}` is what stands there, `{label}` the column. */
const problemWords: FindingWords = {
  'cell.error': words(
    '“{label}”的单元格是错误值 {text}。请改正公式或直接填数。',
    '「{label}」的儲存格是錯誤值 {text}。請改正公式或直接填數。',
    'The cell of “{label}” shows the error {text}. Correct the formula or enter the value.',
  ),
  'text.format': words(
    '“{label}”应是文字，读到的是 {text}。请重新填写。',
    '「{label}」應是文字，讀到的是 {text}。請重新填寫。',
    '“{label}” takes text, not {text}. Please enter it again.',
  ),
  'list.format': words(
    '“{label}”应是名称，读到的是“{text}”。请填名称，几个名称用顿号隔开。',
    '「{label}」應是名稱，讀到的是「{text}」。請填名稱，幾個名稱用頓號隔開。',
    '“{label}” takes names, not “{text}”. Separate several names by 、.',
  ),
  'key.format': words(
    '“{label}”的“{text}”不是规定的写法。请按文本填写编号，只用数字和字母。',
    '「{label}」的「{text}」不是規定的寫法。請按文字填寫編號，只用數字和字母。',
    '“{text}” in “{label}” is not written as a code. Enter it as text, with digits and letters only.',
  ),
  'key.confusable': words(
    '“{label}”的“{text}”里有看起来像英文字母的外文字母，应是“{reading}”。可以一键改正。',
    '「{label}」的「{text}」裡有看起來像英文字母的外文字母，應是「{reading}」。可以一鍵改正。',
    '“{text}” in “{label}” holds foreign letters that look Latin; it should be “{reading}”. One click corrects it.',
  ),
  'key.float': words(
    '“{label}”的 {text} 是数字格式，后面几位已经丢失。请设成文本格式，按原件重新填写。',
    '「{label}」的 {text} 是數字格式，後面幾位已經遺失。請設成文字格式，按原件重新填寫。',
    '{text} in “{label}” is a number and has lost its last digits. Format the cell as text and enter it again from the original.',
  ),
  'idcard.float': words(
    '“{label}”的身份证号被表格当成数字，后三位已经丢失，无法恢复。请设成文本格式，按证件重新填写。',
    '「{label}」的身分證號被表格當成數字，後三位已經遺失，無法恢復。請設成文字格式，按證件重新填寫。',
    'The identity number in “{label}” was treated as a number and has lost its last three digits for good. Enter it again as text.',
  ),
  'idcard.check': words(
    '“{label}”的身份证号校验位不对，有一位写错了。请对照证件核对。',
    '「{label}」的身分證號校驗位不對，有一位寫錯了。請對照證件核對。',
    'The identity number in “{label}” fails its check digit: one digit is wrong. Please compare it with the card.',
  ),
  'idcard.format': words(
    '“{label}”的身份证号有 {length} 位，应是 18 位。请核对。',
    '「{label}」的身分證號有 {length} 位，應是 18 位。請核對。',
    'The identity number in “{label}” has {length} characters; it should have 18. Please check.',
  ),
  'idcard.old': words(
    '“{label}”是 15 位的旧身份证号。可按规则换成 18 位，请对照证件核对后采用。',
    '「{label}」是 15 位的舊身分證號。可按規則換成 18 位，請對照證件核對後採用。',
    '“{label}” holds an old number of 15 digits. The one of 18 that follows from it can be taken once it was compared with the card.',
  ),
  'idcard.birth': words(
    '“{label}”的身份证号里出生日期不存在。请对照证件核对。',
    '「{label}」的身分證號裡出生日期不存在。請對照證件核對。',
    'The birthday inside the identity number of “{label}” does not exist. Please compare it with the card.',
  ),
  'bankcard.float': words(
    '“{label}”的卡号被表格当成数字，后几位已经丢失，无法恢复。请设成文本格式，按银行卡重新填写。',
    '「{label}」的卡號被表格當成數字，後幾位已經遺失，無法恢復。請設成文字格式，按銀行卡重新填寫。',
    'The card number in “{label}” was treated as a number and has lost its last digits for good. Enter it again as text.',
  ),
  'bankcard.check': words(
    '“{label}”的卡号校验不对，有一位写错了。请对照银行卡核对。',
    '「{label}」的卡號校驗不對，有一位寫錯了。請對照銀行卡核對。',
    'The card number in “{label}” fails its check: one digit is wrong. Please compare it with the card.',
  ),
  'bankcard.format': words(
    '“{label}”的卡号有 {length} 位，应是 12 到 19 位数字。请核对。',
    '「{label}」的卡號有 {length} 位，應是 12 到 19 位數字。請核對。',
    'The card number in “{label}” has {length} characters; it should have 12 to 19 digits. Please check.',
  ),
  'money.format': words(
    '“{label}”的“{text}”不能确定是多少钱。请只填数字，例如 1234.50。',
    '「{label}」的「{text}」不能確定是多少錢。請只填數字，例如 1234.50。',
    '“{text}” in “{label}” is no certain amount. Enter digits only, such as 1234.50.',
  ),
  'money.range': words(
    '“{label}”的 {text} 超过了十万亿元，请核对是不是多写了零。',
    '「{label}」的 {text} 超過了十兆元，請核對是不是多寫了零。',
    '{text} in “{label}” is above ten trillion yuan. Please check for extra zeros.',
  ),
  'money.string': words(
    '“{label}”的金额没有按规定传送（{text}）。请更新程序后再试。',
    '「{label}」的金額沒有按規定傳送（{text}）。請更新程式後再試。',
    'The amount of “{label}” was not sent as agreed ({text}). Update the program and try again.',
  ),
  'amount-precision': words(
    '“{label}”的 {text} 不是整分。请改成到分的金额，不要靠显示格式四舍五入。',
    '「{label}」的 {text} 不是整分。請改成到分的金額，不要靠顯示格式四捨五入。',
    '{text} in “{label}” is not a whole number of fen. Enter the amount to the cent; a display format does not round it.',
  ),
  'integer.format': words(
    '“{label}”的“{text}”不是整数。请只填整数。',
    '「{label}」的「{text}」不是整數。請只填整數。',
    '“{text}” in “{label}” is not a whole number. Please enter one.',
  ),
  'percent.format': words(
    '“{label}”的“{text}”不是百分数。请填成 80% 这样的写法。',
    '「{label}」的「{text}」不是百分數。請填成 80% 這樣的寫法。',
    '“{text}” in “{label}” is not a percentage. Write it like 80%.',
  ),
  'percent.ambiguous': words(
    '“{label}”的 {text} 可能是 {text}%，也可能是它的一百倍。请写上百分号。',
    '「{label}」的 {text} 可能是 {text}%，也可能是它的一百倍。請寫上百分號。',
    '{text} in “{label}” may mean {text}% or a hundred times that. Please add the percent sign.',
  ),
  'percent.range': words(
    '“{label}”的“{text}”大得不合常理。请核对。',
    '「{label}」的「{text}」大得不合常理。請核對。',
    '“{text}” in “{label}” is beyond reason. Please check.',
  ),
  'date.format': words(
    '“{label}”的“{text}”不能确定是哪一天。请写成 2026-03-01 这样。',
    '「{label}」的「{text}」不能確定是哪一天。請寫成 2026-03-01 這樣。',
    '“{text}” in “{label}” is no certain day. Write it like 2026-03-01.',
  ),
  'date.none': words(
    '“{label}”的“{text}”这一天不存在。请核对月份和日子。',
    '「{label}」的「{text}」這一天不存在。請核對月份和日子。',
    'There is no such day as “{text}” (“{label}”). Please check month and day.',
  ),
  'date.ambiguous': words(
    '“{label}”的 {text} 可能是 1 月，也可能是丢了零的 10 月。请写清楚。',
    '「{label}」的 {text} 可能是 1 月，也可能是丟了零的 10 月。請寫清楚。',
    '{text} in “{label}” may be January, or October that lost its zero. Please write it out.',
  ),
  'date.partial': words(
    '“{label}”的“{text}”不是一天（{first} 至 {last}）。请写明是哪一天。',
    '「{label}」的「{text}」不是一天（{first} 至 {last}）。請寫明是哪一天。',
    '“{text}” in “{label}” is not one day ({first} to {last}). Please name the day.',
  ),
  'date.range': words(
    '“{label}”的 {text} 不在 {earliest} 到 {latest} 之间。请核对年份。',
    '「{label}」的 {text} 不在 {earliest} 到 {latest} 之間。請核對年份。',
    '{text} in “{label}” does not lie between {earliest} and {latest}. Please check the year.',
  ),
  'date.serial': words(
    '“{label}”的 {text} 不是日期。请写成 2026-03-01 这样。',
    '「{label}」的 {text} 不是日期。請寫成 2026-03-01 這樣。',
    '{text} in “{label}” is no date. Write it like 2026-03-01.',
  ),
  'date.number': words(
    '“{label}”是数字，可能是 {text}。请把单元格设成日期格式，或一键采用。',
    '「{label}」是數字，可能是 {text}。請把儲存格設成日期格式，或一鍵採用。',
    '“{label}” holds a number that may mean {text}. Format the cell as a date, or accept it in one click.',
  ),
  'date.time': words(
    '“{label}”只要日期，读到的是 {text}。可以一键去掉时间。',
    '「{label}」只要日期，讀到的是 {text}。可以一鍵去掉時間。',
    '“{label}” takes a day without time; it holds {text}. One click drops the time.',
  ),
  'deadline.format': words(
    '“{label}”的“{text}”不能确定是哪一天。请写日期，或长期、每月末、每季度末、每年末、立行立改。',
    '「{label}」的「{text}」不能確定是哪一天。請寫日期，或長期、每月末、每季度末、每年末、立行立改。',
    '“{text}” in “{label}” is no certain deadline. Enter a day, or 长期, 每月末, 每季度末, 每年末, 立行立改.',
  ),
  'boolean.format': words(
    '“{label}”的“{text}”看不出是“是”还是“否”。请填是或否。',
    '「{label}」的「{text}」看不出是「是」還是「否」。請填是或否。',
    '“{text}” in “{label}” is neither yes nor no. Please enter 是 or 否.',
  ),
}

/** What was assumed; nothing to do unless it is wrong. */
const noteWords: FindingWords = {
  'value/approximate': words(
    '“{text}”按所写的数记，不再是约数。',
    '「{text}」按所寫的數記，不再是約數。',
    '“{text}” was taken as the exact figure.',
  ),
  'value/blank-mark': words('“{text}”当作没有填。', '「{text}」當作沒有填。', '“{text}” counts as blank.'),
  'value/chinese-amount': words(
    '大写“{text}”已换成数字。',
    '大寫「{text}」已換成數字。',
    'The amount in Chinese numerals, “{text}”, was turned into digits.',
  ),
  'value/currency': words(
    '“{text}”去掉了货币符号。',
    '「{text}」去掉了貨幣符號。',
    'The currency sign of “{text}” was dropped.',
  ),
  'value/date-as-text': words(
    '日期单元格“{text}”按文字保存。',
    '日期儲存格「{text}」按文字儲存。',
    'The date “{text}” is kept as text.',
  ),
  'value/date-serial': words(
    '数字 {text} 当作日期序号读。',
    '數字 {text} 當作日期序號讀。',
    'The number {text} was read as a date.',
  ),
  'value/date-span': words(
    '“{text}”是一段时间，取最后一天。',
    '「{text}」是一段時間，取最後一天。',
    'Of the span “{text}” the last day was taken.',
  ),
  'value/date-spelling': words(
    '“{text}”已统一成年-月-日。',
    '「{text}」已統一成年-月-日。',
    '“{text}” was written as year-month-day.',
  ),
  'value/full-width': words(
    '“{text}”里的全角字符已换成半角。',
    '「{text}」裡的全形字元已換成半形。',
    'Full-width characters of “{text}” were made half-width.',
  ),
  'value/invisible-removed': words(
    '“{text}”里看不见的字符已去掉。',
    '「{text}」裡看不見的字元已去掉。',
    'Invisible characters of “{text}” were removed.',
  ),
  'value/list-repeated': words(
    '“{text}”里重复的名称只留一个。',
    '「{text}」裡重複的名稱只留一個。',
    'Names repeated in “{text}” were kept once.',
  ),
  'value/list-separator': words(
    '“{text}”已统一用顿号隔开。',
    '「{text}」已統一用頓號隔開。',
    'The names of “{text}” are now separated by 、.',
  ),
  'value/month-only': words(
    '“{text}”只写到月，取这个月的最后一天。',
    '「{text}」只寫到月，取這個月的最後一天。',
    '“{text}” names a month; its last day was taken.',
  ),
  'value/negative-mark': words('“{text}”按负数读。', '「{text}」按負數讀。', '“{text}” was read as negative.'),
  'value/number-as-text': words(
    '{text} 是数字单元格，按文字保存。',
    '{text} 是數字儲存格，按文字儲存。',
    'The number {text} is kept as text.',
  ),
  'value/percent-points': words('{text} 当作 {text}% 读。', '{text} 當作 {text}% 讀。', '{text} was read as {text}%.'),
  'value/period': words(
    '“{text}”取这段时间的最后一天。',
    '「{text}」取這段時間的最後一天。',
    'The last day of “{text}” was taken.',
  ),
  'value/rounded': words(
    '“{text}”保留到百分数后两位。',
    '「{text}」保留到百分數後兩位。',
    '“{text}” was rounded to two decimals of a percent.',
  ),
  'value/short-year': words(
    '“{text}”的年份按 20 几年读。',
    '「{text}」的年份按 20 幾年讀。',
    'The year of “{text}” was read as 20xx.',
  ),
  'value/spaces': words(
    '“{text}”里的空格已去掉。',
    '「{text}」裡的空格已去掉。',
    'Spaces inside “{text}” were removed.',
  ),
  'value/synonym': words(
    '“{text}”已换成规定的说法。',
    '「{text}」已換成規定的說法。',
    '“{text}” was replaced by the standard word.',
  ),
  'value/text-number': words(
    '“{text}”是文本格式的数字，已按数字读。',
    '「{text}」是文字格式的數字，已按數字讀。',
    '“{text}” is a number kept as text; it was read as a number.',
  ),
  'value/thousands': words(
    '“{text}”去掉了千分位逗号。',
    '「{text}」去掉了千分位逗號。',
    'The thousands separators of “{text}” were dropped.',
  ),
  'value/time-dropped': words(
    '“{text}”只取日期，不要时间。',
    '「{text}」只取日期，不要時間。',
    'Only the day of “{text}” was taken.',
  ),
  'value/unit-in-cell': words(
    '“{text}”按单元格里写的单位读。',
    '「{text}」按儲存格裡寫的單位讀。',
    '“{text}” was read in the unit written in the cell.',
  ),
  'value/upper-cased': words(
    '“{text}”的字母已改成大写。',
    '「{text}」的字母已改成大寫。',
    'Letters of “{text}” were made upper case.',
  ),
  'value/year-assumed': words(
    '“{text}”没有写年份，按本年度读。',
    '「{text}」沒有寫年份，按本年度讀。',
    '“{text}” names no year; the year of the sheet was taken.',
  ),
}

export const valueWords: FindingWords = { ...problemWords, ...noteWords }
