// English: records and history.
import type { Strings } from './zh-Hans.ts'

export const recordStrings: Strings['records'] = {
  loading: 'Fetching the records',
  count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  unused: (names) => `Empty, not shown: ${names}`,
  shownSum: (n) => `Sum of the ${n} shown`,
  search: 'Find',
  searchHint: 'Name, code, amount…',
  filter: 'Show',
  filters: { all: 'all', decisions: 'to decide', error: 'with errors', warning: 'to confirm', hint: 'with hints' },
  findings: 'Findings',
  gridLabel: (name) => `${name}; arrow keys move, Enter shows the history of the cell`,
  sortBy: (column) => `Sort by ${column}`,
  rowNumber: 'Row',
  shownColumn: 'Column',
  download: 'Download workbook',
  upload: 'Bring back the edited workbook',
  empty:
    'There are no records here that you may see: nobody entered any, or they are not submitted yet. To enter some, bring a file or download a blank template.',
  noMatch: 'No record fits.',
  onlyOne: 'Only the row from your desk is listed.',
  showAll: (n: number) => `Show all ${n}`,
  clearFilter: 'Clear the filter',
  sheetFindings: 'Findings of the whole sheet',
  rowFindings: 'Findings of this row',
  times: (name, n) => `${name} × ${n}`,
  was: (was, now) => `${was} → ${now}`,
}
