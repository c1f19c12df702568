// How the register looks on paper: files first, then the help that was given, each kind under its heading (domain.md §4.2 F).
import type { Layout, Section, TotalLine } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { medicalParts } from './aidColumns.ts'

const person = [
  'fileNo',
  'department',
  'name',
  'jobTitle',
  'sex',
  'birthDate',
  'idCard',
  'hardshipClass',
  'phone',
  'address',
]
const household = ['familySize', 'familyIncome', 'perHead', 'cause']
const file = ['filedOn', 'updatedOn']
const child = ['childName', 'childSex', 'childBirth', 'school']
const help = ['amount', 'paidOn']

const section = (
  key: string,
  [hans, hant, en]: readonly [string, string, string],
  { type, synonyms }: { readonly type: string; readonly synonyms: readonly string[] },
): Section => ({
  key,
  label: words(hans, hant, en),
  synonyms,
  where: [{ column: 'recordType', in: [type] }],
  sets: { recordType: type },
})

const total = (
  key: string,
  after: string,
  { type, label }: { readonly type: string; readonly label: readonly [string, string, string] },
): TotalLine => ({
  key,
  label: words(...label),
  synonyms: [`${type}小计`, `${type}共计`],
  after,
  terms: [{ where: [{ column: 'recordType', in: [type] }], times: 1 }],
  columns: ['amount'],
})

export const layout: Layout = {
  title: words(
    '{unit}{year}年度困难职工档案和救助表',
    '{unit}{year}年度困難職工檔案和救助表',
    '{unit} Workers in hardship {year}',
  ),
  titleSynonyms: [
    '困难职工名册',
    '困难职工档案',
    '困难职工花名册',
    '困难职工档案表',
    '困难职工登记表',
    '困难职工救济汇总表',
    '困难职工救助汇总表',
    '困难职工台账',
    '困难职工帮扶台账',
    '困难职工子女助学汇总表',
    '子女助学汇总表',
    '助学汇总表',
    '金秋助学汇总表',
    '医疗救助汇总表',
    '职工医疗救助',
    '三不让帮扶救助',
    '困难帮扶汇总表',
    '困难职工',
  ],
  columns: ['recordType', ...person, ...household, ...file, ...child, ...medicalParts, ...help, 'remark'],
  groups: [
    { label: words('本人', '本人', 'Person'), columns: person },
    { label: words('收入和原因', '收入和原因', 'Household'), columns: household },
    { label: words('档案管理', '檔案管理', 'File'), columns: file },
    { label: words('子女', '子女', 'Child'), columns: child },
    { label: words('年度医疗受助金额', '年度醫療受助金額', 'Medical help of the year'), columns: medicalParts },
    { label: words('救助', '救助', 'Help'), columns: help },
  ],
  sections: [
    section('files', ['一、困难职工建档', '一、困難職工建檔', '1. Files'], {
      type: '建档',
      synonyms: ['困难职工名册', '建档', '困难职工档案'],
    }),
    section('living', ['二、生活救助', '二、生活救助', '2. Living'], {
      type: '生活救助',
      synonyms: ['生活救助', '救济', '生活救济', '助困'],
    }),
    section('schooling', ['三、子女助学', '三、子女助學', '3. Schooling'], {
      type: '子女助学',
      synonyms: ['子女助学', '助学', '金秋助学'],
    }),
    section('medical', ['四、医疗救助', '四、醫療救助', '4. Medical'], {
      type: '医疗救助',
      synonyms: ['医疗救助', '助医', '大病救助'],
    }),
    section('emergency', ['五、临时救助', '五、臨時救助', '5. Emergency'], {
      type: '临时救助',
      synonyms: ['临时救助'],
    }),
    section('everyday', ['六、日常救助', '六、日常救助', '6. Everyday'], {
      type: '日常救助',
      synonyms: ['日常救助'],
    }),
  ],
  totals: [
    total('livingTotal', 'living', { type: '生活救助', label: ['生活救助合计', '生活救助合計', 'Living, total'] }),
    total('schoolingTotal', 'schooling', {
      type: '子女助学',
      label: ['子女助学合计', '子女助學合計', 'Schooling, total'],
    }),
    total('medicalTotal', 'medical', { type: '医疗救助', label: ['医疗救助合计', '醫療救助合計', 'Medical, total'] }),
    {
      key: 'total',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '共计', '本页合计', '救助合计'],
      terms: [{ where: [{ column: 'recordType', notIn: ['建档'] }], times: 1 }],
      columns: ['amount'],
    },
  ],
  signatures: [
    words('填报人：', '填報人：', 'Prepared by:'),
    words('主管主席：', '主管主席：', 'Vice-chair:'),
    words('填报时间：', '填報時間：', 'Day:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 5,
  freezeColumns: 4,
}
