// The columns of the roster of members (domain.md §4.1, §4.2 L); dues stand in duesColumns.ts.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column, withSynonyms } from '../columns/column.ts'
import {
  birthDate,
  department,
  idCard,
  jobTitle,
  memberNo,
  nation,
  personName,
  phone,
  remark,
  seq,
  sex,
} from '../columns/people.ts'
import { educations, employments, householdTypes, newTrades, politics, standings, unionPosts } from './choices.ts'

const yesNo = { type: 'boolean', width: 8 } as const

export const columns = {
  seq,
  memberNo: { ...memberNo, merge: 'key' },
  name: { ...personName, required: true, merge: 'key' },
  sex,
  nation,
  birthDate,
  idCard,
  education: column(
    { type: 'choice', choices: educations, fieldClass: 'personal', width: 8 },
    {
      label: words('学历', '學歷', 'Education'),
      synonyms: ['文化程度', '最高学历', '文化水平'],
      description: words('最高学历。', '最高學歷。', 'Highest degree.'),
    },
  ),
  politics: column(
    { type: 'choice', choices: politics, fieldClass: 'personal', width: 10 },
    {
      label: words('政治面貌', '政治面貌', 'Political status'),
      synonyms: ['政治身份', '党派'],
      description: words('中共党员、共青团员、群众等。', '中共黨員、共青團員、群眾等。', 'Party membership.'),
    },
  ),
  department: { ...department, merge: 'key' },
  jobTitle,
  skillGrade: column(
    { type: 'text', maxLength: 40 },
    {
      label: words('技术等级', '技術等級', 'Skill grade'),
      synonyms: ['技能等级', '职称', '职业资格', '专业技术等级', '职业技能等级'],
      description: words('技术等级或职称。', '技術等級或職稱。', 'Grade of skill, or professional title.'),
    },
  ),
  startedWork: column(
    { type: 'date', monthSuffices: true, fieldClass: 'personal' },
    {
      label: words('参加工作时间', '參加工作時間', 'Started work'),
      synonyms: ['工作时间', '参加工作日期', '参加工作年月', '入职时间', '参工时间'],
      description: words('参加工作的日期。', '參加工作的日期。', 'First day of work.'),
    },
  ),
  employment: column(
    { type: 'choice', choices: employments, width: 10 },
    {
      label: words('用工形式', '用工形式', 'Employment'),
      synonyms: ['用工性质', '人员类别', '用工类型', '人员性质', '职工类别'],
      description: words('在编、合同制、劳务派遣等。', '在編、合同制、勞務派遣等。', 'Permanent, contract, agency …'),
    },
  ),
  householdType: column(
    { type: 'choice', choices: householdTypes, fieldClass: 'personal', width: 10 },
    {
      label: words('户籍类型', '戶籍類型', 'Household'),
      synonyms: ['户口类型', '户口性质', '户籍性质', '户籍'],
      description: words('农业或非农业。', '農業或非農業。', 'Rural or urban household.'),
    },
  ),
  ruralWorker: column(yesNo, {
    label: words('是否农民工', '是否農民工', 'Migrant worker'),
    synonyms: ['农民工', '是否为农民工'],
    description: words('是或否。', '是或否。', 'Yes or no.'),
  }),
  newTrade: column(
    { type: 'choice', choices: newTrades },
    {
      label: words('八大群体', '八大群體', 'New trades'),
      synonyms: ['是否八大群体', '八大群体类别', '新就业形态', '新就业形态劳动者类别'],
      description: words(
        '货车司机、快递员等；不是的不填。',
        '貨車司機、快遞員等；不是的不填。',
        'Blank for all others.',
      ),
    },
  ),
  phone,
  joinedOn: column(
    { type: 'date', monthSuffices: true },
    {
      label: words('入会时间', '入會時間', 'Joined the union'),
      synonyms: ['入会日期', '加入工会时间', '入会年月', '何时入会'],
      description: words('加入工会的日期。', '加入工會的日期。', 'Day of joining.'),
    },
  ),
  standing: column(
    { type: 'choice', choices: standings, width: 10 },
    {
      label: words('会籍状态', '會籍狀態', 'Membership'),
      synonyms: ['会籍', '会员状态', '在会状态', '会籍情况'],
      description: words(
        '在会、保留会籍、转出、退会或退休；人数按“在会”计算。',
        '在會、保留會籍、轉出、退會或退休；人數按「在會」計算。',
        'Heads are counted of those who are 在会.',
      ),
    },
  ),
  leftOn: column(
    { type: 'date', monthSuffices: true, optionalColumn: true },
    {
      label: words('离会时间', '離會時間', 'Left on'),
      synonyms: ['转出时间', '退会时间', '离会日期', '会籍变动时间', '退休时间'],
      description: words(
        '转出、退会或退休的日期；截止日期前的人数按它计算。',
        '轉出、退會或退休的日期；截止日期前的人數按它計算。',
        'Day the membership ended; counts on a cut-off day go by it.',
      ),
    },
  ),
  unionPost: column(
    { type: 'choice', choices: unionPosts, width: 10 },
    {
      label: words('工会职务', '工會職務', 'Union post'),
      synonyms: ['工会内职务', '工会任职', '担任工会职务'],
      description: words('没有的不填。', '沒有的不填。', 'Blank for those who have none.'),
    },
  ),
  mutualAid: column(yesNo, {
    label: words('互助保障会员', '互助保障會員', 'Mutual aid'),
    synonyms: ['是否参加互助保障', '互助保障', '是否互助保障会员', '参加互助保障'],
    description: words('是否参加职工互助保障。', '是否參加職工互助保障。', 'Takes part in the mutual aid scheme.'),
  }),
  honour: column(
    { type: 'text', maxLength: 100 },
    {
      label: words('劳模称号', '勞模稱號', 'Honours'),
      synonyms: ['劳模', '荣誉称号', '劳模类型', '获得荣誉'],
      description: words('劳模等称号和授予年份。', '勞模等稱號和授予年份。', 'Title and year.'),
    },
  ),
  emergencyContact: column(
    { type: 'text', fieldClass: 'personal', mask: 'whole', maxLength: 100, width: 16 },
    {
      label: words('紧急联系人', '緊急聯絡人', 'Emergency contact'),
      synonyms: ['紧急联系人及电话', '紧急联系方式'],
      description: words('姓名和电话。', '姓名和電話。', 'Name and telephone.'),
    },
  ),
  remark: withSynonyms(remark, ['其他情况']),
} as const satisfies Readonly<Record<string, ColumnDefinition>>
