// Why the server did not take one change: the sentences of rejected operations (`push/` and the rejection's code).
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

export const pushWords: FindingWords = {
  'push/state': words(
    '这一条已提交或已审批，现在不能改。需要改时请先退回，或另做更正。',
    '這一條已提交或已審批，現在不能改。需要改時請先退回，或另做更正。',
    'This row has been submitted or approved and cannot be changed now. Have it returned first, or make a correction.',
  ),
  'push/period-locked': words(
    '所属期间已关账，不能再改。请记入未关账的期间。',
    '所屬期間已關帳，不能再改。請記入未關帳的期間。',
    'The period is closed. Enter it in an open one.',
  ),
  'push/limit': words(
    '各行相加超过系统能记的最大金额，没有保存。请核对金额和单位（元、万元）。',
    '各列相加超過系統能記的最大金額，沒有儲存。請核對金額和單位（元、萬元）。',
    'The sum of the rows is more than can be kept; nothing was saved. Check amounts and unit.',
  ),
  'push/forbidden': words(
    '您没有改这一条的权限。需要改时请交有权限的同事办理。',
    '您沒有改這一條的權限。需要改時請交有權限的同事辦理。',
    'You may not change this row. Ask a colleague who may.',
  ),
  'push/field-forbidden': words(
    '“{label}”这一项您不能改，整行没有保存。请去掉这处改动再上报。',
    '「{label}」這一項您不能改，整列沒有儲存。請去掉這處改動再上報。',
    'You may not change “{label}”, so the row was not saved. Take that change back and send again.',
  ),
  'push/unknown': words(
    '服务器上没有这一条，或您无权查看。请重新取数后再改。',
    '伺服器上沒有這一條，或您無權查看。請重新取數後再改。',
    'The server has no such row, or you may not see it. Pull again, then change it.',
  ),
  'push/invalid': words(
    '这一条的内容不符合要求，没有保存。请按提示更正。',
    '這一條的內容不符合要求，沒有儲存。請按提示更正。',
    'What this row holds is not allowed; it was not saved. Correct it as the findings say.',
  ),
  'push/derived-field': words(
    '“{label}”由系统计算，上报的数与计算结果不同，整行没有保存。请核对相关金额。',
    '「{label}」由系統計算，上報的數與計算結果不同，整列沒有儲存。請核對相關金額。',
    '“{label}” is computed by the system and what was sent differs, so the row was not saved. Check the amounts it comes from.',
  ),
  'push/mass-delete': words(
    '要删除的条数超过已确认的条数，没有执行。请核对删除清单。',
    '要刪除的條數超過已確認的條數，沒有執行。請核對刪除清單。',
    'More rows would be deleted than were confirmed; nothing was done. Check the list of deletions.',
  ),
  'push/whole-sheet': words(
    '这一步要整张表一起办，不能只办一行。请在“流转”里办理。',
    '這一步要整張表一起辦，不能只辦一列。請在「流轉」裡辦理。',
    'This step is taken by the whole sheet, not by one row. Use its own button.',
  ),
  'push/not-ready': words(
    '这一步的手续还不齐，请按提示补齐。',
    '這一步的手續還不齊，請按提示補齊。',
    'Something that this step needs is missing: see the findings.',
  ),
  'push/duplicate-record': words(
    '同一条在一次上报里出现了两次，没有保存。请重新打开工作簿后再上报。',
    '同一條在一次上報裡出現了兩次，沒有儲存。請重新打開活頁簿後再上報。',
    'One row stands twice in this push; it was not saved. Open the workbook again and send again.',
  ),
}
