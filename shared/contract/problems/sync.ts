// Sync and imports as a whole; what concerns single rows comes back as results of a 200.
import { problem, type ProblemDefinition } from '../problem.ts'

export const syncProblems = {
  'kind-unknown': problem(
    400,
    '服务器没有名为“{kind}”的表种。',
    '伺服器沒有名為「{kind}」的表種。',
    'The server knows no sheet kind “{kind}”.',
  ),
  cursor: problem(
    400,
    '取数位置不对，请从头重新取数。',
    '取數位置不對，請從頭重新取數。',
    'The cursor is wrong. Start the pull again.',
  ),
  'undo-nothing': problem(
    422,
    '这次上报没有改动任何内容，无可撤回。',
    '這次上報沒有改動任何內容，無可撤回。',
    'That push changed nothing, so there is nothing to take back.',
  ),

  'history-diverged': problem(
    409,
    '服务器的数据已从备份恢复，与本工作簿的记录不再相接。请先重新取数；您的改动会保留并重新核对。',
    '伺服器的資料已從備份還原，與本活頁簿的記錄不再相接。請先重新取數；您的改動會保留並重新核對。',
    'The server was restored and its history no longer meets this workbook’s. Pull first; your changes are kept and compared again.',
  ),
  'schema-too-old': problem(
    409,
    '这份工作簿的表样版本过旧。请下载新表样，改动会自动带过去。',
    '這份活頁簿的表樣版本過舊。請下載新表樣，改動會自動帶過去。',
    'This workbook was made for an older form. Download the new one; your changes will be carried over.',
  ),
  'schema-too-new': problem(
    409,
    '这份工作簿的表样比服务器新。请先升级服务器。',
    '這份活頁簿的表樣比伺服器新。請先升級伺服器。',
    'This workbook is newer than the server. Update the server first.',
  ),
  'entry-invalid': problem(
    422,
    '登记的内容不符合要求，没有保存。请按提示更正。',
    '登記的內容不符合要求，沒有儲存。請按提示更正。',
    'What was entered is not allowed; nothing was saved. Correct it as the finding says.',
  ),
  'sheet-changed': problem(
    409,
    '您看过之后，这张表又有改动。请重新打开看过再办。',
    '您看過之後，這張表又有改動。請重新打開看過再辦。',
    'The sheet has changed since you looked at it. Open it again before you act.',
  ),
  'view-changed': problem(
    409,
    '您的可见范围已变化，请先重新取数再上报。',
    '您的可見範圍已變化，請先重新取數再上報。',
    'What you may see has changed. Pull first, then push.',
  ),
  'cursor-below-floor': problem(
    410,
    '这份工作簿太旧，超出了历史保留期。请重新取数；您的改动会保留并逐条核对。',
    '這份活頁簿太舊，超出了歷史保留期。請重新取數；您的改動會保留並逐條核對。',
    'This workbook is older than the history kept. Pull afresh; your changes are kept and compared one by one.',
  ),
  'push-id-reused': problem(
    422,
    '这个上报号已用于别的内容。请重新生成后再上报。',
    '這個上報號已用於別的內容。請重新產生後再上報。',
    'This push id was used for something else. Make a new push.',
  ),
  'mass-delete': problem(
    422,
    '这次要删除 {count} 条，超过已确认的 {confirmed} 条，没有执行。请核对删除清单后再上报。',
    '這次要刪除 {count} 條，超過已確認的 {confirmed} 條，沒有執行。請核對刪除清單後再上報。',
    'This would delete {count} records, more than the {confirmed} confirmed; nothing was done. Check the list of deletions.',
  ),
  'import.fingerprint': problem(
    409,
    '导入方案不是为这张表做的，请重新识别。',
    '匯入方案不是為這張表做的，請重新識別。',
    'The import plan was made for another table. Analyse the file again.',
  ),
  'import.schema': problem(
    409,
    '导入方案是按第 {sent} 版表做的，现在是第 {current} 版。请刷新页面，重新识别这个文件。',
    '匯入方案是按第 {sent} 版表做的，現在是第 {current} 版。請重新整理頁面，重新識別這個檔案。',
    'The import plan was made for version {sent} of this sheet; it is version {current} now. Reload the page and analyse the file again.',
  ),
  'import.kind': problem(
    422,
    '没有认出这张表的种类，不能导入。请先选择表种。',
    '沒有認出這張表的種類，不能匯入。請先選擇表種。',
    'The kind of this table is not known. Choose a kind first.',
  ),
  'import.rejected': problem(
    422,
    '有 {count} 行没有通过检查，整张表没有导入。请先更正这些行。',
    '有 {count} 列沒有通過檢查，整張表沒有匯入。請先更正這些列。',
    '{count} rows did not pass, so nothing was imported. Correct them first.',
  ),
  'import.not-applied': problem(
    409,
    '这个文件还没有导入，暂时没有可下载的工作簿。',
    '這個檔案還沒有匯入，暫時沒有可下載的活頁簿。',
    'This file has not been imported yet, so there is no workbook to download.',
  ),
  'import.cannot-bind': problem(
    409,
    '这种文件不能原样带上底稿，请下载新的工作簿继续编辑。',
    '這種檔案不能原樣帶上底稿，請下載新的活頁簿繼續編輯。',
    'This kind of file cannot carry its base. Download a fresh workbook to go on editing.',
  ),
  'workbook.no-base': problem(
    422,
    '这份文件没有带底稿，不能比对改动。请按旧表导入。',
    '這份檔案沒有帶底稿，不能比對改動。請按舊表匯入。',
    'This file carries no base to compare with. Import it as an old sheet.',
  ),
  'workbook.newer': problem(
    409,
    '这份工作簿由更新版本的同表写成，请先升级服务器。',
    '這份活頁簿由更新版本的同表寫成，請先升級伺服器。',
    'This workbook was written by a newer Tongbiao. Update the server first.',
  ),
  'workbook.other-server': problem(
    409,
    '这份工作簿是另一台服务器发出的，底稿和这里对不上。可以选择“按内容对照”：逐项列出与本服务器的差别，由您决定，不会自动补报或覆盖。',
    '這份活頁簿是另一台伺服器發出的，底稿和這裡對不上。可以選擇「按內容對照」：逐項列出與本伺服器的差別，由您決定，不會自動補報或覆蓋。',
    'This workbook was issued by another server, so its base says nothing here. You can compare it by value: every difference from this server is listed for you to decide, nothing is sent again or overwritten by itself.',
  ),
  'workbook.damaged': problem(
    422,
    '工作簿里的底稿已损坏（{detail}）。请重新下载工作簿，再把改动粘贴过去。',
    '活頁簿裡的底稿已損壞（{detail}）。請重新下載活頁簿，再把改動貼過去。',
    'The base in the workbook is damaged ({detail}). Download it again and paste your changes into it.',
  ),
  'workbook.pending': problem(
    409,
    '上次上报的结果还没有确认，请先重新打开确认。',
    '上次上報的結果還沒有確認，請先重新打開確認。',
    'The outcome of the last push is not known yet. Resolve it first.',
  ),
  'undo.not-yours': problem(
    403,
    '只有上报人本人或本单位有权更正的人可以撤回。',
    '只有上報人本人或本單位有權更正的人可以撤回。',
    'Only whoever sent it, or someone with the right to correct it, can take it back.',
  ),
} as const satisfies Readonly<Record<string, ProblemDefinition>>
