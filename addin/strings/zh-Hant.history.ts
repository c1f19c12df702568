// 繁體中文：一格的歷史、燈色歷史和看全。
import type { HistoryStrings } from './zh-Hans.history.ts'

export const historyStrings: HistoryStrings = {
  pick: '選中一格，這裡顯示它的來歷：誰、何時、從多少改成多少。',
  loading: '正在取回歷史',
  ofCell: (column: string) => `「${column}」的歷史`,
  ofRow: '整列的歷史',
  wholeRow: '看整列',
  onlyCell: '只看這一格',
  none: '這一格沒有改動過。',
  kind: { create: '新增', update: '修改', delete: '刪除', transition: '流轉' },
  receipt: (receipt: string) => `回執 ${receipt}`,
  source: (file: string, sheet: string, row: number) => `來自 ${file} · ${sheet} · 第 ${row} 列`,
  backToCell: '回到這一格',
  lights: {
    title: '燈色',
    loading: '正在推算燈色',
    off: '沒有亮燈。',
    days: {
      red: (n) => `紅燈 ${n} 天`,
      yellow: (n) => `黃燈 ${n} 天`,
      green: (n) => `綠燈 ${n} 天`,
      none: (n) => `不亮燈 ${n} 天`,
    },
    today: '今天',
    turns: (n) => `燈色變化和原因（${n}）`,
    span: (from, to, n) => (n === 1 ? `${from}，1 天` : `${from} 至 ${to}，${n} 天`),
  },
  reveal: {
    open: '看全',
    hide: '收起',
    masked: (column: string) => `「${column}」是個人資訊，這裡只顯示一部分。`,
    logged: '這次查看已記入審計鏈：誰、看了哪一格、為什麼。請勿外傳；離開這一格即不再顯示。',
    reason: '為什麼要看',
    reasonHint: '寫明用途，例如「聯絡本人補簽領取單」。會記下來，能看這一列的人都看得到。',
    show: '登記並顯示',
    asking: '正在登記並取回',
    request: (column: string, reason: string) => `請求查看「${column}」的完整內容：${reason}`,
    entry: (column: string, reason: string) => `看了「${column}」的完整內容：${reason}`,
  },
}
