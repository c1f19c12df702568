// Columns of what becomes of a document: how it is handled, who drafts and signs, who came, where it is filed.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { remark } from '../columns/people.ts'

const long = { type: 'text', maxLength: 500, width: 20 } as const
const person = { type: 'text', isName: true, fieldClass: 'personal', maxLength: 60, width: 10 } as const

const handling = {
  proposal: column(long, {
    label: words('拟办意见', '擬辦意見', 'Proposal'),
    synonyms: ['办公室拟办意见', '拟办', '处理意见', '办公室意见'],
    description: words('办公室提出的办理意见。', '辦公室提出的辦理意見。', 'How the office proposes to handle it.'),
  }),
  instruction: column(long, {
    label: words('领导批示', '領導批示', 'Instruction'),
    synonyms: ['批办意见', '批示', '领导意见', '主要领导意见', '分管领导意见'],
    description: words('领导的批示和日期。', '領導的批示和日期。', 'The leader’s instruction and its day.'),
  }),
  lead: column(
    { type: 'list', maxLength: 100, width: 14 },
    {
      label: words('主办部门', '主辦部門', 'Lead'),
      synonyms: ['承办单位', '承办部门', '主办单位', '承办人', '办理部门', '责任部门', '转办单位', '承办处室'],
      description: words(
        '两个以上部门办理的，这里只写主办部门。',
        '兩個以上部門辦理的，這裡只寫主辦部門。',
        'The one in the lead, where several take part.',
      ),
    },
  ),
  co: column(
    { type: 'list', maxLength: 200, optionalColumn: true, width: 14 },
    {
      label: words('协办部门', '協辦部門', 'Others'),
      synonyms: ['会办部门', '会办单位', '协办单位', '配合部门'],
      description: words('会办、协办的部门。', '會辦、協辦的部門。', 'Others who take part.'),
    },
  ),
  circulation: column(long, {
    label: words('传阅', '傳閱', 'Circulated to'),
    synonyms: ['传阅情况', '传阅人', '传阅人及时间', '阅办情况', '传阅记录'],
    description: words('传阅的人和时间。', '傳閱的人和時間。', 'To whom, and when.'),
  }),
  due: column(
    { type: 'date' },
    {
      label: words('办理时限', '辦理時限', 'Due'),
      synonyms: ['办结时限', '办理期限', '限办日期', '时限', '要求办结时间'],
      description: words('要求办结的日期。', '要求辦結的日期。', 'Day it is due.'),
    },
  ),
  result: column(long, {
    label: words('办理结果', '辦理結果', 'Result'),
    synonyms: ['结果', '办理情况', '落实情况', '处理结果', '办结情况'],
    description: words('办理的结果。', '辦理的結果。', 'What came of it.'),
  }),
  repliedOn: column(
    { type: 'date' },
    {
      label: words('答复日期', '答覆日期', 'Replied on'),
      synonyms: ['答复时间', '办结日期', '反馈日期', '回复日期', '办结时间'],
      description: words('答复来文单位或来访人的日期。', '答覆來文單位或來訪人的日期。', 'Day of the reply.'),
    },
  ),
  replyNo: column(
    { type: 'text', maxLength: 60 },
    {
      label: words('复文号', '覆文號', 'Reply number'),
      synonyms: ['复文字号', '答复文号'],
      description: words('复文的字号。', '覆文的字號。', 'Number of the reply.'),
    },
  ),
  receiver: column(person, {
    label: words('签收人', '簽收人', 'Signed by'),
    synonyms: ['签收', '收文人', '领取人', '收件人', '接收人'],
    description: words('谁签收的。', '誰簽收的。', 'Who signed for it.'),
  }),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const outgoing = {
  drafter: column(person, {
    label: words('拟稿', '擬稿', 'Drafted by'),
    synonyms: ['拟稿人', '起草人', '起草', '拟稿部门'],
    description: words('谁起草的。', '誰起草的。', 'Who drafted it.'),
  }),
  checker: column(person, {
    label: words('核稿', '核稿', 'Checked by'),
    synonyms: ['核稿人', '审核人', '审稿', '校对'],
    description: words('谁核稿的。', '誰核稿的。', 'Who checked it.'),
  }),
  cosigned: column(
    { type: 'list', maxLength: 200 },
    {
      label: words('会签', '會簽', 'Countersigned by'),
      synonyms: ['会签部门', '会签人'],
      description: words('会签的部门或人。', '會簽的部門或人。', 'Who countersigned.'),
    },
  ),
  signer: column(person, {
    label: words('签发', '簽發', 'Issued by'),
    synonyms: ['签发人', '签发领导'],
    description: words('谁签发的。', '誰簽發的。', 'Who issued it.'),
  }),
  mainTo: column(
    { type: 'list', maxLength: 1000, width: 18 },
    {
      label: words('主送', '主送', 'To'),
      synonyms: ['主送机关', '主送单位'],
      description: words('主送的机关，用顿号隔开。', '主送的機關，用頓號隔開。', 'Main recipients.'),
    },
  ),
  copyTo: column(
    { type: 'list', maxLength: 1000, width: 18 },
    {
      label: words('抄送', '抄送', 'Copy to'),
      synonyms: ['抄送机关', '抄送单位', '抄报'],
      description: words('抄送的机关，用顿号隔开。', '抄送的機關，用頓號隔開。', 'Who gets a copy.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const visits = {
  visitor: column(person, {
    label: words('来访人', '來訪人', 'Visitor'),
    synonyms: ['来信人', '信访人', '来访人姓名', '反映人', '来信来访人', '姓名'],
    description: words('谁来信或来访。', '誰來信或來訪。', 'Who wrote or came.'),
  }),
  contact: column(
    { type: 'text', fieldClass: 'personal', maxLength: 100 },
    {
      label: words('联系方式', '聯絡方式', 'Contact'),
      synonyms: ['联系电话', '电话', '来访人电话'],
      description: words('电话或地址。', '電話或地址。', 'Telephone or address.'),
    },
  ),
  host: column(person, {
    label: words('接待人', '接待人', 'Received by'),
    synonyms: ['接访人', '接待人员', '经办人'],
    description: words('谁接待的。', '誰接待的。', 'Who received the visitor.'),
  }),
  informedOn: column(
    { type: 'date' },
    {
      label: words('告知日期', '告知日期', 'Informed on'),
      synonyms: ['受理告知日期', '受理日期', '告知时间'],
      description: words(
        '告知来信来访人是否受理的日期。',
        '告知來信來訪人是否受理的日期。',
        'Day on which the person was told whether it is taken up.',
      ),
    },
  ),
  extendedTo: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('延期至', '延期至', 'Extended to'),
      synonyms: ['延长期限', '延期日期', '延期办结日期'],
      description: words(
        '经批准延期的，写延到哪一天。',
        '經批准延期的，寫延到哪一天。',
        'The later day, where an extension was approved.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const archive = {
  filedOn: column(
    { type: 'date' },
    {
      label: words('归卷日期', '歸卷日期', 'Filed on'),
      synonyms: ['归档日期', '立卷日期', '归档时间'],
      description: words('归卷的日期。', '歸卷的日期。', 'Day it was filed.'),
    },
  ),
  volume: column(
    { type: 'code', maxLength: 40 },
    {
      label: words('归入卷号', '歸入卷號', 'Volume'),
      synonyms: ['归卷号', '归档号', '档号', '案卷号', '卷号'],
      description: words('归到哪一卷。', '歸到哪一卷。', 'In which volume.'),
    },
  ),
  remark,
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const handlingColumns = { ...handling, ...outgoing, ...visits, ...archive }
