// The sentences of sync: what, where, what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

export const syncWords: FindingWords = {
  'row.duplicate-id': words(
    '第 {row} 行是从第 {first} 行复制来的，将作为新的一行上报。如果只是想改第 {first} 行，请删去这一行。',
    '第 {row} 列是從第 {first} 列複製來的，將作為新的一列上報。如果只是想改第 {first} 列，請刪去這一列。',
    'Row {row} is a copy of row {first} and will be sent as a new row. If you meant to change row {first}, delete this one.',
  ),
  'ids-lost': words(
    '“{sheet}”里认行用的隐藏编号（“同表编号”列）不见了，或不是本服务器给的，现在不能比较，也不会上报任何改动。原有 {rows} 行可以按关键列重新对上，请确认。',
    '「{sheet}」裡認列用的隱藏編號（「同表編號」欄）不見了，或不是本伺服器給的，現在不能比較，也不會上報任何改動。原有 {rows} 列可以按關鍵欄重新對上，請確認。',
    'The hidden ids of “{sheet}” are gone or are not this server’s, so nothing can be compared and nothing will be sent. Its {rows} rows can be matched again by their key; please confirm.',
  ),
  'cell.formula-in-input': words(
    '{cell} 里的公式引用了别的文件或网络，取不到可靠的值，没有采用。请改填数值。',
    '{cell} 裡的公式引用了別的檔案或網路，取不到可靠的值，沒有採用。請改填數值。',
    'The formula in {cell} reads another file or the network; its value was not taken. Please enter the value itself.',
  ),
  'cell.formula-empty': words(
    '{cell} 里的公式没有结果，不当作清空。请用 Excel 或 WPS 打开并保存一次，或改填数值；要清空，请删去公式。',
    '{cell} 裡的公式沒有結果，不當作清空。請用 Excel 或 WPS 打開並儲存一次，或改填數值；要清空，請刪去公式。',
    'The formula in {cell} shows no result; the field was not cleared. Open and save the file in Excel or WPS, or enter the value; to clear it, delete the formula.',
  ),
  'sync/sum-row': words(
    '第 {row} 行的金额是对其他行求和的公式，当作合计行，不上报。若是明细，请把公式改成数字。',
    '第 {row} 列的金額是對其他列求和的公式，當作合計列，不上報。若是明細，請把公式改成數字。',
    'The amounts of row {row} are formulas that add up other rows: it is taken for a total and not sent. If it is a record, enter the number instead.',
  ),
  'sync/column-missing': words(
    '“{sheet}”里没有“{header}”这一列了，这一列按没有改动处理。请恢复列名，或忽略。',
    '「{sheet}」裡沒有「{header}」這一欄了，這一欄按沒有改動處理。請恢復欄名，或忽略。',
    'The column “{header}” of “{sheet}” is gone; it counts as unchanged. Restore its header, or leave it.',
  ),
  'sync/sheet-missing': words(
    '工作簿里没有“{sheet}”这张表了，没有上报它的任何改动。请恢复工作表，或重新下载。',
    '活頁簿裡沒有「{sheet}」這張表了，沒有上報它的任何改動。請恢復工作表，或重新下載。',
    'The sheet “{sheet}” is gone from the workbook; nothing of it was sent. Restore it, or download the workbook again.',
  ),
  'sync/offered-again': words(
    '这个工作簿里有 {count} 处以前上报过、服务器上却没有的改动，发布时会再报一次。如果不是您自己上报的，请不要发布，重新下载工作簿。',
    '這個活頁簿裡有 {count} 處以前上報過、伺服器上卻沒有的改動，發布時會再報一次。如果不是您自己上報的，請不要發布，重新下載活頁簿。',
    'This workbook holds {count} changes that were sent before but are not on the server; publishing sends them again. If they are not yours, do not publish: download the workbook again.',
  ),
  'sync/push-doubted': words(
    '这个工作簿里有 {count} 次上报的记录核对不上（被改动过，或不是您在本服务器上报的），不会自动补报。涉及的行已逐项列在下面，请确认后再发布。',
    '這個活頁簿裡有 {count} 次上報的記錄核對不上（被改動過，或不是您在本伺服器上報的），不會自動補報。涉及的列已逐項列在下面，請確認後再發布。',
    'The records of {count} pushes in this workbook do not verify (they were altered, or were not sent by you to this server); they are not sent again. Their rows are listed below; please decide each before publishing.',
  ),
  'sync/other-server': words(
    '这个工作簿是另一台服务器发出的。下面按内容列出与本服务器的全部差别，请逐项确认，不会自动覆盖任何一方。',
    '這個活頁簿是另一台伺服器發出的。下面按內容列出與本伺服器的全部差別，請逐項確認，不會自動覆蓋任何一方。',
    'This workbook was issued by another server. All differences from this server are listed below by value; nothing is overwritten until you decide.',
  ),
  'sync/base-lost': words(
    '这个工作簿的底稿丢失或被改动过，分不清哪些是您改的。下面列出与服务器的全部差别，请逐项确认，不会自动覆盖任何一方。',
    '這個活頁簿的底稿遺失或被改動過，分不清哪些是您改的。下面列出與伺服器的全部差別，請逐項確認，不會自動覆蓋任何一方。',
    'The base of this workbook is lost or was changed, so it is unknown which differences are yours. All of them are listed below; nothing is overwritten until you decide.',
  ),
  'sync/sheet-dropped': words(
    '您已不能查看“{sheet}”里的记录。其中 {rows} 行在发布时移出这个工作簿；另有 {unsent} 行您自己的改动没有上报，也不会再上报，请先导出留存，再选择清除。已经复制到别处的内容收不回来。',
    '您已不能查看「{sheet}」裡的記錄。其中 {rows} 列在發布時移出這個活頁簿；另有 {unsent} 列您自己的改動沒有上報，也不會再上報，請先匯出留存，再選擇清除。已經複製到別處的內容收不回來。',
    'You may not see the records of “{sheet}” any more. {rows} of its rows leave this workbook when you publish; {unsent} rows hold changes of your own that were not and will not be sent: export them first, then have them cleared. What was copied elsewhere cannot be called back.',
  ),
  'sync/many-additions': words(
    '“{sheet}”里多了 {count} 行，原来只有 {rows} 行。请确认不是粘贴错了位置。',
    '「{sheet}」裡多了 {count} 列，原來只有 {rows} 列。請確認不是貼錯了位置。',
    '“{sheet}” has {count} new rows where it had {rows}. Please check that they were not pasted by mistake.',
  ),
  'sync/group-too-large': words(
    '有 {ops} 处改动必须一起上报，超过了一次 {limit} 处的上限。请分几次修改和上报。',
    '有 {ops} 處改動必須一起上報，超過了一次 {limit} 處的上限。請分幾次修改和上報。',
    '{ops} changes have to be sent together, more than the {limit} that one push may hold. Please send them in parts.',
  ),
}
