// What to say of files: every refusal and every finding of reading, in three languages: what, where, what to do next.
import type { FindingWords } from '../kernel/finding.ts'
import { words, type Words } from '../kernel/words.ts'
import type { FileRefusalCode } from './raw.ts'

/** Refusals: the file was not read at all. */
export const refusalWords: Readonly<Record<FileRefusalCode, Words>> = {
  'file.empty': words(
    '这个文件是空的（0 字节）。请在原来的电脑上打开确认有内容，另存一份后再上传。',
    '這個檔案是空的（0 位元組）。請在原來的電腦上開啟確認有內容，另存一份後再上傳。',
    'This file is empty (0 bytes). Open it where it came from, check that it has content, save a copy and upload that.',
  ),
  'file.type': words(
    '这不是电子表格文件。请上传 Excel（.xlsx、.xls）、WPS（.et）、OpenDocument（.ods）或 CSV 文件；若内容是表格，请在 Excel 或 WPS 里打开后另存为 .xlsx。',
    '這不是試算表檔案。請上傳 Excel（.xlsx、.xls）、WPS（.et）、OpenDocument（.ods）或 CSV 檔案；若內容是表格，請在 Excel 或 WPS 裡開啟後另存為 .xlsx。',
    'This is not a spreadsheet. Upload an Excel (.xlsx, .xls), WPS (.et), OpenDocument (.ods) or CSV file; if it does hold a table, open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.type.html': words(
    '这是网页（HTML）格式的文件，未能从中读出表格。请在 Excel 或 WPS 里打开后另存为 .xlsx。',
    '這是網頁（HTML）格式的檔案，未能從中讀出表格。請在 Excel 或 WPS 裡開啟後另存為 .xlsx。',
    'This is a web page (HTML) from which no table could be read. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.too-large': words(
    '文件有 {bytes} 字节，超过上限 {limit} 字节。请删去图片和不用的工作表，或分成几个文件。',
    '檔案有 {bytes} 位元組，超過上限 {limit} 位元組。請刪去圖片和不用的工作表，或分成幾個檔案。',
    'The file has {bytes} bytes; the limit is {limit}. Remove pictures and unused sheets, or split it into several files.',
  ),
  'file.encrypted': words(
    '这个文件设了打开密码，读不了。请在 Excel 或 WPS 里用密码打开，去掉密码（文件 → 信息 → 保护工作簿），保存后再上传。',
    '這個檔案設了開啟密碼，讀不了。請在 Excel 或 WPS 裡用密碼開啟，去掉密碼（檔案 → 資訊 → 保護活頁簿），儲存後再上傳。',
    'This file needs a password to open. Open it in Excel or WPS with the password, remove it (File → Info → Protect Workbook), save and upload again.',
  ),
  'file.no-cells': words(
    '文件里没有一个填了内容的格子（共 {sheets} 张工作表）。请确认选对了文件，且内容已经保存。',
    '檔案裡沒有一個填了內容的儲存格（共 {sheets} 張工作表）。請確認選對了檔案，且內容已經儲存。',
    'No cell of this file holds anything ({sheets} sheets). Check that it is the right file and that it was saved.',
  ),
  'file.archive.inflated': words(
    '文件解开后太大（{name} 超过 {limit} 字节），可能有大片空白行带格式，也可能是有意做坏的。请把要用的区域复制到新工作簿后再上传。',
    '檔案解開後太大（{name} 超過 {limit} 位元組），可能有大片空白列帶格式，也可能是有意做壞的。請把要用的區域複製到新活頁簿後再上傳。',
    'Unpacked, the file is too large ({name} passes {limit} bytes): large formatted blank areas, or made to do harm. Copy the part you need into a new workbook and upload that.',
  ),
  'file.archive.nested': words(
    '文件里套着压缩包（{name}），不打开。请先解压，只上传里面的表格文件。',
    '檔案裡套著壓縮檔（{name}），不開啟。請先解壓縮，只上傳裡面的表格檔案。',
    'The file holds another archive ({name}), which is not opened. Unpack it first and upload only the spreadsheet inside.',
  ),
  'file.archive.overlap': words(
    '文件的内部结构不正常（几个部分重叠），不是表格软件会写出的样子，已拒绝。请从原始表格重新另存为 .xlsx。',
    '檔案的內部結構不正常（幾個部分重疊），不是試算表軟體會寫出的樣子，已拒絕。請從原始表格重新另存為 .xlsx。',
    'Parts of the file overlap, which no spreadsheet program writes; it was refused. Save the original sheet as .xlsx again.',
  ),
  'file.archive.entries': words(
    '文件里的部件太多（{count} 个，上限 {limit} 个），不像正常的表格。请把要用的工作表复制到新工作簿后再上传。',
    '檔案裡的部件太多（{count} 個，上限 {limit} 個），不像正常的表格。請把要用的工作表複製到新活頁簿後再上傳。',
    'The file has {count} parts; the limit is {limit}. Copy the sheets you need into a new workbook and upload that.',
  ),
  'file.archive.name': words(
    '文件内部有不允许的部件名（{name}），可能是有意做坏的，已拒绝。请从原始表格重新另存为 .xlsx。',
    '檔案內部有不允許的部件名（{name}），可能是有意做壞的，已拒絕。請從原始表格重新另存為 .xlsx。',
    'A part inside the file has a name that is not allowed ({name}); it was refused. Save the original sheet as .xlsx again.',
  ),
  'file.archive.duplicate': words(
    '文件内部有两个同名部件（{name}），不知该信哪一个，已拒绝。请在 Excel 或 WPS 里打开后另存为 .xlsx。',
    '檔案內部有兩個同名部件（{name}），不知該信哪一個，已拒絕。請在 Excel 或 WPS 裡開啟後另存為 .xlsx。',
    'Two parts inside the file have the same name ({name}), so it is unclear which one counts. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.archive.damaged': words(
    '文件损坏或没有传完整。请重新下载或复制一份；能在 Excel 或 WPS 里打开的话，另存为 .xlsx 后再上传。',
    '檔案損壞或沒有傳完整。請重新下載或複製一份；能在 Excel 或 WPS 裡開啟的話，另存為 .xlsx 後再上傳。',
    'The file is damaged or incomplete. Download or copy it again; if Excel or WPS can open it, save it as .xlsx and upload that.',
  ),
  'file.xml.dtd': words(
    '文件里有表格不该有的声明（DTD），可能用来读取别的文件，已拒绝。请在 Excel 或 WPS 里打开后另存为 .xlsx。',
    '檔案裡有表格不該有的宣告（DTD），可能用來讀取別的檔案，已拒絕。請在 Excel 或 WPS 裡開啟後另存為 .xlsx。',
    'The file holds declarations no spreadsheet needs (a DTD), which can be used to reach other files; it was refused. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.xml.depth': words(
    '文件内部嵌套太深（{part}，上限 {limit} 层），可能是有意做坏的，已拒绝。请从原始表格重新另存为 .xlsx。',
    '檔案內部巢狀太深（{part}，上限 {limit} 層），可能是有意做壞的，已拒絕。請從原始表格重新另存為 .xlsx。',
    'The file is nested too deeply ({part}, limit {limit}); it was refused. Save the original sheet as .xlsx again.',
  ),
  'file.xml.text': words(
    '文件里有一段过长的文字（{part}，上限 {limit}），表格里不会有这样的内容，已拒绝。请删去过长的内容后另存再上传。',
    '檔案裡有一段過長的文字（{part}，上限 {limit}），表格裡不會有這樣的內容，已拒絕。請刪去過長的內容後另存再上傳。',
    'One piece of text in the file is too long ({part}, limit {limit}), longer than any cell can be. Remove it, save and upload again.',
  ),
  'file.xml.damaged': words(
    '文件的内容坏了（{part}），不能保证读全，所以没有读。请在 Excel 或 WPS 里打开（会提示修复），核对后另存为 .xlsx。',
    '檔案的內容壞了（{part}），不能保證讀全，所以沒有讀。請在 Excel 或 WPS 裡開啟（會提示修復），核對後另存為 .xlsx。',
    'Part of the file is damaged ({part}); it might not be read completely, so it was not read. Open it in Excel or WPS (it will offer to repair it), check it and save it as .xlsx.',
  ),
  'file.cell.ref': words(
    '文件里有不存在的格子位置（{ref}），不能确定内容该放在哪里。请在 Excel 或 WPS 里打开后另存为 .xlsx。',
    '檔案裡有不存在的儲存格位置（{ref}），不能確定內容該放在哪裡。請在 Excel 或 WPS 裡開啟後另存為 .xlsx。',
    'The file names a cell that cannot exist ({ref}), so it is unclear where its content belongs. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.cells.count': words(
    '填了内容的格子太多（上限 {limit}）。请按年度或单位分成几个文件。',
    '填了內容的儲存格太多（上限 {limit}）。請按年度或單位分成幾個檔案。',
    'Too many cells are filled (limit {limit}). Split the file by year or unit.',
  ),
  'file.merge.count': words(
    '工作表“{sheet}”里合并的格子超过 {limit} 处。请取消不需要的合并，或把要用的内容复制到新工作簿（选择性粘贴 → 数值）。',
    '工作表「{sheet}」裡合併的儲存格超過 {limit} 處。請取消不需要的合併，或把要用的內容複製到新活頁簿（選擇性貼上 → 值）。',
    'Sheet “{sheet}” has more than {limit} merged areas. Unmerge what is not needed, or paste the values into a new workbook.',
  ),
  'file.sheets.count': words(
    '工作表超过 {limit} 张。请把要用的工作表分到几个文件里。',
    '工作表超過 {limit} 張。請把要用的工作表分到幾個檔案裡。',
    'The file has more than {limit} sheets. Spread the sheets you need over several files.',
  ),
  'file.cfb.damaged': words(
    '这个旧格式文件（.xls、.et）坏了或被截断。能在 Excel 或 WPS 里打开的话，请另存为 .xlsx 后再上传。',
    '這個舊格式檔案（.xls、.et）壞了或被截斷。能在 Excel 或 WPS 裡開啟的話，請另存為 .xlsx 後再上傳。',
    'This file in an old format (.xls, .et) is damaged or cut. If Excel or WPS can open it, save it as .xlsx and upload that.',
  ),
  'csv.encoding': words(
    '认不出这个文本文件的编码（可能是 {guess}）。请用 Excel 或记事本打开，另存为“CSV UTF-8”后再上传。',
    '認不出這個文字檔的編碼（可能是 {guess}）。請用 Excel 或記事本開啟，另存為「CSV UTF-8」後再上傳。',
    'The encoding of this text file could not be told (perhaps {guess}). Open it in Excel or Notepad and save it as “CSV UTF-8”.',
  ),
  'csv.rows': words(
    'CSV 超过 {limit} 行。请按年度或单位分成几个文件。',
    'CSV 超過 {limit} 列。請按年度或單位分成幾個檔案。',
    'The CSV has more than {limit} rows. Split it by year or unit.',
  ),
  'csv.damaged': words(
    'CSV 里有 {count} 处格式毛病（引号不成对、列数不齐、空字符），可能不是表格或已损坏，所以没有读。请从原系统重新导出，或在 Excel 里整理后另存为 .xlsx。',
    'CSV 裡有 {count} 處格式毛病（引號不成對、欄數不齊、空字元），可能不是表格或已損壞，所以沒有讀。請從原系統重新匯出，或在 Excel 裡整理後另存為 .xlsx。',
    'The CSV has {count} faults (unpaired quotes, uneven columns, NUL characters); it may be no table or damaged, so it was not read. Export it again, or tidy it in Excel and save it as .xlsx.',
  ),
  'file.timeout': words(
    '读这个文件超过了 {seconds} 秒，已停止。请删去不用的工作表和大片空白格式，另存为 .xlsx 后再试。',
    '讀這個檔案超過了 {seconds} 秒，已停止。請刪去不用的工作表和大片空白格式，另存為 .xlsx 後再試。',
    'Reading this file took more than {seconds} seconds and was stopped. Remove unused sheets and formatted blank areas, save it as .xlsx and try again.',
  ),
  'file.memory': words(
    '读这个文件需要的内存太多，已停止。请删去不用的工作表和大片空白格式，另存为 .xlsx 后再试。',
    '讀這個檔案需要的記憶體太多，已停止。請刪去不用的工作表和大片空白格式，另存為 .xlsx 後再試。',
    'Reading this file needed too much memory and was stopped. Remove unused sheets and formatted blank areas, save it as .xlsx and try again.',
  ),
  'file.unreadable': words(
    '这个文件读不出来：格式少见或已损坏。请在 Excel 或 WPS 里打开后另存为 .xlsx 再上传。',
    '這個檔案讀不出來：格式少見或已損壞。請在 Excel 或 WPS 裡開啟後另存為 .xlsx 再上傳。',
    'This file could not be read: an unusual format, or damaged. Open it in Excel or WPS, save it as .xlsx and upload that.',
  ),
}

/** Findings: the file was read, and this was met on the way. */
export const fileFindingWords: FindingWords = {
  'file.extension': words(
    '扩展名是 {extension}，内容其实是 {container} 格式。已按内容读取；建议改名或另存，免得别的软件打不开。',
    '副檔名是 {extension}，內容其實是 {container} 格式。已按內容讀取；建議改名或另存，免得別的軟體打不開。',
    'The name ends in {extension}, but the content is {container}. It was read by its content; rename it or save it anew so that other programs open it too.',
  ),
  'file.macro-ignored': words(
    '文件带有宏，没有运行，也没有读取。只读了格子里的内容；宏算出的结果请先在 Excel 里更新并保存。',
    '檔案帶有巨集，沒有執行，也沒有讀取。只讀了儲存格裡的內容；巨集算出的結果請先在 Excel 裡更新並儲存。',
    'The file holds macros; they were neither run nor read. Only cell contents were read: update macro results in Excel and save first.',
  ),
  'file.external-links': words(
    '文件引用了别的工作簿，没有去读它们，用的是上次保存的数。请确认这些数是新的。',
    '檔案引用了別的活頁簿，沒有去讀它們，用的是上次儲存的數。請確認這些數是新的。',
    'The file refers to other workbooks; they were not read, the values last saved were used. Check that these are up to date.',
  ),
  'file.embedded-ignored': words(
    '文件里嵌有别的文件或控件，没有打开。其中若有要用的表格，请单独另存后上传。',
    '檔案裡嵌有別的檔案或控制項，沒有開啟。其中若有要用的表格，請單獨另存後上傳。',
    'The file has embedded files or controls; they were not opened. If one of them holds a table you need, save it on its own and upload that.',
  ),
  'file.connections-ignored': words(
    '文件带有数据连接，没有连接，用的是上次保存的数。请确认这些数是新的。',
    '檔案帶有資料連線，沒有連線，用的是上次儲存的數。請確認這些數是新的。',
    'The file has data connections; none was opened, the values last saved were used. Check that these are up to date.',
  ),
  'file.sheet-ignored': words(
    '“{sheet}”是图表或宏工作表，没有格子，未读取。',
    '「{sheet}」是圖表或巨集工作表，沒有儲存格，未讀取。',
    '“{sheet}” is a chart or macro sheet without cells; it was not read.',
  ),
  'file.sheet-missing': words(
    '工作表“{sheet}”在目录里有，内容却不在文件里。请在 Excel 或 WPS 里打开核对，另存后再上传。',
    '工作表「{sheet}」在目錄裡有，內容卻不在檔案裡。請在 Excel 或 WPS 裡開啟核對，另存後再上傳。',
    'Sheet “{sheet}” is listed but its content is missing from the file. Open it in Excel or WPS, check it, save and upload again.',
  ),
  'file.names-cut': words(
    '定义的名称有 {count} 个，只读了前 {limit} 个；格子里的内容不受影响。',
    '定義的名稱有 {count} 個，只讀了前 {limit} 個；儲存格裡的內容不受影響。',
    'Of {count} defined names only the first {limit} were read; cell contents are not affected.',
  ),
  'file.more-findings': words(
    '同样的情况（{code}）还有 {count} 处，没有一一列出。',
    '同樣的情況（{code}）還有 {count} 處，沒有一一列出。',
    'The same ({code}) was met {count} more times, not listed one by one.',
  ),
  'sheet.name-similar': words(
    '工作表“{sheet}”与“{other}”的名字只差全角、空格或大小写，容易弄混。请选对要导入的那一张，或改名。',
    '工作表「{sheet}」與「{other}」的名字只差全形、空格或大小寫，容易弄混。請選對要匯入的那一張，或改名。',
    'Sheets “{sheet}” and “{other}” differ only in full-width forms, blanks or case. Make sure to choose the right one, or rename it.',
  ),
  'merge.overlap': words(
    '工作表“{sheet}”第 {row} 行起有互相重叠的合并格，不知哪个算数；按左上角的格子读取。请取消合并后核对。',
    '工作表「{sheet}」第 {row} 列起有互相重疊的合併儲存格，不知哪個算數；按左上角的儲存格讀取。請取消合併後核對。',
    'Merged areas overlap in sheet “{sheet}” from row {row}; the top left cells were read. Unmerge and check them.',
  ),
  'cell.string-index': words(
    '{sheet}!{cell} 指向不存在的文字（编号 {index}），当作空白。请在 Excel 或 WPS 里打开核对后另存。',
    '{sheet}!{cell} 指向不存在的文字（編號 {index}），當作空白。請在 Excel 或 WPS 裡開啟核對後另存。',
    '{sheet}!{cell} refers to a text that does not exist (number {index}); it was read as blank. Open the file in Excel or WPS, check it and save it.',
  ),
  'cell.number-text': words(
    '{sheet}!{cell} 标为数字，内容却不是数字；按文字读取。请核对这一格。',
    '{sheet}!{cell} 標為數字，內容卻不是數字；按文字讀取。請核對這一格。',
    '{sheet}!{cell} is marked as a number but holds something else; it was read as text. Check this cell.',
  ),
  'cell.text-cut': words(
    '“{sheet}”第 {row} 行有一格文字超过 {limit} 字，只读了前 {limit} 字。请缩短或分成几格。',
    '「{sheet}」第 {row} 列有一格文字超過 {limit} 字，只讀了前 {limit} 字。請縮短或分成幾格。',
    'A text in row {row} of “{sheet}” is longer than {limit} characters; only the first {limit} were read. Shorten it or spread it over several cells.',
  ),
  'cell.duplicate': words(
    '文件里 {sheet}!{cell} 写了两次，取后一次。请核对这一格。',
    '檔案裡 {sheet}!{cell} 寫了兩次，取後一次。請核對這一格。',
    'The file holds {sheet}!{cell} twice; the later one was taken. Check this cell.',
  ),
  'csv.encoding-doubt': words(
    '这个文本文件按 {encoding}（中文）读取，但不太像。请看看文字是否正确；不对的话，请在 Excel 里另存为“CSV UTF-8”。',
    '這個文字檔按 {encoding}（中文）讀取，但不太像。請看看文字是否正確；不對的話，請在 Excel 裡另存為「CSV UTF-8」。',
    'This text file was read as {encoding} (Chinese), which does not fit well. Look whether the text is right; if not, save it as “CSV UTF-8” in Excel.',
  ),
  'csv.encoding-damaged': words(
    '有 {count} 处文字编码损坏，显示为 �。请从原系统重新导出，或在这些地方补上正确的字。',
    '有 {count} 處文字編碼損壞，顯示為 �。請從原系統重新匯出，或在這些地方補上正確的字。',
    'In {count} places the text is damaged and shown as �. Export the file again, or put the right characters there.',
  ),
  'csv.quote': words(
    '第 {line} 行的引号不成对，按普通字符读取。请核对这一行的列是否对齐。',
    '第 {line} 行的引號不成對，按普通字元讀取。請核對這一行的欄是否對齊。',
    'A quote on line {line} has no partner and was read as an ordinary character. Check that the columns of this line are right.',
  ),
  'csv.nul': words(
    '第 {line} 行有空字符（NUL），已去掉。请核对这一行的内容。',
    '第 {line} 行有空字元（NUL），已去掉。請核對這一行的內容。',
    'Line {line} holds NUL characters; they were left out. Check its content.',
  ),
  'csv.ragged': words(
    '第 {line} 行有 {columns} 列，别的行最多 {expected} 列。可能多了分隔符，请核对这一行。',
    '第 {line} 行有 {columns} 欄，別的行最多 {expected} 欄。可能多了分隔符號，請核對這一行。',
    'Line {line} has {columns} columns, the others at most {expected}. There may be a separator too many: check this line.',
  ),
}

export const fileWords: FindingWords = { ...refusalWords, ...fileFindingWords }
