// How the roster looks on paper (domain.md §4.2 L).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { monthKeys } from './dues.ts'

const person = ['memberNo', 'name', 'sex', 'nation', 'birthDate', 'idCard', 'education', 'politics', 'phone']
const work = [
  'department',
  'jobTitle',
  'skillGrade',
  'startedWork',
  'employment',
  'householdType',
  'ruralWorker',
  'newTrade',
]
const membership = ['joinedOn', 'standing', 'unionPost', 'mutualAid', 'honour', 'emergencyContact']
const dues = ['inWageBase', 'duesBase', 'monthlyDues', ...monthKeys, 'duesPaid']

export const layout: Layout = {
  title: words('{unit}{year}年度会员名册', '{unit}{year}年度會員名冊', '{unit} Members {year}'),
  titleSynonyms: [
    '会员名册',
    '会员花名册',
    '工会会员名册',
    '会员登记表',
    '会员信息表',
    '会员信息采集表',
    '会员名单',
    '会员台账',
    '会费收缴表',
    '会费缴纳表',
    '会费收缴明细表',
    '会费缴纳明细表',
    '会费收缴花名册',
    '会费收缴台账',
    '会费明细表',
  ],
  columns: [...person, ...work, ...membership, ...dues, 'remark'],
  groups: [
    { label: words('基本情况', '基本情況', 'Person'), columns: person },
    { label: words('任职情况', '任職情況', 'Work'), columns: work },
    { label: words('会籍信息', '會籍資訊', 'Membership'), columns: membership },
    { label: words('会费收缴', '會費收繳', 'Dues'), columns: dues },
  ],
  sections: [],
  leadAmount: 'monthlyDues',
  totals: [
    {
      key: 'total',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '会费总计', '共计'],
      terms: [{ where: [], times: 1 }],
      columns: ['monthlyDues', ...monthKeys, 'duesPaid'],
    },
  ],
  signatures: [
    words('制表人：', '製表人：', 'Prepared by:'),
    words('组织委员：', '組織委員：', 'Organisation officer:'),
    words('工会主席：', '工會主席：', 'Chair:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 20,
  freezeColumns: 2,
}
