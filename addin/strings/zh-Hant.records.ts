// 簡體中文：記錄表和歷史。
import type { Strings } from './zh-Hans.ts'

export const recordStrings: Strings['records'] = {
  loading: '正在取回記錄',
  count: (shown: number, all: number) => (shown === all ? `共 ${all} 條` : `${shown} 條，共 ${all} 條`),
  unused: (names: string) => `空欄未顯示：${names}`,
  shownSum: (n: number) => `所列 ${n} 筆相加`,
  search: '查詢',
  searchHint: '名稱、編碼、金額…',
  filter: '只看',
  filters: { all: '全部', decisions: '要處理的', error: '有錯誤的', warning: '待確認的', hint: '有提示的' },
  findings: '校驗',
  gridLabel: (name: string) => `${name}，方向鍵移動，Enter 鍵看這一格的歷史`,
  sortBy: (column: string) => `按${column}排序`,
  rowNumber: '列',
  shownColumn: '顯示欄',
  download: '下載活頁簿',
  upload: '放入改好的活頁簿',
  empty: '這裡沒有您能看的記錄：還沒有人填，或者還在別人手上沒有提交。要填，請把現有的表格放進來，或下載空白模板。',
  noMatch: '沒有符合條件的記錄。',
  onlyOne: '只列出案頭上的這一條。',
  showAll: (n: number) => `看全部 ${n} 條`,
  clearFilter: '清除條件',
  sheetFindings: '整張表的問題',
  rowFindings: '這一列的問題',
  times: (name, n) => `${name} ${n} 次`,
  was: (was: string, now: string) => `${was} → ${now}`,
}
