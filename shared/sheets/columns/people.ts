// Columns that say who a row is about (domain.md §4.1, §6.1), shared by the kinds.
import { words } from '../../kernel/words.ts'
import { nations, sexes } from './choices.ts'
import { column } from './column.ts'

export const seq = column(
  { type: 'text', maxLength: 20, width: 6, optionalColumn: true },
  {
    label: words('序号', '序號', 'No.'),
    synonyms: ['序', '顺序号', '号', 'NO.', '顺序'],
    description: words(
      '原表的序号，不作编号用。',
      '原表的序號，不作編號用。',
      'Running number of the old sheet; identifies nothing.',
    ),
  },
)

export const department = column(
  { type: 'text', isName: true, maxLength: 60, width: 14 },
  {
    label: words('部门', '部門', 'Department'),
    synonyms: [
      '所在部门',
      '科室',
      '单位',
      '分会',
      '分工会',
      '工会小组',
      '处室',
      '支会',
      '基层工会',
      '所在单位',
      '单位名称',
      '部门/分工会',
      '部门/工会小组',
      '所属部门',
      '部门名称',
      '工作部门',
      '工作单位',
    ],
    description: words(
      '所在部门、分工会或工会小组。',
      '所在部門、分工會或工會小組。',
      'Department, branch or group of the union.',
    ),
  },
)

export const personName = column(
  { type: 'text', isName: true, fieldClass: 'personal', maxLength: 60, width: 10 },
  {
    label: words('姓名', '姓名', 'Name'),
    synonyms: ['会员姓名', '职工姓名', '领取人', '收款人', '户名', '人员姓名', '员工姓名', '领取人姓名'],
    description: words(
      '本人姓名；同名的用部门和会员证号区分。',
      '本人姓名；同名的用部門和會員證號區分。',
      'The person’s name; namesakes are told apart by department and membership number.',
    ),
  },
)

export const memberNo = column(
  { type: 'code', fieldClass: 'personal', maxLength: 30, width: 14 },
  {
    label: words('会员证号', '會員證號', 'Membership number'),
    synonyms: ['会员编号', '会员号', '会员证编号', '会员卡号', '工会会员证号'],
    description: words('工会会员证上的编号。', '工會會員證上的編號。', 'Number on the membership card.'),
  },
)

export const sex = column(
  { type: 'choice', choices: sexes, fieldClass: 'personal', width: 6 },
  {
    label: words('性别', '性別', 'Sex'),
    synonyms: ['男/女'],
    description: words('男或女。', '男或女。', 'Male or female.'),
  },
)

export const nation = column(
  { type: 'choice', choices: nations, fieldClass: 'personal', width: 8 },
  {
    label: words('民族', '民族', 'Nationality'),
    synonyms: ['族别'],
    description: words('汉族、回族等。', '漢族、回族等。', 'Such as 汉族 or 回族.'),
  },
)

export const birthDate = column(
  { type: 'date', monthSuffices: true, fieldClass: 'personal', width: 12 },
  {
    label: words('出生日期', '出生日期', 'Born'),
    synonyms: ['出生年月', '出生时间', '生日', '出生年月日'],
    description: words(
      '出生的年月日；只知道月份的写当月 1 日。',
      '出生的年月日；只知道月份的寫當月 1 日。',
      'Day of birth; the first of the month where only the month is known.',
    ),
  },
)

/** Never leaves the file it stands in for the record store in clear; checked where the file is read. */
export const idCard = column(
  { type: 'code', format: 'idcard', merge: 'sensitive', fieldClass: 'sensitive', width: 20 },
  {
    label: words('身份证号', '身份證號', 'Identity number'),
    synonyms: [
      '身份证号码',
      '公民身份号码',
      '证件号码',
      '身份证',
      'ID',
      '居民身份证号',
      '公民身份证号码',
      '身份证件号码',
    ],
    description: words(
      '18 位居民身份证号；按文本填写。',
      '18 位居民身份證號；按文字填寫。',
      'Resident identity number of 18 characters; keep it as text.',
    ),
  },
)

export const phone = column(
  { type: 'code', fieldClass: 'personal', mask: 'phone', maxLength: 40, width: 14 },
  {
    label: words('手机号码', '手機號碼', 'Phone'),
    synonyms: ['联系电话', '电话', '手机', '联系方式', '手机号', '电话号码', '移动电话'],
    description: words('手机号码或联系电话。', '手機號碼或聯絡電話。', 'Mobile or other phone.'),
  },
)

export const address = column(
  { type: 'text', fieldClass: 'personal', mask: 'whole', maxLength: 200, width: 24 },
  {
    label: words('家庭住址', '家庭住址', 'Address'),
    synonyms: ['住址', '家庭地址', '地址', '现住址', '家庭详细住址'],
    description: words('家庭住址。', '家庭住址。', 'Home address.'),
  },
)

export const jobTitle = column(
  { type: 'text', maxLength: 60, width: 12 },
  {
    label: words('职务', '職務', 'Post'),
    synonyms: ['岗位', '职务/岗位', '职位', '行政职务', '现任职务', '工作岗位'],
    description: words('职务或岗位。', '職務或崗位。', 'Post held.'),
  },
)

export const remark = column(
  { type: 'text', maxLength: 500, width: 18 },
  {
    label: words('备注', '備註', 'Remark'),
    synonyms: ['附注', '备考', '说明'],
    description: words('其他要说明的。', '其他要說明的。', 'Anything else.'),
  },
)
