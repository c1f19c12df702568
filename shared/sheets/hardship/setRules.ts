// Set rules of the register: one person, one household, one file.
import type { Condition } from '../../definition/condition.ts'
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { hardshipPractice, house } from '../../policy/sources.ts'
import { sampleIdentity } from '../rules/people.ts'
import { fileRow } from './choices.ts'
import { sampleAid as aid, sampleFile as file } from './sample.ts'

const openFile: Condition = [
  { column: 'recordType', in: [fileRow] },
  { column: 'closedOn', blank: true },
]
const other = { ...file, fileNo: '20260002', name: '乙某', memberNo: 'HY-0002', address: '另一小区' }

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'hardship/file-number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('建档编号唯一'),
    title: words('建档编号不重复', '建檔編號不重複', 'File numbers are used once'),
    message: words(
      '建档编号 {key} 用了 {count} 次。请改成不重复的编号。',
      '建檔編號 {key} 用了 {count} 次。請改成不重複的編號。',
      'File number {key} is used {count} times. Please give each file its own.',
    ),
    set: { type: 'unique', key: ['fileNo'], where: [{ column: 'recordType', in: [fileRow] }] },
    examples: { valid: [[file, other, aid]], invalid: [[file, { ...other, fileNo: '20260001' }]] },
  },
  {
    scope: 'set',
    code: 'hardship/person-twice',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('一人一档'),
    title: words('一人一档', '一人一檔', 'One file for each person'),
    message: words(
      '“{key}”有 {count} 份未退的档案。请合并，或写明同名的区别。',
      '「{key}」有 {count} 份未退的檔案。請合併，或寫明同名的區別。',
      '“{key}” has {count} open files. Merge them, or say how namesakes differ.',
    ),
    set: { type: 'unique', key: ['department', 'name'], where: openFile },
    examples: {
      valid: [
        [file, other],
        [file, { ...file, fileNo: '20200001', closedOn: '2024-01-01' }],
      ],
      invalid: [[file, { ...other, name: '甲某' }]],
    },
  },
  {
    scope: 'set',
    code: 'hardship/identity-twice',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('一人一档'),
    title: words('身份证号不重复', '身份證號不重複', 'Identity numbers are used once'),
    message: words(
      '有 {count} 份未退的档案身份证号相同。请核对是不是同一个人。',
      '有 {count} 份未退的檔案身份證號相同。請核對是不是同一個人。',
      '{count} open files have the same identity number. Please check whether they are one person.',
    ),
    set: { type: 'unique', key: ['idCard'], where: openFile },
    examples: {
      valid: [[file, other]],
      invalid: [
        [
          { ...file, ...sampleIdentity },
          { ...other, ...sampleIdentity },
        ],
      ],
    },
  },
  {
    scope: 'set',
    code: 'hardship/household-twice',
    severity: 'warning',
    citation: hardshipPractice('一户一档'),
    title: words('一户一档', '一戶一檔', 'One file for each household'),
    message: words(
      '同一住址有 {count} 份未退的档案。一户只建一档；不是一户的请说明。',
      '同一住址有 {count} 份未退的檔案。一戶只建一檔；不是一戶的請說明。',
      '{count} open files have the same address. One household has one file; please explain if they are two.',
    ),
    set: { type: 'unique', key: ['address'], where: openFile },
    examples: { valid: [[file, other]], invalid: [[file, { ...other, address: '某街道某小区' }]] },
  },
  {
    scope: 'set',
    code: 'hardship/aid-twice',
    severity: 'warning',
    citation: house('一次一行'),
    title: words('同一天同一类救助不重复', '同一天同一類救助不重複', 'The same help on the same day stands once'),
    message: words(
      '“{key}”列了 {count} 行。请核对是否重复；几个子女的请写子女姓名。',
      '「{key}」列了 {count} 行。請核對是否重複；幾個子女的請寫子女姓名。',
      '“{key}” stands in {count} rows. Please check for a repetition; name the children where there are several.',
    ),
    set: {
      type: 'unique',
      key: ['recordType', 'department', 'name', 'paidOn', 'amount'],
      where: [
        { column: 'recordType', notIn: [fileRow] },
        { column: 'childName', blank: true },
      ],
    },
    examples: { valid: [[file, aid]], invalid: [[aid, aid]] },
  },
]
