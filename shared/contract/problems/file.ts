// Whole refusals of a file: what is wrong with it and what to do (reliability.md §3.6 A).
import type { FileRefusalCode } from '../../workbook/raw.ts'
import { problem, type ProblemDefinition } from '../problem.ts'

export const fileProblems = {
  'file.empty': problem(
    422,
    '这个文件是空的（0 字节）。请确认文件已保存完整后再放入。',
    '這個檔案是空的（0 位元組）。請確認檔案已儲存完整後再放入。',
    'The file is empty. Make sure it was saved whole, then drop it again.',
  ),
  'file.type': problem(
    415,
    '这不是能读的表格文件。请用 Excel 或 WPS 打开后另存为 .xlsx。',
    '這不是能讀的表格檔案。請用 Excel 或 WPS 打開後另存為 .xlsx。',
    'This is no spreadsheet we can read. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.type.html': problem(
    415,
    '这个文件虽叫表格，里面其实是网页（旧系统常这样导出）。请用 Excel 或 WPS 打开后另存为 .xlsx。',
    '這個檔案雖叫表格，裡面其實是網頁（舊系統常這樣匯出）。請用 Excel 或 WPS 打開後另存為 .xlsx。',
    'The file is called a spreadsheet but holds a web page, as older systems export them. Open it in Excel or WPS and save it as .xlsx.',
  ),
  'file.too-large': problem(
    413,
    '文件超过 {limit} 上限，没有接收。请删去不用的工作表或拆成几个文件。',
    '檔案超過 {limit} 上限，沒有接收。請刪去不用的工作表或拆成幾個檔案。',
    'The file is over the limit of {limit} and was not taken. Remove unused sheets or split it.',
  ),
  'file.encrypted': problem(
    422,
    '这个文件加了密码，读不了。请在 Excel 里“文件→信息→保护工作簿”取消密码后再放入。',
    '這個檔案加了密碼，讀不了。請在 Excel 裡「檔案→資訊→保護活頁簿」取消密碼後再放入。',
    'The file is protected by a password. Remove it in Excel (File → Info → Protect Workbook), then drop it again.',
  ),
  'file.no-cells': problem(
    422,
    '文件里没有任何有内容的单元格。请确认放的是不是这个文件。',
    '檔案裡沒有任何有內容的儲存格。請確認放的是不是這個檔案。',
    'No cell of the file holds anything. Is it the right file?',
  ),
  'file.archive.inflated': problem(
    422,
    '文件解开后大得不正常，已停止读取。请用 Excel 或 WPS 打开后另存一份。',
    '檔案解開後大得不正常，已停止讀取。請用 Excel 或 WPS 打開後另存一份。',
    'The file unpacks to an abnormal size and was not read on. Open it in Excel or WPS and save a copy.',
  ),
  'file.archive.nested': problem(
    422,
    '文件里又套着压缩包，没有读取。请解压后放入里面的表格。',
    '檔案裡又套著壓縮檔，沒有讀取。請解壓後放入裡面的表格。',
    'The file holds further archives and was not read. Unpack it and drop the spreadsheet inside.',
  ),
  'file.archive.overlap': problem(
    422,
    '文件的压缩结构不正常（内容相互重叠），没有读取。请另存一份再试。',
    '檔案的壓縮結構不正常（內容相互重疊），沒有讀取。請另存一份再試。',
    'Parts of the file overlap, which no spreadsheet program writes; it was not read. Save a copy and try again.',
  ),
  'file.archive.entries': problem(
    422,
    '文件里的部件超过 {limit} 个，不像正常的表格，没有读取。',
    '檔案裡的部件超過 {limit} 個，不像正常的表格，沒有讀取。',
    'The file has more than {limit} parts, unlike any normal spreadsheet, and was not read.',
  ),
  'file.archive.name': problem(
    422,
    '文件里有不允许的部件名，没有读取。请用 Excel 或 WPS 另存一份再试。',
    '檔案裡有不允許的部件名，沒有讀取。請用 Excel 或 WPS 另存一份再試。',
    'A part of the file has a name that is not allowed; it was not read. Save a copy in Excel or WPS and try again.',
  ),
  'file.archive.duplicate': problem(
    422,
    '文件里有同名的部件，无法判断以哪个为准，没有读取。请用 Excel 或 WPS 另存一份再试。',
    '檔案裡有同名的部件，無法判斷以哪個為準，沒有讀取。請用 Excel 或 WPS 另存一份再試。',
    'Two parts of the file have one name, so it was not read. Save a copy in Excel or WPS and try again.',
  ),
  'file.archive.damaged': problem(
    422,
    '文件已损坏或没有传完整。请重新复制一份，或用 Excel 打开修复后另存。',
    '檔案已損壞或沒有傳完整。請重新複製一份，或用 Excel 打開修復後另存。',
    'The file is damaged or incomplete. Copy it again, or let Excel repair it and save it.',
  ),
  'file.xml.dtd': problem(
    422,
    '文件里有不允许的声明（DTD），为安全起见没有读取。请用 Excel 或 WPS 另存一份再试。',
    '檔案裡有不允許的宣告（DTD），為安全起見沒有讀取。請用 Excel 或 WPS 另存一份再試。',
    'The file holds a document type declaration, which is not allowed, and was not read. Save a copy in Excel or WPS.',
  ),
  'file.xml.depth': problem(
    422,
    '文件内部嵌套过深，不像正常的表格，没有读取。',
    '檔案內部巢狀過深，不像正常的表格，沒有讀取。',
    'The file is nested too deeply to be a normal spreadsheet and was not read.',
  ),
  'file.xml.text': problem(
    422,
    '文件里有一段文字大得不正常，没有读取。',
    '檔案裡有一段文字大得不正常，沒有讀取。',
    'A piece of text in the file is abnormally large; it was not read.',
  ),
  'file.xml.damaged': problem(
    422,
    '文件内部已损坏（{part}）。请用 Excel 打开修复后另存一份再放入。',
    '檔案內部已損壞（{part}）。請用 Excel 打開修復後另存一份再放入。',
    'The inside of the file is damaged ({part}). Let Excel repair it, save a copy and drop that.',
  ),
  'file.cell.ref': problem(
    422,
    '文件里有不存在的单元格位置“{ref}”，没有读取。请用 Excel 或 WPS 另存一份再试。',
    '檔案裡有不存在的儲存格位置「{ref}」，沒有讀取。請用 Excel 或 WPS 另存一份再試。',
    'The file names a cell “{ref}” that cannot exist; it was not read. Save a copy in Excel or WPS and try again.',
  ),
  'file.cells.count': problem(
    422,
    '文件里的内容超过上限（{limit}），没有读取。请删去不用的行列或拆成几个文件。',
    '檔案裡的內容超過上限（{limit}），沒有讀取。請刪去不用的行列或拆成幾個檔案。',
    'The file holds more than the limit of {limit}; it was not read. Remove unused rows and columns or split it.',
  ),
  'file.merge.count': problem(
    422,
    '文件里合并单元格超过 {limit} 处，没有读取。请取消多余的合并后再放入。',
    '檔案裡合併儲存格超過 {limit} 處，沒有讀取。請取消多餘的合併後再放入。',
    'The file has more than {limit} merged ranges; it was not read. Unmerge what is not needed and drop it again.',
  ),
  'file.sheets.count': problem(
    422,
    '文件里的工作表超过 {limit} 张，没有读取。请删去不用的工作表。',
    '檔案裡的工作表超過 {limit} 張，沒有讀取。請刪去不用的工作表。',
    'The file has more than {limit} sheets; it was not read. Remove unused ones.',
  ),
  'file.cfb.damaged': problem(
    422,
    '这个旧格式（.xls）文件已损坏。请用 Excel 打开修复后另存为 .xlsx。',
    '這個舊格式（.xls）檔案已損壞。請用 Excel 打開修復後另存為 .xlsx。',
    'This old .xls file is damaged. Let Excel repair it and save it as .xlsx.',
  ),
  'csv.encoding': problem(
    422,
    '看不出这个文本文件是什么编码。请另存为“CSV UTF-8”再放入。',
    '看不出這個文字檔案是什麼編碼。請另存為「CSV UTF-8」再放入。',
    'The encoding of this text file cannot be told. Save it as “CSV UTF-8” and drop it again.',
  ),
  'csv.rows': problem(
    422,
    '文件超过 {limit} 行，没有读取。请拆成几个文件。',
    '檔案超過 {limit} 列，沒有讀取。請拆成幾個檔案。',
    'The file has more than {limit} lines; it was not read. Split it.',
  ),
  'csv.damaged': problem(
    422,
    '文件里的引号或列数错乱太多（{count} 处），没有读取。请用 Excel 重新导出。',
    '檔案裡的引號或欄數錯亂太多（{count} 處），沒有讀取。請用 Excel 重新匯出。',
    'Quotes or columns of the file are broken in too many places ({count}); it was not read. Export it again.',
  ),
  'file.timeout': problem(
    422,
    '读这个文件超过 {seconds} 秒，已停止。请删去不用的内容或拆成几个文件。',
    '讀這個檔案超過 {seconds} 秒，已停止。請刪去不用的內容或拆成幾個檔案。',
    'Reading took more than {seconds} seconds and was stopped. Remove what is not needed or split the file.',
  ),
  'file.memory': problem(
    422,
    '读这个文件需要的内存太多，已停止。请删去不用的内容或拆成几个文件。',
    '讀這個檔案需要的記憶體太多，已停止。請刪去不用的內容或拆成幾個檔案。',
    'Reading takes too much memory and was stopped. Remove what is not needed or split the file.',
  ),
  'file.unreadable': problem(
    422,
    '这个文件读不了，原因不明。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
    '這個檔案讀不了，原因不明。請用 Excel 或 WPS 打開後另存為 .xlsx 再試。',
    'The file cannot be read, for reasons unknown. Open it in Excel or WPS, save it as .xlsx and try again.',
  ),
} as const satisfies Readonly<Record<FileRefusalCode, ProblemDefinition>>
