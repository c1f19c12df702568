// The sentences of import planning: what, where, what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

export const importWords: FindingWords = {
  'import/column-missing': words(
    '没有找到“{label}”这一列。请在右侧把它对应到表中的一列，或确认本表没有这项内容。',
    '沒有找到「{label}」這一欄。請在右側把它對應到表中的一欄，或確認本表沒有這項內容。',
    'No column was found for “{label}”. Map one on the right, or confirm that this sheet has none.',
  ),
  'import/column-left-out': words(
    '{column} 列“{header}”没有对应到表中的栏，导入时不会用到（原文件里仍保留）。要用的话，请在右侧对应。',
    '{column} 欄「{header}」沒有對應到表中的欄，匯入時不會用到（原檔案裡仍保留）。要用的話，請在右側對應。',
    'Column {column}, “{header}”, goes nowhere and will not be imported (the file keeps it). Map it on the right if it is needed.',
  ),
  'derived.mismatch': words(
    '“{label}”写的是 {text}，按本行其他数算是 {computed}。导入时按算出来的为准，请核对。',
    '「{label}」寫的是 {text}，按本列其他數算是 {computed}。匯入時按算出來的為準，請核對。',
    '“{label}” says {text}, but the row gives {computed}. The computed figure is used; please check.',
  ),
  'import/total-mismatch': words(
    '“{label}”的{column}写的是 {declared}，明细加起来是 {computed}，相差 {difference}。请核对是合计没更新，还是少了或多了明细行。',
    '「{label}」的{column}寫的是 {declared}，明細加起來是 {computed}，相差 {difference}。請核對是合計沒更新，還是少了或多了明細列。',
    '“{label}” states {declared} in {column}, but its rows add up to {computed}: a difference of {difference}. Check whether the total is stale or a row is missing or extra.',
  ),
  'import/words-differ': words(
    '大写写的是“{text}”（{amount} 元），明细加起来是 {computed} 元。请核对大写，或看是否少了、多了明细行。',
    '大寫寫的是「{text}」（{amount} 元），明細加起來是 {computed} 元。請核對大寫，或看是否少了、多了明細列。',
    'In words it says “{text}” ({amount} yuan), but the rows add up to {computed}. Check the words, or whether a row is missing or extra.',
  ),
  'import/halves-differ': words(
    '左右两边的“{label}”应当相等，{column}却是左边 {left}、右边 {right}，相差 {difference}。请核对是哪一边的合计没更新，或少了明细行。',
    '左右兩邊的「{label}」應當相等，{column}卻是左邊 {left}、右邊 {right}，相差 {difference}。請核對是哪一邊的合計沒更新，或少了明細列。',
    '“{label}” on both sides should be equal, but {column} is {left} on the left and {right} on the right: a difference of {difference}. Check which side has a stale total or lacks a row.',
  ),
  'import/key-twice': words(
    '这一行与第 {first} 行是同一条（{key}），只能登记一条。请改成能分清的内容，或确认不导入这一行。',
    '這一列與第 {first} 列是同一條（{key}），只能登記一條。請改成能分清的內容，或確認不匯入這一列。',
    'This row speaks of the same thing as row {first} ({key}); only one can be recorded. Change one of them, or leave this row out.',
  ),
  'import/tables-cut': words(
    '文件里有 {count} 张表，这里只列出前 {shown} 张。其余的请分成几个文件导入。',
    '檔案裡有 {count} 張表，這裡只列出前 {shown} 張。其餘的請分成幾個檔案匯入。',
    'The file holds {count} tables; the first {shown} are listed. Import the others from files of their own.',
  ),
  'import/kind-unknown': words(
    '没能认出这是哪一种表。请在上方选择表类，或确认不导入。',
    '沒能認出這是哪一種表。請在上方選擇表類，或確認不匯入。',
    'This table is of no known kind. Choose one above, or leave it out.',
  ),
  'import/row-rejected': words(
    '第 {row} 行没有导入：{reason}',
    '第 {row} 列沒有匯入：{reason}',
    'Row {row} was not imported: {reason}',
  ),
}
