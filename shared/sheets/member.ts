// 会员名册和会费收缴: who belongs to the union, since when, and what dues are paid.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './member/columns.ts'
import { duesColumns } from './member/duesColumns.ts'
import { duesRules } from './member/duesRules.ts'
import { layout } from './member/layout.ts'
import { memberRules } from './member/rules.ts'
import { setRules } from './member/setRules.ts'
import { workflow } from './member/workflow.ts'

export const memberSheet = defineSheet({
  kind: 'member',
  version: 1,
  title: words('会员名册', '會員名冊', 'Members'),
  description: words(
    '工会会员一人一行：基本情况、会籍、会费基数和每月缴费。',
    '工會會員一人一行：基本情況、會籍、會費基數和每月繳費。',
    'Members of the union, one row each: person, membership, dues base and what is paid each month.',
  ),
  columns: { ...columns, ...duesColumns },
  naturalKey: ['department', 'name', 'memberNo'],
  atomicSets: [['standing', 'leftOn']],
  rules: [...memberRules, ...duesRules, ...setRules],
  layout,
  workflow,
  person: { name: 'name', department: 'department' },
  upgrades: [],
})
