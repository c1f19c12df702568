// The columns of the registers of incoming and outgoing documents (domain.md §4.1, §4.2 I).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { seq } from '../columns/people.ts'
import { directions, urgencies } from './choices.ts'
import { handlingColumns } from './handlingColumns.ts'

const registration = {
  seq,
  direction: column(
    { type: 'choice', choices: directions, required: true, merge: 'key', width: 8 },
    {
      label: words('登记类别', '登記類別', 'Register'),
      synonyms: ['收发类别', '文件类别', '登记类型', '类别', '收/发'],
      description: words(
        '收文、发文、来信或来访。',
        '收文、發文、來信或來訪。',
        'Incoming, outgoing, letter or visit.',
      ),
    },
  ),
  registerNo: column(
    { type: 'code', merge: 'key', maxLength: 30, width: 12 },
    {
      label: words('登记号', '登記號', 'Register number'),
      synonyms: ['收文号', '收文编号', '发文编号', '发文顺序号', '收文顺序号', '编号', '登记编号', '来访编号'],
      description: words(
        '本登记簿的顺序号，不重复。',
        '本登記簿的順序號，不重複。',
        'Running number of the register; used once.',
      ),
    },
  ),
  date: column(
    { type: 'date', merge: 'key' },
    {
      label: words('登记日期', '登記日期', 'Date'),
      synonyms: [
        '收文日期',
        '收文时间',
        '来文日期',
        '发文日期',
        '发文时间',
        '日期',
        '时间',
        '来访日期',
        '来信日期',
        '登记时间',
      ],
      description: words('收到、发出或来访的日期。', '收到、發出或來訪的日期。', 'Day of receipt, dispatch or visit.'),
    },
  ),
  organ: column(
    { type: 'text', isName: true, maxLength: 100, width: 18 },
    {
      label: words('来文机关', '來文機關', 'From'),
      synonyms: ['来文单位', '发文单位', '发文机关', '来文部门', '单位', '来访单位', '来访人单位', '所在单位'],
      description: words(
        '收文写来文机关，发文写本机关，来信来访写来访人单位。',
        '收文寫來文機關，發文寫本機關，來信來訪寫來訪人單位。',
        'Who sent it; for outgoing ones the own office; for visits the visitor’s employer.',
      ),
    },
  ),
  docNo: column(
    { type: 'text', maxLength: 60, merge: 'key', width: 18 },
    {
      label: words('发文字号', '發文字號', 'Document number'),
      synonyms: ['来文字号', '文号', '文件编号', '来文文号', '发文文号', '文件字号', '原文号', '字号'],
      description: words('例如 X工〔2026〕12号。', '例如 X工〔2026〕12号。', 'Such as X工〔2026〕12号.'),
    },
  ),
  title: column(
    { type: 'text', required: true, merge: 'key', maxLength: 300, width: 36 },
    {
      label: words('标题', '標題', 'Title'),
      synonyms: [
        '文件标题',
        '文件名称',
        '题名',
        '文件题名',
        '事由',
        '反映事项',
        '来访事由',
        '反映问题',
        '主要内容',
        '信访事项',
      ],
      description: words(
        '文件标题，或来信来访反映的事项。',
        '文件標題，或來信來訪反映的事項。',
        'Title, or the matter raised.',
      ),
    },
  ),
  enclosures: column(
    { type: 'text', maxLength: 200 },
    {
      label: words('附件', '附件', 'Enclosures'),
      synonyms: ['附件名称', '附件数'],
      description: words('附件名称或件数。', '附件名稱或件數。', 'Names or number.'),
    },
  ),
  copies: column(
    { type: 'integer', minimum: 0, width: 6 },
    {
      label: words('份数', '份數', 'Copies'),
      synonyms: ['件数', '印数', '印制份数'],
      description: words('多少份。', '多少份。', 'How many.'),
    },
  ),
  pages: column(
    { type: 'integer', minimum: 0, width: 6, optionalColumn: true },
    {
      label: words('页数', '頁數', 'Pages'),
      synonyms: ['页'],
      description: words('多少页。', '多少頁。', 'How many.'),
    },
  ),
  secrecy: column(
    { type: 'text', maxLength: 20, width: 10 },
    {
      label: words('密级', '密級', 'Secrecy'),
      synonyms: ['秘密等级', '密级和保密期限', '密级及保密期限'],
      description: words(
        '绝密、机密、秘密、内部或普通；可带期限，例如 机密★三个月。',
        '絕密、機密、秘密、內部或普通；可帶期限，例如 機密★三個月。',
        'Level, with its term where there is one, such as 机密★三个月.',
      ),
    },
  ),
  urgency: column(
    { type: 'choice', choices: urgencies, width: 8 },
    {
      label: words('紧急程度', '緊急程度', 'Urgency'),
      synonyms: ['缓急', '缓急程度', '急件'],
      description: words('特急、加急或平件。', '特急、加急或平件。', 'Very urgent, urgent or ordinary.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = { ...registration, ...handlingColumns }
