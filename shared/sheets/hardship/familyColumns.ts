// Columns of a file about the family: income, who lives there, why it is in need, and how the file was made.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { causes } from './choices.ts'

const income = { type: 'money', merge: 'money', fieldClass: 'personal', width: 11 } as const
const optionalIncome = { ...income, optionalColumn: true } as const
const yesNo = { type: 'boolean', width: 8, fieldClass: 'personal', optionalColumn: true } as const
const sensitive = { merge: 'sensitive', fieldClass: 'sensitive' } as const

export const familyColumns = {
  familySize: column(
    { type: 'integer', minimum: 0, fieldClass: 'personal', width: 8 },
    {
      label: words('家庭人口', '家庭人口', 'Family size'),
      synonyms: ['家庭人口数', '人口', '家庭成员数', '家庭人数'],
      description: words('共同生活的人数。', '共同生活的人數。', 'Persons who live together.'),
    },
  ),
  familyIncome: column(income, {
    label: words('月总收入', '月總收入', 'Family income'),
    synonyms: ['家庭月总收入', '家庭月收入', '月收入', '全家月收入', '家庭总收入(月)'],
    description: words(
      '全家一个月的收入，单位元。',
      '全家一個月的收入，單位元。',
      'Of the family in a month, in yuan.',
    ),
  }),
  perHead: column(income, {
    label: words('人均月收入', '人均月收入', 'Income per head'),
    synonyms: ['月人均收入', '家庭月人均收入', '家庭人均月收入', '人均收入', '月人均'],
    description: words('月总收入 ÷ 家庭人口。', '月總收入 ÷ 家庭人口。', 'Family income by family size.'),
  }),
  livingLine: column(optionalIncome, {
    label: words('当地低保标准', '當地低保標準', 'Local living line'),
    synonyms: ['低保标准', '低保线', '当地最低生活保障标准', '最低生活保障标准'],
    description: words(
      '当地每人每月最低生活保障标准，单位元；按它核对困难类别。',
      '當地每人每月最低生活保障標準，單位元；按它核對困難類別。',
      'Minimum living allowance of the place for one person and month; the class is held against it.',
    ),
  }),
  ownIncome: column(optionalIncome, {
    label: words('本人月平均收入', '本人月平均收入', 'Own income'),
    synonyms: ['本人月收入', '本人收入', '个人月收入'],
    description: words('本人一个月的收入，单位元。', '本人一個月的收入，單位元。', 'Own income in a month.'),
  }),
  otherYearIncome: column(optionalIncome, {
    label: words('家庭其他非薪资年收入', '家庭其他非薪資年收入', 'Other income'),
    synonyms: ['其他年收入', '非薪资年收入'],
    description: words('工资以外一年的收入，单位元。', '工資以外一年的收入，單位元。', 'Besides wages, in a year.'),
  }),
  familyYearIncome: column(optionalIncome, {
    label: words('家庭年度总收入', '家庭年度總收入', 'Family income of the year'),
    synonyms: ['家庭年收入', '家庭年总收入', '年收入'],
    description: words('全家一年的收入，单位元。', '全家一年的收入，單位元。', 'Of the family in a year.'),
  }),
  medicalInsurance: column(
    { type: 'text', maxLength: 40, fieldClass: 'personal', optionalColumn: true },
    {
      label: words('医保状况', '醫保狀況', 'Health insurance'),
      synonyms: ['医保', '医疗保险', '医保情况'],
      description: words('职工医保、居民医保等。', '職工醫保、居民醫保等。', 'Which health insurance.'),
    },
  ),
  singleParent: column(yesNo, {
    label: words('是否单亲', '是否單親', 'Single parent'),
    synonyms: ['单亲', '是否单亲家庭'],
    description: words('是或否。', '是或否。', 'Yes or no.'),
  }),
  selfHelp: column(yesNo, {
    label: words('是否有一定自救能力', '是否有一定自救能力', 'Able to help themselves'),
    synonyms: ['自救能力', '有无自救能力'],
    description: words('是或否。', '是或否。', 'Yes or no.'),
  }),
  noneAtWork: column(yesNo, {
    label: words('是否零就业家庭', '是否零就業家庭', 'Nobody at work'),
    synonyms: ['零就业家庭', '零就业'],
    description: words('是或否。', '是或否。', 'Yes or no.'),
  }),
  family: column(
    { type: 'text', maxLength: 1000, ...sensitive, optionalColumn: true, width: 30 },
    {
      label: words('家庭成员', '家庭成員', 'Family'),
      synonyms: ['家庭成员情况', '家庭主要成员', '家属情况'],
      description: words(
        '姓名、关系、出生日期、健康、收入、单位或学校；敏感信息，只在文件里核对。',
        '姓名、關係、出生日期、健康、收入、單位或學校；敏感資訊，只在檔案裡核對。',
        'Name, relation, birthday, health, income, work or school. Sensitive: checked in the file only.',
      ),
    },
  ),
  cause: column(
    { type: 'choice', choices: causes, ...sensitive, width: 14 },
    {
      label: words('主要致困原因', '主要致困原因', 'Main cause'),
      synonyms: ['致困主要原因', '致困原因', '困难原因', '致贫原因', '主要困难原因'],
      description: words(
        '选一项主要的；敏感信息，只在文件里核对。',
        '選一項主要的；敏感資訊，只在檔案裡核對。',
        'The main one. Sensitive: checked in the file only.',
      ),
    },
  ),
  furtherCauses: column(
    { type: 'list', maxLength: 100, ...sensitive, optionalColumn: true },
    {
      label: words('次要致困原因', '次要致困原因', 'Further causes'),
      synonyms: ['其他致困原因', '次要原因'],
      description: words('最多三项，用顿号隔开。', '最多三項，用頓號隔開。', 'Three at most.'),
    },
  ),
  filedOn: column(
    { type: 'date', monthSuffices: true },
    {
      label: words('建档日期', '建檔日期', 'Filed on'),
      synonyms: ['建档时间', '申请日期', '登记日期'],
      description: words('建立档案的日期。', '建立檔案的日期。', 'Day the file was made.'),
    },
  ),
  updatedOn: column(
    { type: 'date', monthSuffices: true },
    {
      label: words('更新日期', '更新日期', 'Updated on'),
      synonyms: ['最近更新', '更新时间', '复核日期', '动态复核日期', '最近复核日期'],
      description: words('最近一次复核的日期。', '最近一次複核的日期。', 'Day it was last reviewed.'),
    },
  ),
  closedOn: column(
    { type: 'date', monthSuffices: true, optionalColumn: true },
    {
      label: words('退档日期', '退檔日期', 'Closed on'),
      synonyms: ['退档时间', '脱困日期', '脱困时间', '注销日期'],
      description: words('脱困或其他原因退档的日期。', '脫困或其他原因退檔的日期。', 'Day the file was closed.'),
    },
  ),
  visitedOn: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('入户调查日期', '入戶調查日期', 'Visited on'),
      synonyms: ['入户日期', '走访日期', '入户时间', '调查日期'],
      description: words('入户调查的日期。', '入戶調查的日期。', 'Day the family was visited.'),
    },
  ),
  filedBy: column(
    { type: 'text', isName: true, fieldClass: 'personal', maxLength: 40, optionalColumn: true },
    {
      label: words('建档人', '建檔人', 'Filed by'),
      synonyms: ['经办人', '填报人'],
      description: words('谁建的档。', '誰建的檔。', 'Who made the file.'),
    },
  ),
  checkedBy: column(
    { type: 'text', isName: true, fieldClass: 'personal', maxLength: 40, optionalColumn: true },
    {
      label: words('审核人', '審核人', 'Checked by'),
      synonyms: ['复核人'],
      description: words('谁审核的。', '誰審核的。', 'Who checked it.'),
    },
  ),
  enteredBy: column(
    { type: 'text', isName: true, fieldClass: 'personal', maxLength: 40, optionalColumn: true },
    {
      label: words('录入人', '錄入人', 'Entered by'),
      synonyms: ['录入员'],
      description: words('谁录入的。', '誰錄入的。', 'Who entered it.'),
    },
  ),
  adminOpinion: column(
    { type: 'text', maxLength: 300, optionalColumn: true, width: 20 },
    {
      label: words('基层党组织或行政意见', '基層黨組織或行政意見', 'Employer’s opinion'),
      synonyms: ['行政意见', '单位意见', '基层党组织意见'],
      description: words('意见和日期。', '意見和日期。', 'Opinion and day.'),
    },
  ),
  unionOpinion: column(
    { type: 'text', maxLength: 300, optionalColumn: true, width: 20 },
    {
      label: words('基层工会意见', '基層工會意見', 'Union’s opinion'),
      synonyms: ['工会意见', '基层工会意见(含公示结果)'],
      description: words('意见、公示结果和日期。', '意見、公示結果和日期。', 'Opinion, result of the notice and day.'),
    },
  ),
  superiorOpinion: column(
    { type: 'text', maxLength: 300, optionalColumn: true, width: 20 },
    {
      label: words('系统工会意见', '系統工會意見', 'Superior union’s opinion'),
      synonyms: ['上级工会意见', '县级以上工会意见'],
      description: words('意见和日期。', '意見和日期。', 'Opinion and day.'),
    },
  ),
  enclosures: column(
    { type: 'text', maxLength: 300, optionalColumn: true },
    {
      label: words('附件', '附件', 'Enclosures'),
      synonyms: ['证明材料', '附件材料'],
      description: words('证明材料的名称。', '證明材料的名稱。', 'Names of the documents enclosed.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>
