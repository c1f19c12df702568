// English: the history of a cell and of lights, and 看全.
import { count } from './count.ts'
import type { HistoryStrings } from './zh-Hans.history.ts'

export const historyStrings: HistoryStrings = {
  pick: 'Choose a cell to see where it came from: who, when, from what to what.',
  loading: 'Fetching the history',
  ofCell: (column) => `History of “${column}”`,
  ofRow: 'History of the row',
  wholeRow: 'Whole row',
  onlyCell: 'Only this cell',
  none: 'This cell was never changed.',
  kind: { create: 'Added', update: 'Changed', delete: 'Deleted', transition: 'Moved on' },
  receipt: (receipt) => `receipt ${receipt}`,
  source: (file, sheet, row) => `from ${file} · ${sheet} · row ${row}`,
  backToCell: 'Back to the cell',
  lights: {
    title: 'Light',
    loading: 'Working out the lights',
    off: 'No light is on.',
    days: {
      red: (n) => `${count(n, 'day')} red`,
      yellow: (n) => `${count(n, 'day')} yellow`,
      green: (n) => `${count(n, 'day')} green`,
      none: (n) => `${count(n, 'day')} without a light`,
    },
    today: 'today',
    turns: (n) => `Every turn, and why (${n})`,
    span: (from, to, n) => (n === 1 ? `${from}, 1 day` : `${from} to ${to}, ${count(n, 'day')}`),
  },
  reveal: {
    open: 'Show in full',
    hide: 'Hide',
    masked: (column) => `“${column}” is personal data; only part of it is shown.`,
    logged: 'This is in the audit chain now: who, which cell, why. Do not pass it on; it goes when you leave the cell.',
    reason: 'Why you need it',
    reasonHint: 'Say what for, such as “to have a receipt signed”. It is kept, and whoever sees the row can read it.',
    show: 'Log and show',
    asking: 'Logging and fetching',
    request: (column, reason) => `Asks to see “${column}” in full: ${reason}`,
    entry: (column, reason) => `Saw “${column}” in full: ${reason}`,
  },
}
