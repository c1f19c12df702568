// Rules of the ledger about days: order, lights, reminders (domain.md §4.2 H, §5.2).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { house, supervisionPractice } from '../../policy/sources.ts'
import { dayOf, daysLeft, dueDay, isBlank, isOpen, lightOf } from './light.ts'
import { sampleTask as task } from './rules.ts'

export const timeRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'task/due-order',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('立项、交办'),
    title: words('办结时限不早于交办日期', '辦結時限不早於交辦日期', 'Due not before assigned'),
    message: words(
      '办结时限 {due} 早于交办日期 {assigned}。请核对年份和月份。',
      '辦結時限 {due} 早於交辦日期 {assigned}。請核對年份和月份。',
      'It is due on {due}, before it was assigned on {assigned}. Please check year and month.',
    ),
    columns: ['due', 'assigned'],
    check: (row) => {
      const [assigned, due] = [dayOf(row, 'assigned'), dayOf(row, 'due')]
      return assigned !== undefined && due !== undefined && due < assigned ? { due, assigned } : null
    },
    examples: { valid: [task, { ...task, due: '长期' }], invalid: [{ ...task, due: '2026-01-20' }] },
  },
  {
    scope: 'row',
    code: 'task/done-order',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('办结'),
    title: words(
      '办结日期在交办之后、今天之前',
      '辦結日期在交辦之後、今天之前',
      'Done after it was assigned, and not in the future',
    ),
    message: words(
      '办结日期 {done} 不在 {assigned} 和今天 {today} 之间。请核对。',
      '辦結日期 {done} 不在 {assigned} 和今天 {today} 之間。請核對。',
      'The day done, {done}, does not lie between {assigned} and today, {today}. Please check.',
    ),
    columns: ['doneDate', 'assigned'],
    check: (row, { today }) => {
      const [assigned, done] = [dayOf(row, 'assigned'), dayOf(row, 'doneDate')]
      if (done === undefined || (done <= today && (assigned === undefined || done >= assigned))) return null
      return { done, assigned: assigned ?? '—', today }
    },
    examples: {
      valid: [task, { ...task, doneDate: '2026-02-20' }],
      invalid: [
        { ...task, doneDate: '2026-01-20' },
        { ...task, doneDate: '2099-01-01' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'task/overdue-reason',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('逾期须说明原因'),
    title: words('逾期要写原因和下一步', '逾期要寫原因和下一步', 'Overdue tasks say why and what next'),
    message: words(
      '已逾期 {days} 天（{due}）。请写明未办结原因和下一步措施。',
      '已逾期 {days} 天（{due}）。請寫明未辦結原因和下一步措施。',
      'Overdue by {days} days ({due}). Please say why, and what is done next.',
    ),
    columns: [
      'reason',
      'nextStep',
      'due',
      'status',
      'doneDate',
      'closing',
      'extendedTo',
      'extensionFiled',
      'extensionApprover',
    ],
    check: (row, { today }) => {
      const left = daysLeft(row, today)
      if (left === undefined || left >= 0 || (!isBlank(row, 'reason') && !isBlank(row, 'nextStep'))) return null
      return { days: -left, due: dueDay(row) ?? '' }
    },
    examples: {
      valid: [task, { ...task, due: '2026-02-10', reason: '等待上级文件', nextStep: '3 月 15 日前完成' }],
      invalid: [{ ...task, due: '2026-02-10' }],
    },
  },
  {
    scope: 'row',
    code: 'task/light-red',
    severity: 'warning',
    citation: supervisionPractice('红灯：逾期或 24 小时内到期'),
    title: words('红灯', '紅燈', 'Red light'),
    message: words(
      '红灯：办结时限 {due}，还有 {days} 天（负数为已逾期）。请催办；尚未到期的，来不及办结请马上申请延期。',
      '紅燈：辦結時限 {due}，還有 {days} 天（負數為已逾期）。請催辦；尚未到期的，來不及辦結請馬上申請延期。',
      'Red: due {due}, {days} days left (negative when overdue). Remind the lead; if it is not due yet and cannot be met, file for an extension at once.',
    ),
    columns: ['due', 'status', 'doneDate', 'closing', 'extendedTo', 'extensionFiled', 'extensionApprover'],
    check: (row, context) =>
      lightOf(row, context)?.light === 'red'
        ? { due: dueDay(row) ?? '', days: daysLeft(row, context.today) ?? 0 }
        : null,
    examples: {
      valid: [task, { ...task, due: '2026-02-10', status: '已办结' }],
      invalid: [{ ...task, due: '2026-02-10' }],
    },
  },
  {
    scope: 'row',
    code: 'task/light-yellow',
    severity: 'hint',
    citation: supervisionPractice('黄灯：3 天内到期'),
    title: words('黄灯', '黃燈', 'Yellow light'),
    message: words(
      '黄灯：办结时限 {due}，还有 {days} 天。请提醒承办单位。',
      '黃燈：辦結時限 {due}，還有 {days} 天。請提醒承辦單位。',
      'Yellow: due {due}, {days} days left. Please remind the lead department.',
    ),
    columns: ['due', 'status', 'doneDate', 'closing', 'extendedTo', 'extensionFiled', 'extensionApprover'],
    check: (row, context) =>
      lightOf(row, context)?.light === 'yellow'
        ? { due: dueDay(row) ?? '', days: daysLeft(row, context.today) ?? 0 }
        : null,
    examples: { valid: [task], invalid: [{ ...task, due: '2026-03-04' }] },
  },
  {
    scope: 'row',
    code: 'task/never-urged',
    severity: 'hint',
    citation: supervisionPractice('催办'),
    title: words('逾期的要有催办记录', '逾期的要有催辦記錄', 'Overdue tasks were reminded of'),
    message: words(
      '已逾期 {days} 天，没有催办记录。请催办并登记日期和方式。',
      '已逾期 {days} 天，沒有催辦記錄。請催辦並登記日期和方式。',
      'Overdue by {days} days without a reminder on record. Remind the lead and note when and how.',
    ),
    columns: ['urged', 'due', 'status', 'doneDate', 'closing', 'extendedTo', 'extensionFiled', 'extensionApprover'],
    check: (row, { today }) => {
      const left = daysLeft(row, today)
      return left !== undefined && left < 0 && isBlank(row, 'urged') ? { days: -left } : null
    },
    examples: {
      valid: [task, { ...task, due: '2026-02-10', urged: '2.8 电话' }],
      invalid: [{ ...task, due: '2026-02-10' }],
    },
  },
  {
    scope: 'row',
    code: 'task/urgent-due',
    severity: 'warning',
    citation: supervisionPractice('紧急事项须有时限'),
    title: words('急件要有具体日期', '急件要有具體日期', 'Urgent tasks have a day'),
    message: words(
      '紧急程度是{urgency}，办结时限要写具体日期。',
      '緊急程度是{urgency}，辦結時限要寫具體日期。',
      'Urgency is {urgency}: the day it is due must be given.',
    ),
    columns: ['due', 'urgency'],
    check: (row) =>
      (row['urgency'] === '特急' || row['urgency'] === '急件') &&
      dayOf(row, 'due') === undefined &&
      row['due'] !== '立行立改' &&
      isOpen(row)
        ? { urgency: row['urgency'] }
        : null,
    examples: { valid: [{ ...task, urgency: '特急' }], invalid: [{ ...task, urgency: '急件', due: '长期' }] },
  },
  {
    scope: 'row',
    code: 'task/other-year',
    severity: 'hint',
    citation: house('分年度登记'),
    title: words('交办日期在本年度内', '交辦日期在本年度內', 'Assigned in the year of the ledger'),
    message: words(
      '交办日期 {assigned} 不在 {year} 年度。跨年未办结的可以保留，录错的请改。',
      '交辦日期 {assigned} 不在 {year} 年度。跨年未辦結的可以保留，錄錯的請改。',
      'Assigned on {assigned}, outside the ledger’s year {year}. Keep it if it runs over from last year; correct it if mistyped.',
    ),
    columns: ['assigned'],
    check: (row, { year }) => {
      const assigned = dayOf(row, 'assigned')
      return assigned === undefined || assigned.startsWith(String(year)) ? null : { assigned, year }
    },
    examples: { valid: [task], invalid: [{ ...task, assigned: '2031-05-01', due: '2031-06-01' }] },
  },
]
