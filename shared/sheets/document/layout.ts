// How the registers look on paper: one sheet, three headed blocks (domain.md §4.2 I).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const registration = [
  'registerNo',
  'direction',
  'date',
  'organ',
  'docNo',
  'title',
  'enclosures',
  'copies',
  'secrecy',
  'urgency',
]
const visits = ['visitor', 'contact', 'host', 'informedOn']
const outgoing = ['drafter', 'checker', 'cosigned', 'signer', 'mainTo', 'copyTo']
const handling = ['proposal', 'instruction', 'lead', 'circulation', 'due', 'result', 'repliedOn', 'replyNo', 'receiver']
const archive = ['filedOn', 'volume']

export const layout: Layout = {
  title: words(
    '{unit}{year}年度收发文和来信来访登记簿',
    '{unit}{year}年度收發文和來信來訪登記簿',
    '{unit} Documents and visits {year}',
  ),
  titleSynonyms: [
    '收文登记簿',
    '收文登记表',
    '收文登记',
    '发文登记簿',
    '发文登记表',
    '发文登记',
    '收发文登记簿',
    '收发文登记表',
    '公文处理单',
    '公文登记',
    '文件登记簿',
    '来信来访登记簿',
    '来信来访登记表',
    '来信来访登记',
    '信访登记表',
    '信访登记簿',
    '来访登记表',
    '接访登记',
  ],
  columns: [...registration, ...visits, ...outgoing, ...handling, ...archive, 'remark'],
  groups: [
    { label: words('来信来访', '來信來訪', 'Letters and visits'), columns: visits },
    { label: words('制发', '製發', 'Outgoing'), columns: outgoing },
    { label: words('公文办理', '公文辦理', 'Handling'), columns: handling },
    { label: words('立卷', '立卷', 'Archive'), columns: archive },
  ],
  sections: [
    {
      key: 'incoming',
      label: words('一、收文', '一、收文', '1. Incoming'),
      synonyms: ['收文', '收文登记', '来文'],
      where: [{ column: 'direction', in: ['收文'] }],
      sets: { direction: '收文' },
    },
    {
      key: 'outgoing',
      label: words('二、发文', '二、發文', '2. Outgoing'),
      synonyms: ['发文', '发文登记'],
      where: [{ column: 'direction', in: ['发文'] }],
      sets: { direction: '发文' },
    },
    {
      key: 'visits',
      label: words('三、来信来访', '三、來信來訪', '3. Letters and visits'),
      synonyms: ['来信来访', '来访', '来信', '信访'],
      where: [{ column: 'direction', in: ['来信', '来访'] }],
      sets: { direction: '来访' },
    },
  ],
  totals: [],
  signatures: [
    words('登记人：', '登記人：', 'Registered by:'),
    words('办公室主任：', '辦公室主任：', 'Office director:'),
  ],
  orientation: 'landscape',
  unitLine: false,
  spareRows: 10,
  freezeColumns: 2,
}
