// 催办: logged with who, when and how, answered by the department; due three and one working days before, then daily.
import type { EventLog } from '../../definition/eventLog.ts'
import { words } from '../../kernel/words.ts'
import { dueDay, isOpen } from './light.ts'

export const urging: EventLog = {
  name: 'urge',
  label: words('催办', '催辦', 'Urge'),
  by: ['director', 'secretary'],
  states: ['handling', 'extension'],
  fields: [
    {
      key: 'how',
      label: words('方式', '方式', 'How'),
      type: 'choice',
      required: true,
      choices: [
        words('电话', '電話', 'By phone'),
        words('书面', '書面', 'In writing'),
        words('当面', '當面', 'In person'),
        words('系统', '系統', 'In the system'),
      ],
    },
    { key: 'whom', label: words('催办对象', '催辦對象', 'Whom'), type: 'text', required: true },
    { key: 'note', label: words('内容', '內容', 'What was said'), type: 'text', required: false },
  ],
  repliedBy: ['department', 'director'],
  settles: ['task/never-urged'],
  reminder: { before: [3, 1], overdue: 'daily', due: (row) => (isOpen(row) ? dueDay(row) : undefined) },
}
