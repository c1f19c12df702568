// Columns of a person’s file: who, where, what work (名册 and 档案表, domain.md §4.2 F).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column, withSynonyms } from '../columns/column.ts'
import {
  address,
  birthDate,
  department,
  idCard,
  jobTitle,
  memberNo,
  nation,
  personName,
  phone,
  seq,
  sex,
} from '../columns/people.ts'
import { householdTypes, politics } from '../member/choices.ts'
import { fileRow, healths, housings, levels, marriages, recordTypes, workStates } from './choices.ts'

const optionalText = { type: 'text', maxLength: 60, optionalColumn: true } as const
const sensitive = { merge: 'sensitive', fieldClass: 'sensitive' } as const

export const fileColumns = {
  seq,
  recordType: column(
    { type: 'choice', choices: recordTypes, required: true, merge: 'key', width: 10 },
    {
      label: words('救助类别', '救助類別', 'Kind of help'),
      synonyms: ['救助类型', '帮扶项目', '救助项目', '帮扶形式'],
      description: words(
        `“${fileRow}”是档案行；其他是一次救助。`,
        `「${fileRow}」是檔案行；其他是一次救助。`,
        `“${fileRow}” is a person’s file; the others are help that was given.`,
      ),
    },
  ),
  fileNo: column(
    { type: 'code', merge: 'key', maxLength: 30, width: 12 },
    {
      label: words('建档编号', '建檔編號', 'File number'),
      synonyms: ['档案编号', '编号', '困难职工编号', '建档编号(如：20130001)', '档案号', '建档号'],
      description: words('例如 20130001。', '例如 20130001。', 'Such as 20130001.'),
    },
  ),
  department: { ...withSynonyms(department, ['所在工会', '工作单位名称']), merge: 'key' },
  name: { ...personName, required: true, merge: 'key' },
  memberNo: { ...memberNo, synonyms: [...memberNo.synonyms, '职工编号'], optionalColumn: true },
  jobTitle,
  sex,
  birthDate,
  idCard,
  hardshipClass: column(
    { type: 'choice', choices: levels, fieldClass: 'personal', width: 10 },
    {
      label: words('困难类别', '困難類別', 'Class'),
      synonyms: ['困难等级', '类别', '困难程度', '帮扶类别', '困难类型', '困难级别'],
      description: words(
        '深度困难、相对困难或意外致困；旧名册的低保户、特困等按原样保留。',
        '深度困難、相對困難或意外致困；舊名冊的低保戶、特困等按原樣保留。',
        'Deep, relative, by accident; older classes are kept as they are.',
      ),
    },
  ),
  nation: { ...nation, optionalColumn: true },
  politics: column(
    { type: 'choice', choices: politics, fieldClass: 'personal', optionalColumn: true },
    {
      label: words('政治面貌', '政治面貌', 'Political status'),
      synonyms: ['政治身份'],
      description: words('中共党员、群众等。', '中共黨員、群眾等。', 'Party membership.'),
    },
  ),
  health: column(
    { type: 'choice', choices: healths, ...sensitive, optionalColumn: true },
    {
      label: words('健康状况', '健康狀況', 'Health'),
      synonyms: ['身体状况', '健康情况'],
      description: words(
        '敏感信息，只在文件里核对。',
        '敏感資訊，只在檔案裡核對。',
        'Sensitive: checked in the file only.',
      ),
    },
  ),
  disability: column(
    { ...optionalText, ...sensitive },
    {
      label: words('残疾类别', '殘疾類別', 'Disability'),
      synonyms: ['残疾等级', '残疾情况'],
      description: words(
        '敏感信息，只在文件里核对。',
        '敏感資訊，只在檔案裡核對。',
        'Sensitive: checked in the file only.',
      ),
    },
  ),
  workState: column(
    { type: 'choice', choices: workStates, optionalColumn: true },
    {
      label: words('工作状态', '工作狀態', 'Work'),
      synonyms: ['就业状况', '在岗情况', '就业状态'],
      description: words('在岗、下岗、失业等。', '在崗、下崗、失業等。', 'At work, laid off …'),
    },
  ),
  honour: column(optionalText, {
    label: words('劳模类型', '勞模類型', 'Honours'),
    synonyms: ['劳模', '劳模称号'],
    description: words('劳模级别；不是的不填。', '勞模級別；不是的不填。', 'Grade of model worker.'),
  }),
  housing: column(
    { type: 'choice', choices: housings, fieldClass: 'personal', optionalColumn: true },
    {
      label: words('住房类型', '住房類型', 'Housing'),
      synonyms: ['住房情况', '住房性质'],
      description: words('自购、租房、廉租等。', '自購、租房、廉租等。', 'Bought, rented …'),
    },
  ),
  housingArea: column(optionalText, {
    label: words('建筑面积', '建築面積', 'Floor space'),
    synonyms: ['住房面积', '面积'],
    description: words('平方米。', '平方米。', 'In square metres.'),
  }),
  postcode: column(
    { type: 'code', maxLength: 6, optionalColumn: true },
    {
      label: words('邮编', '郵遞區號', 'Postcode'),
      synonyms: ['邮政编码'],
      description: words('六位邮政编码。', '六位郵遞區號。', 'Six digits.'),
    },
  ),
  startedWork: column(
    { type: 'date', monthSuffices: true, optionalColumn: true },
    {
      label: words('参加工作时间', '參加工作時間', 'Started work'),
      synonyms: ['工作时间', '参加工作日期'],
      description: words('参加工作的日期。', '參加工作的日期。', 'First day of work.'),
    },
  ),
  industry: column(optionalText, {
    label: words('所属行业', '所屬行業', 'Trade'),
    synonyms: ['行业', '所在行业'],
    description: words('单位所属行业。', '單位所屬行業。', 'Trade of the employer.'),
  }),
  marriage: column(
    { type: 'choice', choices: marriages, fieldClass: 'personal', optionalColumn: true },
    {
      label: words('婚姻状况', '婚姻狀況', 'Marriage'),
      synonyms: ['婚姻情况', '婚否', '婚姻'],
      description: words(
        '已婚、未婚、离异或丧偶。',
        '已婚、未婚、離異或喪偶。',
        'Married, single, divorced or widowed.',
      ),
    },
  ),
  householdType: column(
    { type: 'choice', choices: householdTypes, fieldClass: 'personal', optionalColumn: true },
    {
      label: words('户口类型', '戶口類型', 'Household'),
      synonyms: ['户籍类型', '户口性质', '户口'],
      description: words('农业、非农业或农转居。', '農業、非農業或農轉居。', 'Rural, urban, rural turned urban.'),
    },
  ),
  district: column(optionalText, {
    label: words('户口所在地行政区划', '戶口所在地行政區劃', 'Registered in'),
    synonyms: ['户口所在地', '户籍所在地', '行政区划'],
    description: words('户口所在的区县。', '戶口所在的區縣。', 'District of the household register.'),
  }),
  address: withSynonyms(address, ['家庭住址及联系电话', '家庭住址或联系电话']),
  phone,
  employerKind: column(optionalText, {
    label: words('单位性质', '單位性質', 'Kind of employer'),
    synonyms: ['单位类型', '企业性质'],
    description: words('国有、集体、民营等。', '國有、集體、民營等。', 'State, collective, private …'),
  }),
  employerState: column(optionalText, {
    label: words('企业状况', '企業狀況', 'State of the employer'),
    synonyms: ['企业情况', '单位状况'],
    description: words('正常、停产、破产等。', '正常、停產、破產等。', 'Running, stopped, bankrupt …'),
  }),
} as const satisfies Readonly<Record<string, ColumnDefinition>>
