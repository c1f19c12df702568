// The sentences of recognition: what was seen in a table, where, and what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words } from '../kernel/words.ts'

export const recogniseWords: FindingWords = {
  'import/no-table': words(
    '工作表“{sheet}”里没有找到表格，没有导入任何内容。若其中有数据，请加上一行表头再试。',
    '工作表「{sheet}」裡沒有找到表格，沒有匯入任何內容。若其中有資料，請加上一行表頭再試。',
    'No table was found in sheet “{sheet}”; nothing of it is imported. If it holds data, add a header row and try again.',
  ),
  'import/hidden-sheet': words(
    '工作表“{sheet}”是隐藏的，里面有内容，已一并识别。请确认是否需要。',
    '工作表「{sheet}」是隱藏的，裡面有內容，已一併識別。請確認是否需要。',
    'Sheet “{sheet}” is hidden and holds content; it was read too. Confirm whether it is wanted.',
  ),
  'import/unsure': words(
    '第 {top}–{bottom} 行的表没有把握，请逐行核对各行是表头、数据还是合计。',
    '第 {top}–{bottom} 行的表沒有把握，請逐行核對各行是表頭、資料還是合計。',
    'The table in rows {top}–{bottom} is not sure. Check which rows are header, data and totals.',
  ),
  'import/no-header': words(
    '没有找到表头，第 {row} 行起按数据读取。请指定每一列的含义。',
    '沒有找到表頭，第 {row} 行起按資料讀取。請指定每一欄的含義。',
    'No header was found; rows from {row} on are read as data. Say what each column means.',
  ),
  'import/header-guess': words(
    '把第 {row} 行当作表头，但没有把握。请看看它是不是表头。',
    '把第 {row} 行當作表頭，但沒有把握。請看看它是不是表頭。',
    'Row {row} is taken for the header, but not surely. Check that it is.',
  ),
  'import/form': words(
    '第 {row} 行起像是一张登记卡（名称和内容成对），不是一行一条的表。请核对，或换成一行一条再导入。',
    '第 {row} 行起像是一張登記卡（名稱和內容成對），不是一行一條的表。請核對，或換成一行一條再匯入。',
    'From row {row} on this looks like a form (names and values in pairs), not like a table of rows. Check it, or lay it out as rows.',
  ),
  'import/rows-above': words(
    '第 {rows} 行在表头之上，但内容很满，没有导入。若是数据，请核对表头在哪一行。',
    '第 {rows} 行在表頭之上，但內容很滿，沒有匯入。若是資料，請核對表頭在哪一行。',
    'Rows {rows} stand above the header and are nearly full; they are not imported. If they are data, check which row is the header.',
  ),
  'import/tail-adjoins': words(
    '第 {from}–{to} 行紧接数据，看起来是说明或签字，没有导入。若是数据请改为数据行。',
    '第 {from}–{to} 行緊接資料，看起來是說明或簽字，沒有匯入。若是資料請改為資料行。',
    'Rows {from}–{to} right below the data look like notes or signatures and are not imported. If they are data, mark them so.',
  ),
  'import/side-by-side': words(
    '同一行表头下并排有 {count} 张表，这是 {from}–{to} 列的一张。请核对分界。',
    '同一行表頭下並排有 {count} 張表，這是 {from}–{to} 欄的一張。請核對分界。',
    '{count} tables stand side by side under one header; this is the one in columns {from}–{to}. Check the border.',
  ),
  'import/stray-cells': words(
    '{columns} 列第 {row} 行起有表外的内容“{text}”，没有导入。',
    '{columns} 欄第 {row} 行起有表外的內容「{text}」，沒有匯入。',
    'Columns {columns} hold something beside the table from row {row} on (“{text}”); it is not imported.',
  ),
  'import/moved-header': words(
    '第 {rows} 行再次出现表头，但列的次序或名称和上面不同。请核对其下各列的含义。',
    '第 {rows} 行再次出現表頭，但欄的次序或名稱和上面不同。請核對其下各欄的含義。',
    'The header comes again in rows {rows}, with other columns or in another order. Check what the columns below it mean.',
  ),
  'import/section-guess': words(
    '第 {rows} 行只有一个词，当作分组标题，没有导入。若是数据请改为数据行。',
    '第 {rows} 行只有一個詞，當作分組標題，沒有匯入。若是資料請改為資料行。',
    'Rows {rows} hold one word only and are taken for section titles. If they are data, mark them so.',
  ),
  'import/lonely-rows': words(
    '第 {rows} 行只有名称，没有其他内容，仍按数据读取。若是分组标题请改为标题行。',
    '第 {rows} 行只有名稱，沒有其他內容，仍按資料讀取。若是分組標題請改為標題行。',
    'Rows {rows} hold a name and nothing else; they are read as data. If they are section titles, mark them so.',
  ),
  'import/note-in-data': words(
    '第 {rows} 行看起来是夹在数据里的说明，没有导入。',
    '第 {rows} 行看起來是夾在資料裡的說明，沒有匯入。',
    'Rows {rows} look like notes among the data and are not imported.',
  ),
  'import/hidden-rows': words(
    '第 {rows} 行是隐藏的，共 {count} 行，仍按数据读取。请确认是否需要。',
    '第 {rows} 行是隱藏的，共 {count} 行，仍按資料讀取。請確認是否需要。',
    'Rows {rows} ({count}) are hidden and still read as data. Confirm whether they are wanted.',
  ),
  'import/hidden-remnant': words(
    '第 {rows} 行是隐藏的旧内容，没有导入。若需要，请取消隐藏后再试。',
    '第 {rows} 行是隱藏的舊內容，沒有匯入。若需要，請取消隱藏後再試。',
    'Rows {rows} are hidden remnants of an older table and are not imported. Unhide them if they are wanted.',
  ),
  'import/hidden-column': words(
    '{column} 列“{label}”是隐藏的，其中有内容，已一并读取。',
    '{column} 欄「{label}」是隱藏的，其中有內容，已一併讀取。',
    'Column {column} “{label}” is hidden and holds content; it was read too.',
  ),
  'import/empty-rows': words(
    '第 {rows} 行只有序号、单位或公式，没有填内容，共 {count} 行，不作为记录。',
    '第 {rows} 行只有序號、單位或公式，沒有填內容，共 {count} 行，不作為記錄。',
    'Rows {rows} ({count}) hold only a serial number, a unit or a preset; they are no records.',
  ),
  'import/nameless-rows': words(
    '第 {rows} 行没有名称，只有预设值和公式，共 {count} 行，不作为记录。若确有其事，请补上名称。',
    '第 {rows} 行沒有名稱，只有預設值和公式，共 {count} 行，不作為記錄。若確有其事，請補上名稱。',
    'Rows {rows} ({count}) have no name, only presets and formulas; they are no records. Add the name if they are real.',
  ),
  'import/blank-form': words(
    '“{label}”等数字列全部空白，这像是一张没有填的空表，没有记录。',
    '「{label}」等數字欄全部空白，這像是一張沒有填的空表，沒有記錄。',
    '“{label}” and the other columns for figures are blank: this looks like an empty form, without records.',
  ),
  'import/tall-records': words(
    '每 {height} 行合为一条记录（序号和多数列上下合并）。请核对。',
    '每 {height} 行合為一條記錄（序號和多數欄上下合併）。請核對。',
    'Every {height} rows are taken for one record, as the serial number and most columns are merged. Check it.',
  ),
  'import/parent-rows': words(
    '第 {rows} 行的金额是其下各行之和，求总数时不重复计算。',
    '第 {rows} 行的金額是其下各行之和，求總數時不重複計算。',
    'The amounts of rows {rows} are sums of the rows below them; they are not added twice.',
  ),
  'import/part-rows': words(
    '第 {rows} 行以“其中”开头，已含在上一行里，求总数时不重复计算。',
    '第 {rows} 行以「其中」開頭，已含在上一行裡，求總數時不重複計算。',
    'Rows {rows} are parts of the row above (其中); they are not added twice.',
  ),
  'import/filled-blanks': words(
    '{column} 列“{label}”只在每组第一行填写，其余各行按上面的值补齐。请核对。',
    '{column} 欄「{label}」只在每組第一行填寫，其餘各行按上面的值補齊。請核對。',
    'Column {column} “{label}” is written in the first row of each group only; the rows below take it over. Check it.',
  ),
  'import/merged-amount': words(
    '{column} 列“{label}”是上下合并的金额，只在第一行计一次，不向下补。',
    '{column} 欄「{label}」是上下合併的金額，只在第一行計一次，不向下補。',
    'Column {column} “{label}” holds amounts merged over several rows; each is counted once, in its first row.',
  ),
  'import/merged-once': words(
    '{column} 列“{label}”有少数单元格上下合并，只按第一行读取。',
    '{column} 欄「{label}」有少數儲存格上下合併，只按第一行讀取。',
    'A few cells of column {column} “{label}” are merged downwards; they are read in their first row only.',
  ),
  'import/unnamed-column': words(
    '{column} 列有内容但没有表头。请指定它的含义，或确认不需要。',
    '{column} 欄有內容但沒有表頭。請指定它的含義，或確認不需要。',
    'Column {column} holds content but has no header. Say what it means, or that it is not wanted.',
  ),
  'import/duplicate-header': words(
    '{column} 列的表头“{label}”与前面的列重名。请核对两列各是什么。',
    '{column} 欄的表頭「{label}」與前面的欄重名。請核對兩欄各是什麼。',
    'The header “{label}” of column {column} is used before. Check what each of the two is.',
  ),
  'import/error-values': words(
    '{column} 列“{label}”有 {count} 个单元格是错误值（如 #REF!），没有可读的内容。请在原表里修正。',
    '{column} 欄「{label}」有 {count} 個儲存格是錯誤值（如 #REF!），沒有可讀的內容。請在原表裡修正。',
    '{count} cells of column {column} “{label}” hold error values such as #REF!. Mend them in the source.',
  ),
  'import/digits-lost': words(
    '{column} 列“{label}”有 {count} 个 16 位以上的数字，末位可能已经丢失（如身份证号、卡号存成了数字）。请用原始资料核对。',
    '{column} 欄「{label}」有 {count} 個 16 位以上的數字，末位可能已經遺失（如身分證號、卡號存成了數字）。請用原始資料核對。',
    '{count} numbers of column {column} “{label}” have 16 digits or more and have probably lost their last ones. Check them against the source.',
  ),
  'import/words-among-numbers': words(
    '{column} 列“{label}”是数字列，但有 {count} 个单元格是文字（如“{text}”），没有计入合计。',
    '{column} 欄「{label}」是數字欄，但有 {count} 個儲存格是文字（如「{text}」），沒有計入合計。',
    'Column {column} “{label}” holds numbers, but {count} cells are words (such as “{text}”) and are not in the sum.',
  ),
  'import/mixed-units': words(
    '“{label}”一列里各行单位不同（{units}），不能直接相加。',
    '「{label}」一欄裡各行單位不同（{units}），不能直接相加。',
    'The rows have different units (“{label}”: {units}); they cannot be added up as they are.',
  ),
  'import/total-by-formula': words(
    '第 {row} 行“{label}”用公式把上面各行相加，当作小计，没有导入。',
    '第 {row} 行「{label}」用公式把上面各行相加，當作小計，沒有匯入。',
    'Row {row} “{label}” adds up the rows above by formula; it is taken for a subtotal and not imported.',
  ),
  'import/total-by-sum': words(
    '第 {row} 行“{label}”等于上面各行之和，当作小计，没有导入。若是数据请改为数据行。',
    '第 {row} 行「{label}」等於上面各行之和，當作小計，沒有匯入。若是資料請改為資料行。',
    'Row {row} “{label}” equals the sum of the rows above; it is taken for a subtotal. If it is data, mark it so.',
  ),
  'import/total-by-place': words(
    '第 {rows} 行夹在合计行之间，当作合计，没有导入。若是数据请改为数据行。',
    '第 {rows} 行夾在合計行之間，當作合計，沒有匯入。若是資料請改為資料行。',
    'Rows {rows} stand between totals and are taken for totals. If they are data, mark them so.',
  ),
  'import/possible-total': words(
    '第 {row} 行恰好等于上面各行之和，仍按数据读取。请看看是不是合计行。',
    '第 {row} 行恰好等於上面各行之和，仍按資料讀取。請看看是不是合計行。',
    'Row {row} equals the sum of the rows above and is still read as data. Check whether it is a total.',
  ),
  'import/after-total': words(
    '第 {rows} 行在总计之后，没有导入。若是数据请改为数据行。',
    '第 {rows} 行在總計之後，沒有匯入。若是資料請改為資料行。',
    'Rows {rows} stand below the grand total and are not imported. If they are data, mark them so.',
  ),
  'import/balance-unchecked': words(
    '第 {row} 行“{label}”不是简单相加，没有核对。',
    '第 {row} 行「{label}」不是簡單相加，沒有核對。',
    'Row {row} “{label}” is no plain sum; it was not checked.',
  ),
}
