// 简体中文：一格的历史、灯色历史和看全。
export const historyStrings = {
  pick: '选中一格，这里显示它的来历：谁、何时、从多少改成多少。',
  loading: '正在取回历史',
  ofCell: (column: string) => `“${column}”的历史`,
  ofRow: '整行的历史',
  wholeRow: '看整行',
  onlyCell: '只看这一格',
  none: '这一格没有改动过。',
  kind: { create: '新增', update: '修改', delete: '删除', transition: '流转' },
  receipt: (receipt: string) => `回执 ${receipt}`,
  source: (file: string, sheet: string, row: number) => `来自 ${file} · ${sheet} · 第 ${row} 行`,
  backToCell: '回到这一格',
  lights: {
    title: '灯色',
    loading: '正在推算灯色',
    off: '没有亮灯。',
    days: {
      red: (n: number) => `红灯 ${n} 天`,
      yellow: (n: number) => `黄灯 ${n} 天`,
      green: (n: number) => `绿灯 ${n} 天`,
      none: (n: number) => `不亮灯 ${n} 天`,
    },
    today: '今天',
    turns: (n: number) => `灯色变化和原因（${n}）`,
    span: (from: string, to: string, n: number) => (n === 1 ? `${from}，1 天` : `${from} 至 ${to}，${n} 天`),
  },
  reveal: {
    open: '看全',
    hide: '收起',
    masked: (column: string) => `“${column}”是个人信息，这里只显示一部分。`,
    logged: '这次查看已记入审计链：谁、看了哪一格、为什么。请勿外传；离开这一格即不再显示。',
    reason: '为什么要看',
    reasonHint: '写明用途，例如“联系本人补签领取单”。会记下来，能看这一行的人都看得到。',
    show: '登记并显示',
    asking: '正在登记并取回',
    request: (column: string, reason: string) => `请求查看“${column}”的完整内容：${reason}`,
    entry: (column: string, reason: string) => `看了“${column}”的完整内容：${reason}`,
  },
}

export type HistoryStrings = typeof historyStrings
